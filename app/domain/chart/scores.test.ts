import { describe, expect, test } from 'vitest'
import type { Answers } from '~/domain/intake/instrument'
import { scoresOf } from './scores'

const none = 'not_at_all'
const every = 'nearly_every_day'

/** Nine answers, of which some can be left out. */
function moods(changes: Answers = {}, ...without: (keyof Answers)[]): Answers {
  const answers: Answers = {
    phqInterest: every,
    phqDown: 'more_than_half',
    phqSleep: 'several_days',
    phqTired: every,
    phqAppetite: none,
    phqFailure: 'several_days',
    phqConcentration: 'more_than_half',
    phqMoving: none,
    selfHarm: none,
    ...changes,
  }
  for (const key of without) delete answers[key]
  return answers
}

describe('PEG', () => {
  test('is the mean of three with one decimal', () => {
    expect(scoresOf({ painAverage: 7, pegEnjoyment: 7, pegActivity: 6 }).peg).toBe(6.7)
    expect(scoresOf({ painAverage: 0, pegEnjoyment: 0, pegActivity: 0 }).peg).toBe(0)
  })
  test('has no value while one is missing', () => {
    expect(scoresOf({ painAverage: 7, pegActivity: 6 }).peg).toBeNull()
  })
})

describe('RMDQ', () => {
  test.each<[Answers, number | null]>([
    [{}, null],
    [{ rmdq: ['none'] }, 0],
    [{ rmdq: ['r01'] }, 1],
    [{ rmdq: ['r02', 'r12', 'r24'] }, 3],
  ])('%j counts %j', (answers, score) => {
    expect(scoresOf(answers).rmdq).toBe(score)
  })
  test('reaches 24', () => {
    const all = Array.from({ length: 24 }, (_, index) => `r${String(index + 1).padStart(2, '0')}`)
    expect(scoresOf({ rmdq: all as NonNullable<Answers['rmdq']> }).rmdq).toBe(24)
  })
})

describe('PHQ', () => {
  test('two items add up, and one alone is no score', () => {
    expect(scoresOf({ phqInterest: every, phqDown: every }).phq2).toBe(6)
    expect(scoresOf({ phqInterest: none, phqDown: none }).phq2).toBe(0)
    expect(scoresOf({ phqInterest: every }).phq2).toBeNull()
  })
  test('nine items add up', () => {
    expect(scoresOf(moods()).phq9).toEqual({ total: 12, answered: 9 })
    const all = moods({ phqDown: every, phqSleep: every, phqAppetite: every, phqFailure: every })
    expect(scoresOf({ ...all, phqConcentration: every, phqMoving: every, selfHarm: every }).phq9?.total).toBe(27)
  })
  test('one or two that are missing are made up for; not sure is missing, never a no', () => {
    expect(scoresOf(moods({}, 'phqMoving')).phq9).toEqual({ total: 14, answered: 8 })
    expect(scoresOf(moods({ selfHarm: 'not_sure' }, 'phqMoving')).phq9).toEqual({ total: 15, answered: 7 })
  })
  test('with three missing there is no score', () => {
    expect(scoresOf(moods({ selfHarm: 'not_sure' }, 'phqMoving', 'phqAppetite')).phq9).toBeNull()
  })
})
