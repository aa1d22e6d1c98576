import { daysBetween } from './days-between'
import { sayDate } from './say-date'
import { sayTime } from './say-time'
import { sayZone } from './say-zone'
import { zonedParts } from './zoned-parts'

const nearDays: Record<number, string> = { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' }

/**
 * Day, time and zone: "Tue, Nov 24 · 2:30 PM CT". With `now`, days next to it are said as "Today", "Tomorrow" or
 * "Yesterday", and a day more than 300 days away carries its year.
 */
export function sayWhen(date: Date, zone: string, { now }: { now?: Date } = {}): string {
  const away = now ? daysBetween(now, date, zone) : undefined
  const near = away === undefined ? undefined : nearDays[away]
  const far = away !== undefined && Math.abs(away) > 300
  const day = near ?? (far ? `${sayDate(date, zone)}, ${zonedParts(date, zone).year}` : sayDate(date, zone))
  return `${day} · ${sayTime(date, zone)} ${sayZone(zone, date)}`
}
