export const numbOrWeakAnswers = ['no', 'same', 'worse', 'both_legs', 'unsure'] as const
export type NumbOrWeak = (typeof numbOrWeakAnswers)[number]

export const feverAnswers = ['no', 'yes', 'unsure'] as const
export type Fever = (typeof feverAnswers)[number]
