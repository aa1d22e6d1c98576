import type { Clinic } from '../people/clinic'
import { paths } from '../paths'
import { sayTime } from '../time/say-time'
import { sayWhen } from '../time/say-when'
import { sayZone } from '../time/say-zone'
import { doorsOpenAt } from '../visit/doors'

export type VisitNews = 'booked' | 'moved' | 'cancelled' | 'reminder'

export type VisitMail = {
  readonly subject: string
  readonly body: string
  readonly link: string
  readonly entryTitle: string
  readonly entryText: string
}

const subjects: Record<VisitNews, string> = {
  booked: 'Your appointment is booked',
  moved: 'Your appointment has a new time',
  cancelled: 'Your appointment is cancelled',
  reminder: 'Your appointment is coming up',
}

const leads: Record<VisitNews, (when: string) => string> = {
  booked: (when) => `Your video visit is booked: ${when}.`,
  moved: (when) => `Your video visit has moved. It is now: ${when}.`,
  cancelled: (when) => `Your video visit on ${when} is cancelled. The time is free again.`,
  reminder: (when) => `Your video visit is coming up: ${when}.`,
}

/** What a patient is told by mail about a visit: a time and a link, nothing about their health, not with whom. */
export function visitMail(visit: {
  id: string
  startsAt: Date
  zone: string
  clinic: Clinic
  news: VisitNews
}): VisitMail {
  const { clinic, zone, news } = visit
  const when = sayWhen(visit.startsAt, zone)
  const doors = `${sayTime(doorsOpenAt(visit.startsAt), zone)} ${sayZone(zone, visit.startsAt)}`
  const link = `${clinic.origin}${paths.careVisit(visit.id)}`
  const change = `To move or cancel it: ${clinic.origin}${paths.careVisitBooked(visit.id)}`
  const over = news === 'cancelled'
  const lines = over
    ? [leads[news](when), `To book another time: ${clinic.origin}${paths.care()}`]
    : [leads[news](when), `You can join from ${doors}: ${link}`, change]
  return {
    subject: subjects[news],
    body: [...lines, `Questions? Call ${clinic.name}: ${clinic.phone}.`].join('\n\n'),
    link,
    entryTitle: 'Video visit',
    entryText: [`Join from ${doors}: ${link}`, change, `Questions? Call ${clinic.phone}.`].join('\n'),
  }
}
