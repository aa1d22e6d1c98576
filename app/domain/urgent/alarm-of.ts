import { emergencyOf } from '~/domain/intake/emergency-of'
import { questionOf } from '~/domain/intake/instrument'
import type { AnswerValue, Answers, QuestionKey } from '~/domain/intake/instrument'
import type { UrgentTier } from './urgent-lists'

export type Alarm = { readonly urgency: UrgentTier; readonly code: string }

/** What "not sure" on a safety question is filed under until the whole intake is read. */
const notSureCode = 'answer:not_sure'

function saysNotSure(value: AnswerValue): boolean {
  return value === 'not_sure' || (Array.isArray(value) && (value as readonly unknown[]).includes('not_sure'))
}

/** The call that one answer asks for at once, before the rest is known. Null: it can wait for the whole intake. `asOf` is YYYY-MM-DD. */
export function alarmOf(key: QuestionKey, value: AnswerValue, answers: Answers, asOf: string): Alarm | null {
  const interruption = emergencyOf(key, value, answers, { asOf })
  if (interruption) return { urgency: interruption.mode === 'stop' ? 'emergency' : 'same_day', code: interruption.code }
  if (questionOf(key).emergency && saysNotSure(value)) return { urgency: 'same_day', code: notSureCode }
  return null
}

const ranks: Record<UrgentTier, number> = { same_day: 1, emergency: 2 }

/** Of two answers to one safety question, which needs us sooner: positive for the first, negative for the second, 0 for neither. */
export function compareNeed(one: Alarm | null, other: Alarm | null): number {
  const rank = (alarm: Alarm | null) => (alarm ? ranks[alarm.urgency] : 0)
  return rank(one) - rank(other)
}
