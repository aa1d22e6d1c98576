import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import { instrumentOf } from '~/domain/intake/instrument'
import { sides } from '~/domain/people/side'
import { draftNote } from '~/domain/note/draft-note'
import { ageWords } from './age-words'
import { cautionsOf } from './cautions'
import { deviceWords } from './device-words'
import { intakeSections } from './intake-sections'
import { intakeSummary } from './intake-summary'
import { pegOf } from './peg'
import { rulesBehind } from './rules-behind'
import { sideFacts } from './side-facts'
import { sinceWords } from './since-words'
import { dayState } from './visit-words'

test.each([
  ['2026-03', '2026-11-18', 'Mar 2026, 8 months'],
  ['2026-11', '2026-11-18', 'Nov 2026, less than a month'],
  ['2026-10-20', '2026-11-18', 'Oct 20, 2026, 4 weeks'],
  ['2026-11-17', '2026-11-18', 'Nov 17, 2026, 1 day'],
  ['2024-11', '2026-11-18', 'Nov 2024, 2 years'],
  ['2019', '2026-11-18', '2019, about 7 years'],
])('%s seen from %s is %s', (since, asOf, words) => {
  expect(sinceWords(since, asOf)).toBe(words)
})

test.each([
  [34 * 60_000, '34 min'],
  [5 * 3_600_000, '5 h'],
  [25 * 3_600_000, '1 day'],
  [72 * 3_600_000, '3 days'],
])('%d ms are %s old', (ms, words) => {
  expect(ageWords(ms)).toBe(words)
})

describe('cautions', () => {
  test('what was not answered is open, never a no', () => {
    expect(cautionsOf({}).map((caution) => caution.state)).toEqual(['open', 'open', 'open'])
    expect(
      cautionsOf({ bloodThinner: 'not_sure', allergies: ['not_sure'], diabetes: 'not_sure' }).every(
        (one) => one.state === 'open',
      ),
    ).toBe(true)
  })

  test('a blood thinner asks for the review and for nothing else', () => {
    const [thinner] = cautionsOf({ bloodThinner: 'yes', bloodThinnerWhich: ['apixaban'] })
    expect(thinner).toEqual({ key: 'blood_thinner', state: 'needs', words: 'Apixaban: bleeding review' })
    expect(thinner?.words).not.toMatch(/stop|hold|pause/i)
  })
})

test('PEG has no value while an item is missing', () => {
  expect(pegOf({ painAverage: 7, pegEnjoyment: 7 })).toBeNull()
  expect(pegOf({ painAverage: 7, pegEnjoyment: 7, pegActivity: 6 })).toBeCloseTo(20 / 3)
})

describe('the side', () => {
  test('is the same only when every place says the same', () => {
    const side = fc.constantFrom(...sides)
    fc.assert(
      fc.property(side, side, (mapSide, ordered) => {
        const facts = sideFacts({
          map: mapSide,
          order: { side: ordered, mapSide, sideReason: null },
          procedure: { side: ordered },
        })
        expect(facts.same).toBe(mapSide === ordered)
        expect(facts.side).toBe(ordered)
      }),
    )
  })

  test('is not invented where there is no map', () => {
    expect(sideFacts({ map: null })).toMatchObject({ side: null, places: [], same: true })
    expect(sideFacts({ map: 'middle' }).side).toBeNull()
  })
})

test('a complete intake becomes a summary and a draft without an assessment or a label', () => {
  for (const { answers } of Object.values(examples)) {
    const summary = intakeSummary(answers, '2026-11-18')
    const draft = draftNote({ age: 54, sentOn: 'Wed, Nov 18', summary })
    expect(draft.history).not.toBe('')
    expect([draft.assessment, draft.plan, draft.patientSummary, draft.exam]).toEqual(['', '', '', ''])
    expect(`${draft.history} ${draft.medicines}`).not.toMatch(/likely|possible|unlikely|undefined|null/)
  }
})

describe('the summary', () => {
  test('says what was denied and who is not sure, in the words that were asked', () => {
    const { safety } = intakeSummary(examples.notSureNumbness.answers, '2026-11-22')
    expect(safety.unsure).toEqual(['Do you have new numbness where you sit or wipe?'])
    expect(safety.denied).toContain('Is one leg newly swollen, warm or red?')
    expect(safety.denied).not.toContain('Do you have new numbness where you sit or wipe?')
  })

  test('what was tried stands with its dates', () => {
    expect(intakeSummary(examples.rightSided.answers, '2026-11-22').tried).toBe(
      'Physical therapy 6 weeks (May 2026 to June 2026), helped a little · Pain medicine 20 weeks (since April 2026), helped a little',
    )
  })

  test('has every section in the words of its version, and shows what is missing', () => {
    const { fever: _gone, ...answers } = examples.rightSided.answers
    const sections = intakeSections(answers)
    expect(sections.map(({ section }) => section)).toEqual([
      'safety',
      'where',
      'pain',
      'function',
      'treatments',
      'medical',
      'consent',
    ])
    const lines = sections.flatMap((section) => section.lines)
    expect(lines.find(({ key }) => key === 'fever')).toMatchObject({ answer: null, safety: true })
    expect(lines.find(({ key }) => key === 'veryUnwell')).toMatchObject({ answer: 'No', unsure: false })
    expect(lines.map(({ key }) => key)).not.toContain('safetyWords')
    const before = intakeSections(answers, instrumentOf('1.0.0')).flatMap((section) => section.lines)
    expect(before.find(({ key }) => key === 'sexAtBirth')?.label).toBe('What sex were you given at birth?')
    expect(before.map(({ key }) => key)).not.toContain('rmdq')
  })
})

test('the rule behind one emergency answer is found with where it comes from', () => {
  const [rule] = rulesBehind('saddleNumbness', 'redflag:cauda_equina')
  expect(rule?.ruleId).toBe('RF-01-numbness')
  expect(rule?.citations.length).toBeGreaterThan(0)
  expect(rulesBehind('painNow', 'redflag:cauda_equina')).toEqual([])
})

test.each([
  ['works', 'works', true, 'Camera and mic work'],
  ['none', 'works', false, 'Sound only, no camera'],
  ['works', 'none', false, 'No microphone'],
  ['not_checked', 'not_checked', false, 'Camera and mic not checked'],
  [null, null, false, 'Camera and mic not checked'],
] as const)('camera %s and microphone %s', (camera, microphone, works, words) => {
  expect(deviceWords(camera, microphone)).toMatchObject({ works, words })
})

describe('a visit of the day', () => {
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 20, minutes))
  const visit = { state: 'booked', startsAt: at(30), admittedAt: null, since: null, awaySince: null } as const
  test.each([
    [visit, at(29), 'not_yet'],
    [visit, at(31), 'late'],
    [{ ...visit, state: 'waiting', since: at(20) } as const, at(31), 'waiting'],
    [{ ...visit, state: 'waiting', since: at(20), awaySince: at(25) } as const, at(31), 'away'],
    [{ ...visit, state: 'in_visit', admittedAt: at(31) } as const, at(40), 'in_visit'],
    [{ ...visit, state: 'ended' } as const, at(59), 'done'],
    [{ ...visit, state: 'no_show' } as const, at(59), 'missed'],
  ])('%o at %o is %s', (facts, now, kind) => {
    expect(dayState(facts, now).kind).toBe(kind)
  })
})
