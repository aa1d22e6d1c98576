import { zonedParts } from './zoned-parts'

const two = (count: number) => String(count).padStart(2, '0')

/** The calendar day in this zone as `YYYY-MM-DD`. */
export function dayOf(date: Date, zone: string): string {
  const { year, month, day } = zonedParts(date, zone)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}
