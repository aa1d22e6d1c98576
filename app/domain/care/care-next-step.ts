import { byPhoneWords } from '../intake/by-phone-words'
import { paths } from '../paths'
import { doorsAreOpen, missedAt } from '../visit/doors'
import { sayWhen } from '../time/say-when'
import type { CareFacts, VisitFact } from './care-facts'
import { callStep } from './call-step'
import { caseStep } from './case-step'
import type { NextStep } from './next-step'

function openVisit(visit: VisitFact | null, now: Date): boolean {
  if (!visit) return false
  if (visit.state === 'waiting' || visit.state === 'in_visit') return true
  return visit.state === 'booked' && doorsAreOpen(visit.startsAt, now) && now < missedAt(visit.startsAt)
}

function joinStep(visit: VisitFact, zone: string): NextStep {
  const title = visit.state === 'in_visit' ? 'Your visit is running' : 'Your video visit is open'
  return {
    key: 'join',
    title,
    lead: `${sayWhen(visit.startsAt, zone)} with ${visit.providerName}.`,
    action: {
      label: visit.state === 'booked' ? 'Join my visit' : 'Go back to my visit',
      to: paths.careVisit(visit.id),
    },
  }
}

function questionsStep({ intake, zone }: CareFacts): NextStep {
  const called = intake?.calledAt ? `${byPhoneWords(intake.calledAt, zone)} ` : ''
  return intake
    ? {
        key: 'questions',
        title: 'Go on with your questions',
        lead: `${called}Your answers are saved. You can stop and come back at any time.`,
        action: { label: 'Go on', to: paths.intake() },
      }
    : {
        key: 'questions',
        title: 'Start with your questions',
        lead: 'About 12 minutes. Your answers are saved as you go. Then you choose a time for a video visit.',
        action: { label: 'Start my questions', to: paths.intake() },
      }
}

function bookStep({ gate, consult }: CareFacts): NextStep {
  const missed = consult?.state === 'no_show' ? 'You missed your last visit. That can happen. ' : ''
  const soon = gate.kind === 'open' && gate.urgency === 'expedited'
  return {
    key: 'book',
    title: 'Book your video visit',
    lead: `${missed}${soon ? 'We want to see you within 3 business days. Please choose the first time that fits.' : 'Choose a time that fits you. You need 30 minutes.'}`,
    action: { label: 'Choose a time', to: paths.book() },
  }
}

function bookedStep(visit: VisitFact, zone: string, title: string): NextStep {
  return {
    key: 'visit',
    title,
    strong: sayWhen(visit.startsAt, zone),
    lead: `${sayWhen(visit.startsAt, zone)} with ${visit.providerName}. You can join 15 minutes before.`,
    action: { label: 'See my visit', to: paths.careVisitBooked(visit.id) },
  }
}

/** The one thing to do now, in plain words; when there is nothing to do it says so and who acts. */
export function careNextStep(facts: CareFacts, now: Date): NextStep {
  const { consult, followUp, gate, zone } = facts
  const call = facts.calls[0]
  if (call) return callStep(call, facts, now)
  for (const visit of [consult, followUp]) if (visit && openVisit(visit, now)) return joinStep(visit, zone)
  if (facts.order && !facts.caseClosed) return caseStep(facts, now)
  if (consult?.state === 'booked') return bookedStep(consult, zone, 'Your video visit is booked')
  if (gate.kind === 'intakeFirst') return questionsStep(facts)
  if (gate.kind === 'calledToday') {
    return {
      key: 'call',
      title: 'We call you',
      lead: 'A clinician looks at your answers and calls you. All you do is answer the phone.',
    }
  }
  if (gate.kind === 'noState') {
    return {
      key: 'state',
      title: 'Please call us',
      lead: 'We do not know which state you live in. We need it to find your provider.',
    }
  }
  if (gate.kind === 'open') return bookStep(facts)
  if (consult?.noteSignedAt) {
    return {
      key: 'summary',
      title: 'Read your summary',
      lead: 'Your clinician wrote down what you talked about and what comes next.',
      action: { label: 'Read my summary', to: paths.careVisitSummary(consult.id) },
    }
  }
  return {
    key: 'wait',
    title: 'Nothing to do for now',
    lead: 'Your clinician is writing your summary. You find it here.',
  }
}
