import { zonedParts } from './zoned-parts'

/** The wall clock of this zone: "2:30 PM". Built from parts, so that server and browser write the same characters. */
export function sayTime(date: Date, zone: string): string {
  const { hour, minute } = zonedParts(date, zone)
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`
}
