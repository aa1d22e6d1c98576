import { daysBetween } from '~/domain/time/days-between'
import { sayDate } from '~/domain/time/say-date'
import { sayTime } from '~/domain/time/say-time'
import { sayZone } from '~/domain/time/say-zone'
import { weekdayName } from '~/domain/time/calendar-names'
import { dayOf } from '~/domain/time/day-of'
import { weekdayOf } from '~/domain/time/weekday-of'

/** The promise of a call in the clinic's zone: "We call you today", "by 3:12 PM CT". */
export type CallWords = {
  readonly title: string
  readonly by: string
  /** "today", "tomorrow" or "on Monday". */
  readonly day: string
  readonly late: boolean
}

/** What a person is told about a call that is due: the day when it is not today, and that we are late when we are. */
export function callWords(dueAt: Date, now: Date, zone: string): CallWords {
  const days = daysBetween(now, dueAt, zone)
  const time = `${sayTime(dueAt, zone)} ${sayZone(zone, dueAt)}`
  const late = dueAt < now
  if (late) return { title: 'We call you as soon as we can', by: `We wanted to by ${time}`, day: 'today', late }
  if (days === 0) return { title: 'We call you today', by: `by ${time}`, day: 'today', late }
  const day = days === 1 ? 'tomorrow' : `on ${weekdayName(weekdayOf(dayOf(dueAt, zone)))}`
  return { title: `We call you ${day}`, by: `by ${sayDate(dueAt, zone)} · ${time}`, day, late }
}
