import { paths } from '../paths'
import { callWords } from '../urgent/call-words'
import { needsNow } from '../urgent/needs-now'
import type { CareFacts, OpenCall } from './care-facts'
import type { NextStep } from './next-step'

/** A call that is due says so before everything else; until it has been made there is nothing to book. */
export function callStep(call: OpenCall, { clinicZone }: CareFacts, now: Date): NextStep {
  if (needsNow(call)) {
    const lead = 'Call 911. Thinking about harming yourself? Call or text 988. A clinician calls you, too.'
    return {
      key: 'emergency',
      title: 'Get help now',
      lead,
      action: { label: 'See what to do', to: paths.intakeEmergency() },
    }
  }
  const { title, by, late } = callWords(call.dueAt, now, clinicZone)
  return {
    key: 'call',
    title,
    lead: late ? `${by}. We are still on it. You can also call us now.` : `You hear from us ${by}.`,
    action: { label: 'See what you can do', to: paths.nextStep() },
  }
}
