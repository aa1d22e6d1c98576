import fc from 'fast-check'
import { bodyMapRegions } from './body-map-regions'
import { type Answers, type Instrument, type InstrumentQuestion, instrument, type PainArea } from './instrument'
import { optionsOf } from './options-of'
import { sidesToSay } from './side-agrees'
import { regionOf } from './region-of'
import { visibleQuestions } from './visible-questions'

const twoDigits = (number: number) => String(number).padStart(2, '0')
const day = (years: { min: number; max: number }) =>
  fc
    .tuple(fc.integer(years), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, date]) => `${year}-${twoDigits(month)}-${twoDigits(date)}`)

const region = fc.constantFrom(...bodyMapRegions.map(({ id }) => id))
const words = fc.constantFrom(
  'Getting up is hard.',
  'It hurts',
  'ibuprofen',
  'I had no fever.',
  'Numb when I wipe',
  'I want to garden again',
)

function anyAnswer(question: InstrumentQuestion): fc.Arbitrary<unknown> {
  const values = optionsOf(question).map(({ value }) => value)
  switch (question.kind) {
    case 'yes-no-unsure':
    case 'choice':
      return fc.constantFrom(...values)
    case 'multi-choice':
      return fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...values).map((value) => [value]) },
        fc.subarray(
          values.filter((value) => value !== 'none'),
          { minLength: 1 },
        ),
      )
    case 'number':
      return question.whole
        ? fc.integer({ min: question.min, max: question.max })
        : fc.double({ min: question.min, max: question.max, noNaN: true })
    case 'date':
      return question.key === 'birthDate' ? day({ min: 1930, max: 2012 }) : day({ min: 2025, max: 2025 })
    case 'partial-date':
      if (question.key.endsWith('From')) return day({ min: 2013, max: 2015 })
      return fc.oneof(
        day({ min: 2016, max: 2025 }),
        day({ min: 2016, max: 2025 }).map((text) => text.slice(0, 7)),
        fc.constantFrom('2019', '2026', '2026-10', '2026-11-01', '2026-08'),
      )
    case 'text':
      return words
    case 'regions':
      return fc.uniqueArray(fc.record({ region, strength: fc.integer({ min: 0, max: 10 }) }), {
        minLength: 1,
        maxLength: 8,
        selector: (area) => area.region,
      })
    case 'region':
      return fc.nat()
    case 'point':
      return fc.constant({ view: 'back', x: 50, y: 757 })
    case 'files':
      return fc.uniqueArray(fc.record({ id: fc.uuid(), kind: fc.constantFrom(...question.paperKinds) }), {
        minLength: 1,
        maxLength: 3,
        selector: ({ id }) => id,
      })
    case 'consent':
      return fc.constant(true)
  }
}

function agreeing(answers: Answers, pick: number): Answers {
  const areas: PainArea[] = answers.painAreas ?? []
  const mainArea = areas[pick % areas.length]?.region
  const side = mainArea === undefined ? 'midline' : regionOf(mainArea).side
  const said = sidesToSay(answers).filter((each) => side === 'midline' || each === side || each === 'both')
  return { ...answers, mainArea, painSide: said[pick % said.length] }
}

/** Any complete intake of this version, valid on 2026-11-22: for properties that must hold for every one of them. */
export function anyIntakeOf(which: Instrument): fc.Arbitrary<Answers> {
  const all = fc.record(Object.fromEntries(which.questions.map((question) => [question.key, anyAnswer(question)])))
  return fc.tuple(all, fc.nat(), fc.boolean()).map(([given, pick, everything]) => {
    const answers = agreeing(given as Answers, pick)
    const kept = which.questions.filter((question) => question.required || everything).map(({ key }) => key)
    const some = Object.fromEntries(kept.map((key) => [key, answers[key]])) as Answers
    const visible = visibleQuestions(some, which).filter(({ key }) => some[key] !== undefined)
    return Object.fromEntries(visible.map(({ key }) => [key, some[key]])) as Answers
  })
}

/** Any complete intake of the current version. */
export const anyIntake: fc.Arbitrary<Answers> = anyIntakeOf(instrument)
