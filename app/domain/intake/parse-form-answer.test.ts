import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyIntake } from './any-intake'
import { formTexts } from './form-texts'
import type { QuestionKey } from './instrument'
import { parseFormAnswer } from './parse-form-answer'

test.each<[QuestionKey, string[], unknown]>([
  ['saddleNumbness', ['not_sure'], 'not_sure'],
  ['bodySigns', ['rest_pain', 'weight_loss'], ['rest_pain', 'weight_loss']],
  ['painAreas', ['si-right:7', 'sacrum'], [{ region: 'si-right', strength: 7 }, { region: 'sacrum' }]],
  ['mainArea', ['si-right'], 'si-right'],
  ['onePoint', ['back,50.2,757'], { view: 'back', x: 50.2, y: 757 }],
  ['painNow', ['0'], 0],
  ['a1c', ['7,2'], 7.2],
  ['painSince', ['2026-03'], '2026-03'],
  ['painSince', ['3', '2026'], '2026-03'],
  ['painSince', ['', '2026'], '2026'],
  ['traumaDate', ['5', '3', '2026'], '2026-03-05'],
  ['traumaDate', ['', '3', '2026'], '2026-03'],
  ['traumaDate', ['', '', '2026'], '2026'],
  ['birthDate', ['9', '3', '1959'], '1959-03-09'],
  ['consentTelehealth', ['on'], true],
  ['goals', ['  walk\r\nswim '], 'walk\nswim'],
])('%s from %j', (key, values, value) => {
  expect(parseFormAnswer(key, values)).toEqual({ ok: true, value })
})

test.each<[QuestionKey, string[]]>([
  ['saddleNumbness', []],
  ['goals', ['   ']],
  ['painAreas', []],
  ['painSince', ['', '']],
])('%s from %j is cleared', (key, values) => {
  expect(parseFormAnswer(key, values)).toEqual({ ok: true, value: undefined })
})

test.each<[QuestionKey, string[], string]>([
  ['saddleNumbness', ['perhaps'], 'Choose one of the answers'],
  ['painNow', ['12'], 'Use a number from 0 to 10'],
  ['painNow', ['a lot'], 'Use a whole number from 0 to 10'],
  ['painSince', ['3', ''], 'Add the year, like 2026, or month and year'],
  ['painSince', ['13', '2026'], 'There is no such date'],
  ['traumaDate', ['5', '', '2026'], 'There is no such date'],
  ['birthDate', ['31', '2', '1990'], 'There is no such day'],
  ['bodySigns', ['none', 'rest_pain'], '“None” cannot stand beside other answers'],
  ['onePoint', ['back,,'], 'Place the point on the picture'],
])('%s from %j is sent back with words', (key, values, message) => {
  expect(parseFormAnswer(key, values)).toEqual({ ok: false, message })
})

test('what a form shows comes back the same', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyIntake, (intake) => {
      for (const [key, value] of Object.entries(intake)) {
        expect(parseFormAnswer(key as QuestionKey, formTexts(key as QuestionKey, value))).toEqual({ ok: true, value })
      }
    }),
    { numRuns: 30 },
  )
})
