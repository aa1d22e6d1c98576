import { answerWords } from '~/domain/intake/answer-words'
import { askedIn } from '~/domain/intake/asked-in'
import { isQuestionKey, questionOf } from '~/domain/intake/instrument'
import type { AnswerValue } from '~/domain/intake/instrument'
import type { TriageResult } from '~/domain/triage/triage-result'
import type { UrgentReply, UrgentSource, UrgentTier } from '~/domain/urgent/urgent-lists'

/** One person to telephone, as a clinician's list shows it. */
export type UrgentEntry = {
  readonly id: string
  readonly patient: {
    readonly id: string
    readonly name: string
    readonly bornOn: string | null
    readonly phone: string | null
    readonly homeState: string | null
  }
  readonly urgency: UrgentTier
  readonly source: UrgentSource
  readonly sourceId: string
  /** Why, in the vocabulary of results. */
  readonly code: string
  /** The question of the intake or the diary that raised it. */
  readonly questionKey: string | null
  /** The question that raised it and what the person answered, in their words; null where no single question did. */
  readonly said: { readonly question: string; readonly answer: string } | null
  /** What they answered when the question was asked a second time, after a wrong tap; null when it was not. */
  readonly corrected: { readonly at: Date; readonly answer: string } | null
  /** The rules' reasons, when a whole intake raised it. */
  readonly reasons: readonly { readonly ruleId: string; readonly text: string; readonly citations: readonly string[] }[]
  /** The clinician who raised the urgency, and why; null when the answers did. */
  readonly raisedBy: { readonly name: string; readonly reason: string } | null
  readonly openedAt: Date
  readonly dueAt: Date
  readonly owner: { readonly id: string; readonly name: string } | null
  readonly takenAt: Date | null
  readonly reply: UrgentReply | null
  readonly repliedAt: Date | null
  readonly mistakeSaidAt: Date | null
  readonly closedAt: Date | null
  readonly outcome: string | null
}

/**
 * A question and its answer in the words of the version that was filled in; null for an unknown question or a missing
 * answer.
 */
export function saidOf(version: string | null, questionKey: string | null, value: unknown): UrgentEntry['said'] {
  if (questionKey === null || value === undefined || value === null || !isQuestionKey(questionKey)) return null
  const which = askedIn(version, questionKey)
  return {
    question: questionOf(questionKey, which).label,
    answer: answerWords(questionKey, value as AnswerValue, which),
  }
}

/** The reasons of a result that raise its urgency. */
export function reasonsOf(result: TriageResult | null): UrgentEntry['reasons'] {
  return (result?.urgency.reasons ?? []).map(({ ruleId, text, evidence }) => ({
    ruleId,
    text,
    citations: evidence.map((one) => one.citation),
  }))
}
