import { answerWords } from '~/domain/intake/answer-words'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'

type Treatment = NonNullable<Answers['treatments']>[number]

const short: Partial<Record<Treatment, { name: string; weeks: QuestionKey; result: QuestionKey }>> = {
  physical_therapy: { name: 'Physical therapy', weeks: 'physicalTherapyWeeks', result: 'physicalTherapyResult' },
  home_exercise: { name: 'Exercises at home', weeks: 'homeExerciseWeeks', result: 'homeExerciseResult' },
  manipulation: { name: 'Manual therapy', weeks: 'manipulationWeeks', result: 'manipulationResult' },
  behavioral: { name: 'Pain coaching', weeks: 'behavioralWeeks', result: 'behavioralResult' },
  pain_medicine: { name: 'Pain medicine', weeks: 'painMedicineWeeks', result: 'painMedicineResult' },
  opioid: { name: 'Opioid', weeks: 'painMedicineWeeks', result: 'painMedicineResult' },
}

const resultWords: Record<string, string> = {
  a_lot: 'helped a lot',
  a_little: 'helped a little',
  not_at_all: 'no help',
  worse: 'made it worse',
  still_going: 'still going',
}

/** What was tried, how long and with what result: "Physical therapy 6 weeks, helped a little · Pelvic belt". */
export function triedWords(answers: Answers): string | null {
  const tried = answers.treatments
  if (!tried?.length) return null
  return tried
    .map((treatment) => {
      const one = short[treatment]
      if (!one) return answerWords('treatments', [treatment])
      const weeks = answers[one.weeks]
      const result = answers[one.result]
      const long = typeof weeks === 'number' ? ` ${weeks} ${weeks === 1 ? 'week' : 'weeks'}` : ''
      const helped = typeof result === 'string' ? resultWords[result] : undefined
      return `${one.name}${long}${helped ? `, ${helped}` : ''}`
    })
    .join(' · ')
}
