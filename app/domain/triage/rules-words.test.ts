import { describe, expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import type { Answers } from '~/domain/intake/instrument'
import { wordsIn } from './find-words'
import { thinnerWords, wordNet } from './rules-words'
import { triage } from './triage'

const { answers } = examples.rightSided
const judge = (changes: Answers) => triage({ ...answers, ...changes }, { asOf: '2026-11-22' })
const say = (painWords: string) => judge({ painWords }).urgency

const net = { ...wordNet, keywords: [...wordNet.keywords, thinnerWords] }
const found = (words: string) => wordsIn(words, net, 'self').map(({ keyword }) => keyword.id)

/** Of what is caught, all that says no more than an answer can say. */
const onlyRepeats = ['herion in my twenties', 'heroin, clean for two years', 'my brother had an aneurysm']

describe.each(net.keywords.map((keyword) => [keyword.id, keyword] as const))('%s', (id, keyword) => {
  test.each([...(keyword.catches ?? [])])('catches: %s', (words) => {
    expect(found(words)).toContain(id)
    expect(found(`It began in May. ${words}. That is all.`)).toContain(id)
  })

  test.each([...(keyword.catches ?? [])])('beside an answer that says the same: %s', (words) => {
    const beside = wordsIn(words, { ...net, answered: () => true }, 'self').map((each) => each.keyword.id)
    expect(beside.includes(id)).toBe(!onlyRepeats.includes(words))
  })

  test.each([...(keyword.letsThrough ?? [])])('lets through: %s', (words) => {
    expect(found(words)).not.toContain(id)
  })
})

describe('words that make someone look', () => {
  test.each([
    ['my bottom went numb when wiping', 'redflag:cauda_equina'],
    ['It feels numb down there since Friday', 'redflag:cauda_equina'],
    ['I can’t pee since last night', 'redflag:cauda_equina'],
    ['I wet myself twice this week', 'redflag:cauda_equina'],
    ['I have lost control of my bowels', 'redflag:cauda_equina'],
    ['my foot drags on the carpet', 'redflag:progressive_neuro_deficit'],
    ['my leg gave out on the stairs', 'redflag:progressive_neuro_deficit'],
    ['both of my legs are weak now', 'redflag:progressive_neuro_deficit'],
    ['I cannot walk', 'redflag:progressive_neuro_deficit'],
    ['Had a fever of 102 on Monday', 'redflag:infection'],
    ['chills every night', 'redflag:infection'],
    ['I used to shoot up', 'redflag:infection'],
    ['heroin, clean for two years', 'redflag:infection'],
    ['there is a lump in my belly beating like a heart', 'redflag:vascular_aaa'],
    ['a tearing pain between the shoulders', 'redflag:vascular_aaa'],
    ['I passed out in the kitchen', 'redflag:vascular_aaa'],
    ['short of breath since the flight', 'redflag:dvt'],
    ['my testicle is swollen', 'redflag:testicular_torsion'],
    ['there was blood in my urine', 'ddx:renal_urologic'],
    ['sometimes I want to kill myself', 'redflag:suicidality'],
    ['my family would be better off without me', 'redflag:suicidality'],
    ['took an overdose years ago', 'redflag:suicidality'],
    ['my husband hits me', 'redflag:abuse/safety'],
  ])('%s', (words, code) => {
    expect(['same_day', 'emergency']).toContain(say(words).tier)
    expect(say(words).codes).toContain(code)
  })

  test.each([
    'I am going to kill myself tonight',
    'I have a plan to end my life',
    'I tried to kill myself last week',
    'I took all my pills',
  ])('intent is an emergency: %s', (words) => {
    expect(say(words)).toMatchObject({ tier: 'emergency', codes: ['redflag:suicidality'] })
  })

  test.each([
    'I had no fever.',
    'No fever or chills',
    'no fever, chills or night sweats',
    'I never had fevers',
    'I can’t walk far because of the buttock',
    'I hurt myself lifting a box',
    'I wipe the counters and my back hurts',
    'I want to pass the summer in my garden',
    'My numb feeling in the toes is gone',
  ])('let through: %s', (words) => {
    expect(say(words).tier).toBe('routine')
  })

  test.each([
    'no fever until yesterday',
    'I do not know if it is a fever',
    'not sure about fever',
    'no idea, maybe chills',
    'I am not suicidal',
  ])('a denial that may be none is looked at: %s', (words) => {
    expect(say(words).tier).toBe('same_day')
  })

  test('the reason shows the words found and where', () => {
    const [reason] = say('Since Tuesday I can’t pee.').reasons
    expect(reason?.inputs).toEqual([
      { questionId: 'painWords', answer: 'Since Tuesday I can’t pee.', patientWords: 'can’t pee' },
    ])
  })

  test('words only raise: they never lower an answer', () => {
    expect(judge({ saddleNumbness: 'yes', painWords: 'no numbness down there' }).urgency.tier).toBe('emergency')
  })

  test('names and numbers are not searched', () => {
    expect(judge({ signedName: 'Fever Chills', planName: 'Blood Thinner Plan' }).urgency.tier).toBe('routine')
  })

  test('a blood thinner named only in words raises the review and the blocker', () => {
    const result = judge({ medicines: 'Eliquis twice a day' })
    expect(result.urgency.tier).toBe('same_day')
    expect(result.urgency.codes).toEqual(['block:anticoagulant_review'])
    expect(result.blockers.map((blocker) => blocker.code)).toContain('block:anticoagulant_review')
    const known = judge({ medicines: 'Eliquis', bloodThinner: 'yes', bloodThinnerWhich: ['apixaban'] })
    expect(known.urgency.tier).toBe('routine')
  })
})
