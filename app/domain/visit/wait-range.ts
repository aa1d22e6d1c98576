/** What the clinic knows about the line before one waiting patient. */
export type WaitingLine = {
  /** Patients of the same provider who wait and were booked earlier. */
  readonly ahead: number
  /** When the provider's running visit began, or null. */
  readonly busySince: Date | null
  /** How long the running visit was booked for. */
  readonly busyPlannedMinutes: number | null
  /** Mean length of the provider's visits that ended today, or null when none has. */
  readonly typicalMinutes: number | null
}

export type WaitRange = { readonly from: number; readonly to: number }

const usualVisit = { minutes: 30 }
const leastRemaining = { minutes: 3 }
const step = 5
const minute = 60_000

/** An honest guess of the wait in minutes, as a range: never a single number, never before the booked start. */
export function waitRange(line: WaitingLine, startsAt: Date, now: Date): WaitRange {
  const typical = line.typicalMinutes ?? usualVisit.minutes
  const planned = Math.max(line.busyPlannedMinutes ?? typical, line.typicalMinutes ?? 0)
  const remaining = line.busySince
    ? Math.max(planned - (now.getTime() - line.busySince.getTime()) / minute, leastRemaining.minutes)
    : 0
  const untilStart = Math.max(0, (startsAt.getTime() - now.getTime()) / minute)
  const guess = Math.max(remaining + line.ahead * typical, untilStart)
  const from = Math.floor(guess / step) * step
  return { from, to: from + (guess <= 40 ? 10 : 20) }
}

/** "5 to 15 min", or "Under 10 min". */
export function sayWait(range: WaitRange): string {
  return range.from === 0 ? `Under ${range.to} min` : `${range.from} to ${range.to} min`
}
