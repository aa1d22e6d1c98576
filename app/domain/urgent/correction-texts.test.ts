import { expect, test } from 'vitest'
import { correctionTexts } from './correction-texts'

const all = (part: unknown): string[] =>
  typeof part === 'string' ? [part] : Object.values(part as Record<string, unknown>).flatMap(all)

test('the fixed texts around a wrong tap are these words', () => {
  expect(correctionTexts.link).toBe('I tapped the wrong answer')
  expect(correctionTexts.title).toBe('Did you tap the wrong answer?')
  expect(correctionTexts.changed.title).toBe('Thank you. We changed your answer.')
  expect(correctionTexts.changed.lead).toContain('A clinician still calls you, to be sure.')
})

test.each(['911', '988'] as const)(
  'whoever belongs on the %s page reads that number in every answer there',
  (number) => {
    for (const text of [correctionTexts.lead, correctionTexts.same, correctionTexts.still])
      expect(text[number]).toContain(number)
  },
)

test('they are short, promise a call and blame nobody', () => {
  for (const text of all(correctionTexts))
    for (const sentence of text.split(/(?<=[.?:]) /)) expect(sentence.split(' ').length).toBeLessThanOrEqual(16)
  expect(all(correctionTexts).join(' ')).not.toMatch(/mistake|error|diagnos|emergency|cancel/i)
})
