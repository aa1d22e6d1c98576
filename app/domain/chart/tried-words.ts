import { answerWords } from '~/domain/intake/answer-words'
import { type Answers, type Instrument, instrument } from '~/domain/intake/instrument'

type Treatment = NonNullable<Answers['treatments']>[number]
type Told = 'physicalTherapy' | 'homeExercise' | 'manipulation' | 'behavioral' | 'painMedicine'

const short: Partial<Record<Treatment, { name: string; told: Told }>> = {
  physical_therapy: { name: 'Physical therapy', told: 'physicalTherapy' },
  home_exercise: { name: 'Exercises at home', told: 'homeExercise' },
  manipulation: { name: 'Manual therapy', told: 'manipulation' },
  behavioral: { name: 'Pain coaching', told: 'behavioral' },
  pain_medicine: { name: 'Pain medicine', told: 'painMedicine' },
  opioid: { name: 'Opioid', told: 'painMedicine' },
}

const resultWords: Record<string, string> = {
  a_lot: 'helped a lot',
  a_little: 'helped a little',
  not_at_all: 'no help',
  worse: 'made it worse',
  still_going: 'still going',
}

/** " (May 2026 to June 2026)"; empty when nobody said when. */
function whenWords(answers: Answers, told: Told, which: Instrument): string {
  const [from, until] = [answers[`${told}From`], answers[`${told}Until`]]
  const begin = from === undefined ? '' : answerWords(`${told}From`, from, which)
  const end = until === undefined ? '' : answerWords(`${told}Until`, until, which)
  if (begin && end) return ` (${begin} to ${end})`
  return begin ? ` (since ${begin})` : end ? ` (until ${end})` : ''
}

/** What was tried, how long, when and with what result: "Physical therapy 6 weeks (May 2026 to June 2026), helped a lot · Pelvic belt". */
export function triedWords(answers: Answers, which: Instrument = instrument): string | null {
  const tried = answers.treatments
  if (!tried?.length) return null
  return tried
    .map((treatment) => {
      const one = short[treatment]
      if (!one) return answerWords('treatments', [treatment], which)
      const weeks = answers[`${one.told}Weeks`]
      const result = answers[`${one.told}Result`]
      const long = weeks === undefined ? '' : ` ${weeks} ${weeks === 1 ? 'week' : 'weeks'}`
      const helped = result === undefined ? undefined : resultWords[result]
      return `${one.name}${long}${whenWords(answers, one.told, which)}${helped ? `, ${helped}` : ''}`
    })
    .join(' · ')
}
