import type { AnswerValue, Answers, QuestionKey } from '~/domain/intake/instrument'
import { alarmOf } from './alarm-of'
import type { Alarm } from './alarm-of'

type Given = { readonly key: QuestionKey; readonly value: AnswerValue | undefined }
type Raised = { readonly key: QuestionKey; readonly alarm: Alarm }

/**
 * The calls that answers given at once ask for, each under the question that raises it. An answer that only stands beside
 * the one that raises, such as "no" to another sign of the same rule, is not named; no alarm is ever left out for that.
 * `answers` holds the given ones, too; `asOf` is YYYY-MM-DD.
 */
export function alarmsOf(given: readonly Given[], answers: Answers, asOf: string): Raised[] {
  const raised = given.flatMap(({ key, value }) => {
    const alarm = value === undefined ? null : alarmOf(key, value, answers, asOf)
    return alarm && value !== undefined ? [{ key, value, alarm }] : []
  })
  const byCode = Map.groupBy(raised, ({ alarm }) => `${alarm.urgency} ${alarm.code}`)
  const named = [...byCode.values()].flatMap((group) => {
    const alone = group.filter(({ key, value }) => {
      const others = group.filter((other) => other.key !== key).map((other) => [other.key, undefined] as const)
      return alarmOf(key, value, { ...answers, ...Object.fromEntries(others) }, asOf) !== null
    })
    return alone.length > 0 ? alone : group
  })
  return raised.filter((one) => named.includes(one)).map(({ key, alarm }) => ({ key, alarm }))
}
