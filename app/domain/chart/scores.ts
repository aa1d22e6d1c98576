import { moodPoints } from '~/domain/intake/mood-points'
import type { Answers } from '~/domain/intake/instrument'
import { pegOf } from './peg'

const phq2Keys = ['phqInterest', 'phqDown'] as const
const phq9Keys = [
  ...phq2Keys,
  'phqSleep',
  'phqTired',
  'phqAppetite',
  'phqFailure',
  'phqConcentration',
  'phqMoving',
  'selfHarm',
] as const

const mostMissing = 2

/** Of the nine items at most two may be missing; the total is then made up to nine and rounded. */
type Phq9 = { readonly total: number; readonly answered: number }

export type Scores = {
  /** Mean of the three PEG items with one decimal, 0 to 10; null when one is missing. */
  readonly peg: number | null
  /** Statements of Roland and Morris that are true today, 0 to 24; null when the list was passed by. */
  readonly rmdq: number | null
  /** 0 to 6; null when one of the two is missing. */
  readonly phq2: number | null
  /** 0 to 27; null when more than two items are missing. */
  readonly phq9: Phq9 | null
}

function points(answers: Answers, keys: readonly (typeof phq9Keys)[number][]): number[] {
  return keys.flatMap((key) => {
    const answer = answers[key]
    if (answer === undefined || answer === 'not_sure') return []
    return [answer === 'tried_recently' || answer === 'if_no_better' ? moodPoints.not_at_all : moodPoints[answer]]
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

function phq9(answers: Answers): Phq9 | null {
  const given = points(answers, phq9Keys)
  if (given.length < phq9Keys.length - mostMissing) return null
  return { total: Math.round((sum(given) * phq9Keys.length) / given.length), answered: given.length }
}

/** The published questionnaires within the intake, scored as published. For clinicians only: a patient sees no score. */
export function scoresOf(answers: Answers): Scores {
  const peg = pegOf(answers)
  const both = points(answers, phq2Keys)
  return {
    peg: peg === null ? null : Math.round(peg * 10) / 10,
    rmdq: answers.rmdq === undefined ? null : answers.rmdq.filter((item) => item !== 'none').length,
    phq2: both.length === phq2Keys.length ? sum(both) : null,
    phq9: phq9(answers),
  }
}
