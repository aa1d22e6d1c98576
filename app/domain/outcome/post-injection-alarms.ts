import { dayOfSlot } from './diary-timing'
import type { Fever, NumbOrWeak } from './diary-answers'
import type { DiarySlot } from './outcome-lists'

export type AlarmEntry = {
  readonly slot: DiarySlot
  readonly painNow: number
  readonly numbOrWeak: NumbOrWeak
  readonly fever: Fever
}

export type PostInjectionAlarm = {
  readonly urgency: 'emergency' | 'same_day'
  readonly code: 'redflag:post_procedure_complication'
  /** Which answer raised it: the key of the diary's question. */
  readonly questionKey: 'fever' | 'numbOrWeak' | 'painNow'
}

const hour = 3_600_000
/** A change of two points on the 0 to 10 scale is one that matters (clinical basis 7.2). Provisional. */
const growth = 2
const sorenessEndsOnDay = 3

const alarm = (
  urgency: PostInjectionAlarm['urgency'],
  questionKey: PostInjectionAlarm['questionKey'],
): PostInjectionAlarm => ({
  urgency,
  code: 'redflag:post_procedure_complication',
  questionKey,
})

function feverAlarm(fever: Fever): PostInjectionAlarm[] {
  if (fever === 'yes') return [alarm('emergency', 'fever')]
  return fever === 'unsure' ? [alarm('same_day', 'fever')] : []
}

function legAlarm(numbOrWeak: NumbOrWeak, sinceNeedleOutMs: number): PostInjectionAlarm[] {
  if (numbOrWeak === 'both_legs' || numbOrWeak === 'worse') return [alarm('emergency', 'numbOrWeak')]
  if (numbOrWeak === 'unsure') return [alarm('same_day', 'numbOrWeak')]
  return numbOrWeak === 'same' && sinceNeedleOutMs > 8 * hour ? [alarm('same_day', 'numbOrWeak')] : []
}

function comparedPain(earlier: readonly AlarmEntry[], painBefore: number): number {
  const daily = earlier.filter((entry) => dayOfSlot(entry.slot) !== undefined)
  const settled = daily
    .filter((entry) => (dayOfSlot(entry.slot) ?? 0) >= sorenessEndsOnDay)
    .map((entry) => entry.painNow)
  return settled.length > 0 ? Math.min(...settled) : (daily.at(-1)?.painNow ?? painBefore)
}

/**
 * What a diary entry raises (clinical basis 4.2 and 10.5, RF-05 and RF-05b): fever, both legs or a leg getting worse are an
 * emergency; a leg still numb or weak after 8 hours, pain that grows after day 3, and "not sure" need a call the same day.
 * `earlier` are this procedure's other entries in the order of their slots; `painBefore` the number before the injection.
 */
export function postInjectionAlarms(
  entry: AlarmEntry,
  {
    earlier,
    painBefore,
    sinceNeedleOutMs,
  }: { earlier: readonly AlarmEntry[]; painBefore: number; sinceNeedleOutMs: number },
): PostInjectionAlarm[] {
  const pastSoreness = (dayOfSlot(entry.slot) ?? 0) > sorenessEndsOnDay
  const grew = pastSoreness && entry.painNow >= comparedPain(earlier, painBefore) + growth
  return [
    ...feverAlarm(entry.fever),
    ...legAlarm(entry.numbOrWeak, sinceNeedleOutMs),
    ...(grew ? [alarm('same_day', 'painNow')] : []),
  ]
}
