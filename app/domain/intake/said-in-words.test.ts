import { expect, test } from 'vitest'
import { answerWords } from './answer-words'
import { instrumentOf } from './instrument'
import { regionWords } from './region-words'
import { sideOf } from './side-of'

test('places are said as people say them, same names once', () => {
  expect(regionWords(['si-right', 'buttock-upper-right'])).toBe('your right dimple and right buttock')
  expect(regionWords(['si-left', 'buttock-upper-left', 'buttock-middle-left', 'groin-left'])).toBe(
    'your left dimple, left buttock and left groin',
  )
  expect(regionWords(['sacrum'])).toBe('your base of the spine')
  expect(regionWords([])).toBe('no place')
})

test('the side is the person’s own, and the middle does not change it', () => {
  expect(sideOf(['si-left', 'sacrum'])).toBe('left')
  expect(sideOf(['si-right'])).toBe('right')
  expect(sideOf(['si-right', 'foot-left'])).toBe('both')
  expect(sideOf(['sacrum', 'tailbone'])).toBe('middle')
  expect(sideOf([])).toBe('none')
})

test('answers are said as the person saw them', () => {
  expect(answerWords('saddleNumbness', 'not_sure')).toBe('Not sure')
  expect(answerWords('bodySigns', ['weight_loss', 'rest_pain'])).toBe(
    'I lost weight without trying; No position eases my pain at night or at rest',
  )
  expect(answerWords('painAreas', [{ region: 'si-right', strength: 7 }])).toBe(
    'right dimple of the low back and just below it: 7',
  )
  expect(answerWords('painSince', '2026-03')).toBe('March 2026')
  expect(answerWords('birthDate', '1959-03-03')).toBe('March 3, 1959')
  expect(answerWords('painSince', '2019')).toBe('2019')
  expect(answerWords('physicalTherapyWeeks', 6)).toBe('6 weeks')
  expect(answerWords('a1c', 7.2)).toBe('7.2%')
  expect(answerWords('consentPrivacy', true)).toBe('Agreed, version 1.0.0')
  expect(answerWords('papers', [{ id: 'a', kind: 'imaging_report' }])).toBe('Report of a picture')
})

test('an answer of an earlier version is said in its words', () => {
  expect(answerWords('bodySigns', ['rest_pain'], instrumentOf('1.0.0'))).toBe(
    'My pain at night or at rest does not ease in any position',
  )
})
