import { answerWords } from '~/domain/intake/answer-words'
import { type Answers, type Instrument, instrument } from '~/domain/intake/instrument'

/** `needs` is something a clinician looks at before any procedure; `none` is a clear no; `open` is unknown, never a no. */
export type Caution = {
  key: 'blood_thinner' | 'allergies' | 'diabetes' | 'pregnancy'
  state: 'needs' | 'none' | 'open'
  words: string
}

/** Drug names without the brand in brackets: "Apixaban". */
const plain = (words: string) => words.replaceAll(/ \([^)]*\)/g, '').replaceAll('; ', ', ')

function bloodThinner(answers: Answers, which: Instrument): Caution {
  const key = 'blood_thinner' as const
  if (answers.bloodThinner === 'no') return { key, state: 'none', words: 'No blood thinner' }
  if (answers.bloodThinner === 'yes') {
    const name = answers.bloodThinnerWhich?.length
      ? plain(answerWords('bloodThinnerWhich', answers.bloodThinnerWhich, which))
      : 'Blood thinner'
    return { key, state: 'needs', words: `${name}: bleeding review` }
  }
  return { key, state: 'open', words: 'Blood thinner: not sure' }
}

function allergies(answers: Answers, which: Instrument): Caution {
  const key = 'allergies' as const
  const given = answers.allergies
  if (!given) return { key, state: 'open', words: 'Allergies: not answered' }
  if (given.every((one) => one === 'none')) return { key, state: 'none', words: 'No allergies' }
  if (given.every((one) => one === 'not_sure')) return { key, state: 'open', words: 'Allergies: not sure' }
  return { key, state: 'needs', words: `Allergy: ${plain(answerWords('allergies', given, which)).toLowerCase()}` }
}

function diabetes(answers: Answers): Caution {
  const key = 'diabetes' as const
  if (answers.diabetes === 'no') return { key, state: 'none', words: 'No diabetes' }
  if (answers.diabetes === 'yes')
    return { key, state: 'needs', words: answers.a1c === undefined ? 'Diabetes' : `Diabetes, A1c ${answers.a1c}` }
  return { key, state: 'open', words: 'Diabetes: not sure' }
}

function pregnancy(answers: Answers, which: Instrument): Caution[] {
  const given = answers.pregnancy
  if (given === undefined || given === 'no' || given === 'cannot') return []
  return [
    { key: 'pregnancy', state: 'needs', words: `Pregnancy: ${answerWords('pregnancy', given, which).toLowerCase()}` },
  ]
}

/** What must be seen before a needle: blood thinner, allergies, diabetes, pregnancy. Missing is open, never a no. */
export function cautionsOf(answers: Answers, which: Instrument = instrument): Caution[] {
  return [bloodThinner(answers, which), allergies(answers, which), diabetes(answers), ...pregnancy(answers, which)]
}
