import { reaches, relief } from './relief'
import type { ComputedRelief, Reading } from './relief'
import { dayOfSlot, isLate, slotTiming } from './diary-timing'
import { diarySlots } from './outcome-lists'
import type { DiarySlot } from './outcome-lists'

/** Minutes after the injection in which the numbing medicine is expected to act. */
export type AnestheticWindow = { readonly fromMinutes: number; readonly toMinutes: number }

/** General knowledge, to be confirmed by the clinic: lidocaine 1 to 2 hours, bupivacaine 4 to 8. `unknown` is the time in which either acts. */
export const anestheticWindows = {
  lidocaine: { fromMinutes: 30, toMinutes: 120 },
  bupivacaine: { fromMinutes: 30, toMinutes: 480 },
  unknown: { fromMinutes: 30, toMinutes: 120 },
} as const satisfies Record<string, AnestheticWindow>

export type DiagnosticEntry = {
  readonly slot: DiarySlot
  readonly painNow: number
  readonly didActivity: boolean | null
  readonly writtenAt: Date
}

export type DiagnosticResponse = {
  readonly kind: 'positive' | 'partial' | 'negative' | 'indeterminate'
  readonly why:
    | 'sustainedAndActive'
    | 'notSustained'
    | 'half'
    | 'underHalf'
    | 'baselineTooLow'
    | 'entriesMissing'
    | 'activityNotDone'
    | 'confounded'
  /** Relief at each slot of the window that was written in time. */
  readonly entries: readonly { readonly slot: DiarySlot; readonly percent: number }[]
}

const minutesBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 60_000

/**
 * The response while the numbing medicine acts (clinical basis 8.2 A), from the number before the injection and the diary's
 * "now" numbers of the same day. Positive: 75% or more at every slot of the window, at least two, and the usual activity
 * done. A slot that is missing or late makes it indeterminate, and so does a number before of under 4.
 * `confounded` is the clinician's word: sedation, another pain, medicine outside the joint.
 */
export function diagnosticResponse(from: {
  painBefore: number
  needleOutAt: Date
  zone: string
  entries: readonly DiagnosticEntry[]
  window?: AnestheticWindow
  confounded?: boolean
}): DiagnosticResponse {
  const window = from.window ?? anestheticWindows.unknown
  const timings = diarySlots
    .map((slot) => slotTiming(slot, from.needleOutAt, from.zone))
    .filter((timing) => {
      const after = minutesBetween(from.needleOutAt, timing.dueAt)
      return dayOfSlot(timing.slot) === undefined && after >= window.fromMinutes && after <= window.toMinutes
    })
  const inTime = timings.flatMap((timing) => {
    const entry = from.entries.find((one) => one.slot === timing.slot)
    return entry && !isLate(timing, entry.writtenAt) ? [entry] : []
  })
  const reading = (value: number): Reading => ({ scale: 'nrs', anchor: 'now', side: 'both', value })
  const before = reading(from.painBefore)
  const computed = inTime.flatMap((entry) => {
    const found = relief(before, reading(entry.painNow))
    return found.kind === 'computed' ? [{ slot: entry.slot, found }] : []
  })
  const entries = computed.map(({ slot, found }) => ({ slot, percent: found.percent }))
  const answer = (kind: DiagnosticResponse['kind'], why: DiagnosticResponse['why']): DiagnosticResponse => ({
    kind,
    why,
    entries,
  })

  if (from.confounded) return answer('indeterminate', 'confounded')
  if (from.painBefore < 4) return answer('indeterminate', 'baselineTooLow')
  if (inTime.length < timings.length || inTime.length < 2) return answer('indeterminate', 'entriesMissing')
  const all: ComputedRelief[] = computed.map(({ found }) => found)
  if (all.every((found) => reaches(found, 75))) {
    const active = inTime.some((entry) => entry.didActivity === true)
    return active ? answer('positive', 'sustainedAndActive') : answer('indeterminate', 'activityNotDone')
  }
  if (all.some((found) => reaches(found, 75))) return answer('partial', 'notSustained')
  return all.some((found) => reaches(found, 50)) ? answer('partial', 'half') : answer('negative', 'underHalf')
}
