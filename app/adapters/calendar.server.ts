import { createEvent } from 'ics'
import type { EventAttributes } from 'ics'

export type CalendarEntry = {
  /** Stays the same when the entry moves, so that calendars replace it. */
  readonly uid: string
  /** Grows with every change. */
  readonly sequence: number
  readonly method: 'REQUEST' | 'CANCEL'
  /** Says nothing about a person's health. */
  readonly title: string
  readonly description: string
  readonly url: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly organizer: { readonly name: string; readonly email: string }
  /** Null for a person without an e-mail: the entry then names nobody who attends. */
  readonly attendeeEmail: string | null
  readonly writtenAt: Date
}

const utc = (date: Date): [number, number, number, number, number] => [
  date.getUTCFullYear(),
  date.getUTCMonth() + 1,
  date.getUTCDate(),
  date.getUTCHours(),
  date.getUTCMinutes(),
]

/** An iCalendar document (RFC 5545) with one entry, lines folded and text escaped. Throws when the entry is not a valid one. */
export function calendarDocument(entry: CalendarEntry): string {
  const cancelled = entry.method === 'CANCEL'
  const attributes: EventAttributes & { timestamp: number } = {
    productId: '-//Ilium//EN',
    uid: entry.uid,
    sequence: entry.sequence,
    method: entry.method,
    status: cancelled ? 'CANCELLED' : 'CONFIRMED',
    timestamp: entry.writtenAt.getTime(),
    title: entry.title,
    description: entry.description,
    url: entry.url,
    start: utc(entry.startsAt),
    startInputType: 'utc',
    startOutputType: 'utc',
    end: utc(entry.endsAt),
    endInputType: 'utc',
    endOutputType: 'utc',
    busyStatus: cancelled ? 'FREE' : 'BUSY',
    classification: 'PRIVATE',
    organizer: entry.organizer,
    attendees:
      entry.attendeeEmail === null
        ? []
        : [{ email: entry.attendeeEmail, name: entry.attendeeEmail, role: 'REQ-PARTICIPANT', partstat: 'ACCEPTED' }],
    alarms: cancelled ? [] : [{ action: 'display', description: entry.title, trigger: { minutes: 15, before: true } }],
  }
  const { error, value } = createEvent(attributes)
  if (error || !value) throw error ?? new Error('No calendar entry was made.')
  return value
}
