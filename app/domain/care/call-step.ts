import { paths } from '../paths'
import { dayOf } from '../time/day-of'
import { sayTime } from '../time/say-time'
import { sayWhen } from '../time/say-when'
import { sayZone } from '../time/say-zone'
import type { CareFacts, OpenCall } from './care-facts'
import type { NextStep } from './next-step'

/** A call that is due says so before everything else; until it has been made there is nothing to book. */
export function callStep(call: OpenCall, { zone, clinicZone }: CareFacts, now: Date): NextStep {
  if (call.urgency === 'emergency') {
    return {
      key: 'emergency',
      title: 'Call 911 now.',
      lead: 'Or have someone take you to the nearest emergency room. Your answer needs to be checked in person right away.',
      action: { label: 'See what to do', to: paths.intakeEmergency() },
    }
  }
  const today = dayOf(call.dueAt, clinicZone) === dayOf(now, clinicZone)
  const by = today ? `${sayTime(call.dueAt, zone)} ${sayZone(zone, call.dueAt)}` : sayWhen(call.dueAt, zone)
  const late = call.dueAt <= now
  return {
    key: 'call',
    title: today ? 'We call you today' : 'We call you',
    lead: late ? 'We are late with your call and still on it. Or call us now.' : `You hear from us by ${by}.`,
    action: { label: 'See what you can do', to: paths.nextStep() },
  }
}
