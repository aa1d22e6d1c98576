export const reviewDecisions = ['agree', 'override'] as const

/** Why a clinician decides otherwise, counted in reports; the words beside it say how. */
export const reviewReasons = [
  'symptom_gone',
  'known_and_stable',
  'misunderstood',
  'other_cause_found',
  'more_worrying',
  'seen_elsewhere',
  'exam_says_otherwise',
  'other',
] as const
export type ReviewReason = (typeof reviewReasons)[number]

/** What led to a later reading of the same intake. */
export const readingCauses = ['asked', 'exam'] as const

/** What a named person signs. */
export const signOffKinds = ['rule_set', 'instrument', 'policy'] as const
export type SignOffKind = (typeof signOffKinds)[number]
