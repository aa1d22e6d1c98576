import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import type { ExamRecord } from '../exam/exam-record'
import { type ItemToAsk, itemsToAsk } from './items-to-ask'
import { mergedAnswers } from './merged-answers'
import type { AskedAnswer } from './review-wish'
import { inOrder, type PatternEvent, standingPattern, standingUrgency, withBefore } from './standing-urgency'
import { higher, type SiTier, type Tier, type TriageResult } from './triage-result'
import type { Said } from './unsettled'

type Who = { readonly id: string; readonly name: string }
type Made = { readonly id: string; readonly urgency: Tier; readonly siPattern: SiTier; readonly at: Date }

/** One intake with all that was said of it, each list oldest first. */
export type TriageHistory = {
  readonly answers: Answers
  readonly result: (Made & { readonly result: TriageResult }) | null
  readonly readings: readonly (Made & {
    readonly result: TriageResult
    readonly answers: Answers | null
    readonly exam: ExamRecord | null
    readonly by: Who
  })[]
  readonly reviews: readonly (Made & {
    readonly decision: 'agree' | 'override'
    readonly reason: string | null
    readonly asked: readonly { readonly ruleId: string; readonly now: AskedAnswer }[]
    readonly by: Who
  })[]
}

export type TriageStanding = {
  /** Null while the rules have read nothing. */
  readonly urgency: Tier | null
  readonly siPattern: SiTier | null
  /** The newest event: what a page must have shown before anyone decides. */
  readonly newest: string | null
  readonly newestAt: Date | null
  /** What the rules say now: the newest reading, else the result. */
  readonly reading: TriageResult | null
  readonly answers: Answers
  readonly exam: ExamRecord
  readonly said: readonly Said[]
  readonly items: readonly ItemToAsk[]
}

type Event = PatternEvent & { readonly id: string }

function eventsOf({ result, readings, reviews }: TriageHistory): Event[] {
  const event = (kind: Event['kind'], made: Made): Event => {
    const { id, urgency, siPattern, at } = made
    return { id, urgency, siPattern, at, kind }
  }
  return [
    ...(result ? [event('result', result)] : []),
    ...readings.map((one) => event('reading', one)),
    ...reviews.map((one) => event('review', one)),
  ]
}

function saidIn({ result, readings }: TriageHistory): Said[] {
  const first = result ? [{ at: result.at, reasons: result.result.urgency.reasons, asked: [] }] : []
  const later = readings.map((one) => ({
    at: one.at,
    reasons: one.result.urgency.reasons,
    asked: Object.keys(one.answers ?? {}) as QuestionKey[],
  }))
  return [...first, ...later].toSorted((one, other) => +one.at - +other.at)
}

function newestReading({ result, readings }: TriageHistory): TriageResult | null {
  const all = [...(result ? [result] : []), ...readings].toSorted((one, other) => +one.at - +other.at)
  return all.at(-1)?.result ?? null
}

/** What stands of one intake, and what it stands on. */
export function triageStanding(history: TriageHistory): TriageStanding {
  const { readings, reviews } = history
  const events = eventsOf(history)
  const before = new Map(withBefore(events).map((event) => [event.id, event.before]))
  const raised = reviews.flatMap((review) => {
    const stood = before.get(review.id)
    const isRaise = stood && higher(stood, review.urgency) !== stood
    return isRaise ? [{ id: review.id, at: review.at, by: review.by.name, reason: review.reason }] : []
  })
  const newest = inOrder(events).at(-1)
  const said = saidIn(history)
  return {
    urgency: standingUrgency(events),
    siPattern: standingPattern(events),
    newest: newest?.id ?? null,
    newestAt: newest?.at ?? null,
    reading: newestReading(history),
    answers: mergedAnswers(
      history.answers,
      readings.map((one) => one.answers),
    ),
    exam: readings.findLast((one) => one.exam !== null)?.exam ?? { findings: [] },
    said,
    items: itemsToAsk(said, raised),
  }
}
