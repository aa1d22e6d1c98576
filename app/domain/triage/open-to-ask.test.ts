import { expect, test } from 'vitest'
import { examples } from '../intake/examples'
import { currentVersion } from '../intake/versions'
import { askedAnswers } from './ask-wish'
import { completenessOf, openToAsk } from './open-to-ask'

const whole = examples.rightSided.answers

test('of a whole intake nothing is left to ask', () => {
  expect(openToAsk(whole, currentVersion)).toEqual([])
  expect(completenessOf(whole, currentVersion)).toMatchObject({ missing: 0, notSure: 0, safety: 0 })
})

test('what is missing or not sure is asked, safety first, each with why', () => {
  const { painNow: _now, canWalk: _walk, ...rest } = whole
  const answers = { ...rest, onset: 'not_sure', fainted: 'not_sure' } as typeof whole
  const open = openToAsk(answers, currentVersion)
  expect(open.map(({ question, why, safety }) => `${question.key} ${why} ${safety}`)).toEqual([
    'canWalk missing true',
    'fainted not_sure true',
    ...open.slice(2).map(({ question, why, safety }) => `${question.key} ${why} ${safety}`),
  ])
  expect(open.slice(2).map((one) => one.question.key)).toContain('painNow')
  expect(open.slice(2).every((one) => !one.safety)).toBe(true)
  expect(completenessOf(answers, currentVersion)).toMatchObject({ missing: 2, safety: 2 })
})

test('a draft asks only what its version asks', () => {
  const keys = openToAsk({ sexAtBirth: 'female' }, '1.0.0').map((one) => one.question.key)
  expect(keys).toContain('saddleNumbness')
  expect(keys).not.toContain('rmdq')
})

test('answers come from a form by the name of their question; open fields and other names are not asked', () => {
  const form = new FormData()
  for (const [name, value] of [
    ['intent', 'ask'],
    ['fever', 'yes'],
    ['fainted', ''],
    ['bodySigns', 'weight_loss'],
    ['bodySigns', 'rest_pain'],
    ['painNow', '12'],
    ['consentPrivacy', 'on'],
    ['painAreas', 'si-left'],
  ] as const)
    form.append(name, value)
  expect(askedAnswers(form, currentVersion)).toEqual({
    answers: { fever: 'yes', bodySigns: ['weight_loss', 'rest_pain'] },
    problems: { painNow: expect.stringContaining('0 to 10') },
  })
})
