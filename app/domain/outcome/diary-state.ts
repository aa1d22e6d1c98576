import { diaryTimings } from './diary-timing'
import type { SlotTiming } from './diary-timing'
import type { DiarySlot } from './outcome-lists'

/**
 * `now`: to be answered about this moment. `addable`: its moment has passed, a remembered number is still taken.
 * `missing`: passed for good; a missing slot is never read as zero.
 */
type SlotState = 'written' | 'now' | 'addable' | 'missing' | 'later'

export type SlotStanding = SlotTiming & { readonly state: SlotState }

/** Where every slot of a diary stands at `now`. At most one slot is `now`: the newest that has opened. */
export function diaryState(diary: {
  needleOutAt: Date
  zone: string
  written: readonly DiarySlot[]
  now: Date
}): SlotStanding[] {
  const timings = diaryTimings(diary.needleOutAt, diary.zone)
  const newest = timings.findLast((timing) => timing.opensAt <= diary.now)
  return timings.map((timing) => {
    if (diary.written.includes(timing.slot)) return { ...timing, state: 'written' }
    if (timing.opensAt > diary.now) return { ...timing, state: 'later' }
    if (timing.closesAt <= diary.now) return { ...timing, state: 'missing' }
    return { ...timing, state: timing === newest ? 'now' : 'addable' }
  })
}
