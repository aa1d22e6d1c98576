import { Temporal } from 'temporal-polyfill'

/**
 * The instant at which the clocks of a zone show this time on this day (`YYYY-MM-DD`, `HH:MM` or `HH:MM:SS`).
 * A time the spring change skips is moved forward by the gap; of a time the autumn change repeats, the first is taken.
 */
export function atWallClock(plainDay: string, plainTime: string, zone: string): Date {
  const zoned = Temporal.PlainDate.from(plainDay).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(plainTime),
  })
  return new Date(zoned.epochMilliseconds)
}
