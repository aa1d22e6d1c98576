import { diaryTimings, dayOfSlot, isLate } from '~/domain/outcome/diary-timing'
import { relief } from '~/domain/outcome/relief'
import { slotLabel } from '~/domain/outcome/slot-words'
import { lengthInWords } from '~/ui/clock-words'
import type { DiaryEntry } from '~/ui/diary-chart/entry'
import type { DiaryRow } from '~/ui/diary-chart/diary-table'
import type { FollowUp } from '~/features/outcome/read-follow-up.server'
import type { DiarySlot } from '~/domain/outcome/outcome-lists'

const hours: Partial<Record<DiarySlot, number>> = { m30: 0.5, h1: 1, h2: 2, h4: 4, h8: 8, d1: 24 }

const sources = { patient: 'Patient', staff_in_clinic: 'At the clinic', staff_by_phone: 'Asked by staff' }

type Diary = Pick<FollowUp, 'entries'> & { painBefore: number; needleOutAt: Date; zone: string; now: Date }

/** Percent relief as shown: rounded only here, never before it is compared. */
export function shownPercent(percent: number): string {
  return `${Math.round(percent)}%`
}

function reliefWords(before: number, now: number): string {
  const found = relief(
    { scale: 'nrs', anchor: 'now', side: 'both', value: before },
    { scale: 'nrs', anchor: 'now', side: 'both', value: now },
  )
  return found.kind === 'computed' ? shownPercent(found.percent) : 'not computable'
}

/** The marks of the curve: the number before the injection, then every diary slot; a missing one stays empty. */
export function curveOf({ entries, painBefore, needleOutAt, zone, now }: Diary): DiaryEntry[] {
  const slots = diaryTimings(needleOutAt, zone).filter((timing) => timing.opensAt <= now)
  return [
    { at: { hours: 0 }, now: painBefore },
    ...slots.map((timing): DiaryEntry => {
      const entry = entries.find((one) => one.slot === timing.slot)
      const hour = hours[timing.slot]
      return {
        at: hour === undefined ? { day: dayOfSlot(timing.slot) ?? 0 } : { hours: hour },
        now: entry?.painNow ?? null,
        moving: entry?.painDuringActivity ?? null,
        late: entry ? isLate(timing, entry.writtenAt) : false,
      }
    }),
  ]
}

/** The same numbers as rows: what was written and when, with relief against the number before on the same scale. */
export function rowsOf({ entries, painBefore, needleOutAt, zone, now }: Diary): DiaryRow[] {
  const slots = diaryTimings(needleOutAt, zone).filter((timing) => timing.opensAt <= now)
  return [
    { key: 'before', when: 'Before', now: painBefore, relief: 'baseline', entered: 'At the clinic' },
    ...slots.map((timing): DiaryRow => {
      const entry = entries.find((one) => one.slot === timing.slot)
      if (!entry)
        return { key: timing.slot, when: slotLabel(timing.slot), now: '–', entered: 'Nothing written', soft: true }
      const late = isLate(timing, entry.writtenAt)
      const source = sources[entry.source]
      return {
        key: timing.slot,
        when: slotLabel(timing.slot),
        now: entry.painNow,
        moving: entry.painDuringActivity ?? undefined,
        relief: reliefWords(painBefore, entry.painNow),
        entered: late
          ? `${source}, recalled ${lengthInWords(entry.writtenAt.getTime() - timing.dueAt.getTime())} late`
          : source,
      }
    }),
  ]
}
