import { dayOfSlot } from './diary-timing'
import type { DiarySlot } from './outcome-lists'

const firstDay: Partial<Record<DiarySlot, { short: string; long: string }>> = {
  m30: { short: '30 min', long: '30 minutes after your injection' },
  h1: { short: '1 h', long: '1 hour after your injection' },
  h2: { short: '2 h', long: '2 hours after your injection' },
  h4: { short: '4 h', long: '4 hours after your injection' },
  h8: { short: '8 h', long: '8 hours after your injection' },
}

/** A slot as a heading: "4 hours after your injection", "Day 3 after your injection". */
export function slotWords(slot: DiarySlot): string {
  return firstDay[slot]?.long ?? `Day ${dayOfSlot(slot)} after your injection`
}

/** A slot in a table: "4 h", "Day 3". */
export function slotLabel(slot: DiarySlot): string {
  return firstDay[slot]?.short ?? `Day ${dayOfSlot(slot)}`
}
