import type { UrgentTier } from './urgent-lists'

const minute = 60_000

/** How often the on-call clinicians hear again of a call nobody took. */
const remindEvery = { emergency: { minutes: 15 }, sameDay: { minutes: 60 } } as const

type Alarm = { readonly urgency: UrgentTier; readonly openedAt: Date; readonly dueAt: Date }

/** When the on-call clinicians are first told by mail: at once of an emergency, when it is due of a same-day call. */
export function firstAlertAt(alarm: Alarm): Date {
  return alarm.urgency === 'emergency' ? alarm.openedAt : alarm.dueAt
}

/** When they are told next, as long as nobody takes it: at the due time, then at even steps. */
export function nextAlertAt(alarm: Alarm, now: Date): Date {
  if (now < alarm.dueAt) return alarm.dueAt
  const step = alarm.urgency === 'emergency' ? remindEvery.emergency : remindEvery.sameDay
  return new Date(now.getTime() + step.minutes * minute)
}
