import { missedAt } from '../visit/doors'

const minute = 60_000

/** When a patient is reminded, before the start. */
const reminders = { day: { minutes: 24 * 60 }, hour: { minutes: 60 } } as const

export type VisitJob = { readonly task: 'remind-visit' | 'miss-visit'; readonly key: string; readonly runAt: Date }

/** What happens by itself around a visit, in order. Keys stay the same when the visit moves. */
export function visitJobs(visit: { id: string; startsAt: Date }): VisitJob[] {
  const before = ({ minutes }: { minutes: number }) => new Date(visit.startsAt.getTime() - minutes * minute)
  return [
    { task: 'remind-visit', key: `remind-visit:${visit.id}:day`, runAt: before(reminders.day) },
    { task: 'remind-visit', key: `remind-visit:${visit.id}:hour`, runAt: before(reminders.hour) },
    { task: 'miss-visit', key: `miss-visit:${visit.id}`, runAt: missedAt(visit.startsAt) },
  ]
}
