import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import { wordsIn } from './find-words'
import { thinnerWords, wordNet } from './rules-words'
import { triage } from './triage'

/** Sentences as people write them, each with the code that must come of it; and ordinary ones of which nothing must. */
const { dangerous, harmless, clarify, quietAllergies, conditions, answered } = JSON.parse(
  readFileSync(new URL('told/words.json', import.meta.url), 'utf8'),
) as {
  dangerous: Record<string, readonly string[]>
  harmless: readonly string[]
  clarify: Record<string, readonly string[]>
  quietAllergies: readonly string[]
  conditions: Record<string, readonly string[]>
  answered: Record<'calm' | 'called', readonly (readonly [given: Answers, told: string])[]>
}

const rows = (table: Record<string, readonly string[]>) =>
  Object.entries(table).flatMap(([code, all]) => all.map((told): [string, string] => [told, code]))

const net = { ...wordNet, keywords: [...wordNet.keywords, thinnerWords] }
const codesIn = (told: string) => wordsIn(told, net, 'self').flatMap(({ keyword }) => keyword.codes)

const { answers } = examples.rightSided
const blockersOf = (given: Answers) =>
  triage({ ...answers, ...given }, { asOf: '2026-11-22' }).blockers.map(({ code }) => code)
const asked = (key: QuestionKey, told: string) =>
  blockersOf({ whoAnswers: 'myself', allergies: ['other'], [key]: told })

test('the table is long enough to mean something', () => {
  expect(rows(dangerous).length).toBeGreaterThanOrEqual(400)
  expect(harmless.length).toBeGreaterThanOrEqual(350)
  expect(answered.called.length).toBeGreaterThanOrEqual(45)
})

describe('dangerous words raise', () => {
  test.each(rows(dangerous))('%j: %s', (told, code) => {
    expect(codesIn(told)).toContain(code)
    expect(codesIn(told.toUpperCase())).toContain(code)
    expect(codesIn(`Right SI, two years. ${told}\nThank you`)).toContain(code)
  })
})

describe('ordinary words raise nothing', () => {
  test.each(harmless)('%j', (told) => {
    expect(codesIn(told)).toEqual([])
    expect(codesIn(`Right SI, two years. ${told}\nThank you`)).toEqual([])
  })
})

test('a long row of words is read as quickly as a short one', () => {
  expect(codesIn(`no ${'numbness feeling pain of the leg '.repeat(150)}and then fever since Monday`)).toContain(
    'redflag:infection',
  )
})

describe('words that leave something to clarify', () => {
  test.each(rows(clarify))('allergy %j: %s', (told, code) => {
    expect(asked('allergyWords', told)).toContain(code)
  })

  test.each(quietAllergies)('allergy %j: nothing', (told) => {
    expect(asked('allergyWords', told).filter((code) => code.startsWith('block:allergy'))).toEqual([])
  })

  test.each(rows(conditions))('illness or medicine %j: %s', (told, code) => {
    expect(asked('conditionsWords', told)).toContain(code)
    expect(asked('medicines', told)).toContain(code)
  })

  test('they raise no tier', () => {
    const told: Answers = {
      allergies: ['other'],
      medicines: 'Humira, prednisone',
      conditionsWords: 'hemophilia',
      allergyWords: 'latex',
    }
    expect(triage({ ...answers, ...told }, { asOf: '2026-11-22' }).urgency.tier).toBe('routine')
  })
})

describe('words that tell once more what is answered', () => {
  const called = (given: Answers, told: string) =>
    triage(
      { ...answers, whoAnswers: 'myself', ...given, painWords: told },
      { asOf: '2026-11-22' },
    ).urgency.reasons.some(({ ruleId }) => ruleId.startsWith('KW-'))

  test.each(answered.calm)('%j: %s', (given, told) => {
    expect(called(given, told)).toBe(false)
  })

  test.each(answered.called)('more than is answered, %j: %s', (given, told) => {
    expect(called(given, told)).toBe(true)
  })

  test('nothing of self-harm or violence passes for an answer, a denial of long ago or another person', () => {
    const never = net.keywords.filter(({ codes }) =>
      codes.some((code) => ['redflag:suicidality', 'redflag:abuse/safety'].includes(code)),
    )
    expect(never.length).toBeGreaterThanOrEqual(5)
    expect(never.filter(({ told, past, others }) => told ?? past ?? others)).toEqual([])
  })
})

describe('somebody else', () => {
  const tierOf = (given: Answers) => triage({ ...answers, ...given }, { asOf: '2026-11-22' }).urgency.tier

  test.each([
    ['myself', 'My husband has a catheter.', 'routine'],
    ['for_someone', 'My husband has a catheter.', 'same_day'],
    ['with_help', 'My husband has a catheter.', 'same_day'],
    ['myself', 'My wife and I have a fever.', 'same_day'],
    ['myself', 'My husband has a fever and so do I.', 'same_day'],
    ['myself', 'My brother killed himself in 2003.', 'same_day'],
    ['myself', 'My sister was hit by her husband and he hit me too.', 'same_day'],
  ] as const)('%s: %s', (whoAnswers, painWords, tier) => {
    expect(tierOf({ whoAnswers, painWords })).toBe(tier)
  })

  test('words in a field for a name are read, too', () => {
    expect(tierOf({ pharmacy: 'Walgreens. I have a fever' })).toBe('same_day')
    expect(tierOf({ whoAnswers: 'with_help', helper: 'my daughter, I cannot pee' })).toBe('same_day')
    expect(tierOf({ signedName: 'Fever Chills' })).toBe('routine')
  })
})
