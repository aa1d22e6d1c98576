import { addDays } from '../time/add-days'
import { atWallClock } from '../time/at-wall-clock'
import { dayOf } from '../time/day-of'
import { diarySlots } from './outcome-lists'
import type { DiarySlot } from './outcome-lists'

/** When a slot may be answered as "now", when it is due, from when an answer counts as late, and until when it may be added. */
export type SlotTiming = {
  readonly slot: DiarySlot
  readonly opensAt: Date
  readonly dueAt: Date
  readonly lateFrom: Date
  readonly closesAt: Date
}

const minute = 60_000
const hour = 60 * minute

/** Minutes after the needle is out at which the slots of the first day are due, and open. */
const firstDay: Partial<Record<DiarySlot, { due: number; opens: number }>> = {
  m30: { due: 30, opens: 15 },
  h1: { due: 60, opens: 45 },
  h2: { due: 120, opens: 90 },
  h4: { due: 240, opens: 180 },
  h8: { due: 480, opens: 360 },
}

const eveningOfTheDay = '18:00'
const addableFor = 48 * hour

/** Days after the injection of a daily slot, undefined for the slots of the first day. */
export function dayOfSlot(slot: DiarySlot): number | undefined {
  return slot.startsWith('d') ? Number(slot.slice(1)) : undefined
}

/**
 * Timing of one slot, counted from the moment the needle is out; daily slots are open all day on the clinic's calendar
 * and due at 6 PM. Late: more than 30 minutes in the first two hours, more than 12 hours afterwards (clinical basis 7.3).
 * A number may be added for two days, then the slot stays missing.
 */
export function slotTiming(slot: DiarySlot, needleOutAt: Date, zone: string): SlotTiming {
  const first = firstDay[slot]
  const day = addDays(dayOf(needleOutAt, zone), dayOfSlot(slot) ?? 0)
  const dueAt = first ? new Date(needleOutAt.getTime() + first.due * minute) : atWallClock(day, eveningOfTheDay, zone)
  const opensAt = first ? new Date(needleOutAt.getTime() + first.opens * minute) : atWallClock(day, '00:00', zone)
  const grace = first && first.due <= 120 ? 30 * minute : 12 * hour
  return {
    slot,
    opensAt,
    dueAt,
    lateFrom: new Date(dueAt.getTime() + grace),
    closesAt: new Date(dueAt.getTime() + addableFor),
  }
}

/** Timing of every slot of the diary, in order. */
export function diaryTimings(needleOutAt: Date, zone: string): SlotTiming[] {
  return diarySlots.map((slot) => slotTiming(slot, needleOutAt, zone))
}

/** Whether an answer written at this moment is late for its slot. */
export function isLate(timing: SlotTiming, writtenAt: Date): boolean {
  return writtenAt > timing.lateFrom
}
