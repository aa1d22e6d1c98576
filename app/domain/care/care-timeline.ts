import { paths } from '../paths'
import { sayProvider } from '../people/say-names'
import { daysBetween } from '../time/days-between'
import { sayDate } from '../time/say-date'
import { sayDay } from '../time/say-day'
import { sayWhen } from '../time/say-when'
import { callWords } from '../urgent/call-words'
import { needsNow } from '../urgent/needs-now'
import { isLive } from '../visit/visit'
import type { CareFacts, VisitFact } from './care-facts'
import { needsInsurance, openForClinic, openForPatient } from './getting-ready'

type CareStepState = 'done' | 'now' | 'next' | 'stopped'

export type CareStep = {
  readonly key: 'questions' | 'call' | 'consult' | 'insurance' | 'ready' | 'injection' | 'diary' | 'followUp' | 'after'
  readonly state: CareStepState
  readonly title: string
  readonly when?: string
  readonly link?: { readonly label: string; readonly to: string }
}

type Draft = Omit<CareStep, 'state'> & { readonly state: 'done' | 'open' | 'stopped' }

const summary = (visit: VisitFact) => ({ label: 'Read my summary', to: paths.careVisitSummary(visit.id) })
const sideWords = (side: 'left' | 'right' | 'both') => (side === 'both' ? 'both sides' : `${side} side`)

function begun({ startedAt, calledAt }: NonNullable<CareFacts['intake']>, zone: string): string {
  return calledAt ? `By phone on ${sayDate(calledAt, zone)}` : `You began ${sayDate(startedAt, zone)}`
}

function questions({ intake, zone }: CareFacts): Draft {
  if (intake?.submittedAt) {
    return {
      key: 'questions',
      state: 'done',
      title: 'You answered your questions',
      when: `${sayDate(intake.submittedAt, zone)}${intake.calledAt ? ', by phone' : ''}`,
    }
  }
  return {
    key: 'questions',
    state: 'open',
    title: 'Your questions',
    when: intake ? `${begun(intake, zone)}. Your answers are saved.` : 'About 12 minutes',
  }
}

function call({ calls, clinicZone }: CareFacts, now: Date): Draft[] {
  const [first] = calls
  if (!first) return []
  const when = needsNow(first) ? 'As soon as we can' : callWords(first.dueAt, now, clinicZone).by
  return [{ key: 'call', state: 'open', title: 'We call you', when: when.replace(/^b/, 'B') }]
}

function consult({ consult: visit, zone }: CareFacts): Draft {
  if (!visit) return { key: 'consult', state: 'open', title: 'Video visit', when: 'You choose the time' }
  const title = `Video visit with ${visit.providerName}`
  if (visit.state === 'no_show') {
    const when = `Missed on ${sayDate(visit.startsAt, zone)}. You can choose a new time.`
    return { key: 'consult', state: 'stopped', title, when }
  }
  if (!visit.endedAt) {
    const when = visit.state === 'booked' ? sayWhen(visit.startsAt, zone) : 'Open now'
    return { key: 'consult', state: 'open', title, when }
  }
  const when = sayDate(visit.startsAt, zone)
  if (visit.noteSignedAt) return { key: 'consult', state: 'done', title, when, link: summary(visit) }
  return { key: 'consult', state: 'done', title, when: `${when} · Your summary is being written` }
}

function insurance({ authorisation: asked, zone }: CareFacts): Draft {
  const key = 'insurance'
  if (asked?.decision === 'approved') {
    const good = asked.validUntil ? ` · Good through ${sayDay(asked.validUntil)}` : ''
    return {
      key,
      state: 'done',
      title: 'Your insurance said yes',
      when: `${sayDate(asked.decidedAt ?? asked.sentAt, zone)}${good}`,
    }
  }
  if (asked?.decision === 'denied') {
    return { key, state: 'stopped', title: 'Your insurance said no', when: 'We work on it and call you.' }
  }
  const when = asked
    ? `Asked ${sayDate(asked.sentAt, zone)}. Answer due by ${sayDate(asked.decisionDueAt, zone)}.`
    : 'We send the request'
  return { key, state: 'open', title: 'We ask your insurance', when }
}

function ready(facts: CareFacts): Draft {
  const [yours, ours] = [openForPatient(facts).length, openForClinic(facts).length]
  const parts = [
    ...(yours > 0 ? [`${yours} ${yours === 1 ? 'thing' : 'things'} for you`] : []),
    ...(ours > 0 ? [`${ours} ${ours === 1 ? 'thing' : 'things'} for us`] : []),
  ]
  const settled = facts.procedure !== null && parts.length === 0
  const done = facts.procedure?.state === 'done' || settled
  return {
    key: 'ready',
    state: done ? 'done' : 'open',
    title: facts.procedure?.state === 'done' ? 'You got ready' : done ? 'You are ready' : 'Getting ready',
    when: done ? undefined : parts.join(', ') || 'We find a time with you',
    link: facts.procedure?.state === 'booked' ? { label: 'How to get ready', to: paths.carePrepare() } : undefined,
  }
}

function injection({ procedure, order, zone }: CareFacts): Draft {
  const side = sideWords(procedure?.side ?? order?.side ?? 'both')
  const key = 'injection'
  if (!procedure) return { key, state: 'open', title: `Injection, ${side}`, when: 'It takes about 20 to 30 minutes' }
  const title = `Injection at the ${procedure.place}, ${side}`
  if (procedure.state === 'done') {
    return { key, state: 'done', title, when: sayDate(procedure.needleOutAt ?? procedure.startsAt, zone) }
  }
  const held = procedure.confirmedAt ? '' : ', held for you'
  return {
    key,
    state: 'open',
    title,
    when: `${sayWhen(procedure.startsAt, zone)}${held}. It takes about 20 to 30 minutes.`,
  }
}

function diary({ procedure, diary: kept, zone, clinicZone }: CareFacts, now: Date): Draft {
  const key = 'diary'
  const title = 'Your pain diary, 14 days'
  if (!procedure?.needleOutAt) {
    const when = procedure ? `Starts ${sayDate(procedure.startsAt, zone)}, at the clinic` : 'Starts at the clinic'
    return { key, state: 'open', title, when }
  }
  const link = { label: 'Open my diary', to: paths.diary() }
  if (kept?.over) return { key, state: 'done', title, link }
  const day = Math.min(14, Math.max(0, daysBetween(procedure.needleOutAt, now, clinicZone)))
  return { key, state: 'open', title, when: day === 0 ? 'Started today' : `Day ${day} of 14`, link }
}

function followUp({ followUp: visit, zone }: CareFacts): Draft {
  const key = 'followUp'
  const title = 'Two-week video check'
  if (!visit) return { key, state: 'open', title, when: '14 days after your injection' }
  if (visit.state === 'no_show')
    return { key, state: 'stopped', title, when: `Missed on ${sayDate(visit.startsAt, zone)}. Please call us.` }
  if (visit.endedAt) {
    const link = visit.noteSignedAt ? summary(visit) : undefined
    return { key, state: 'done', title, when: sayDate(visit.startsAt, zone), link }
  }
  const when = `${sayWhen(visit.startsAt, zone)} with ${sayProvider(visit.providerName)}`
  return { key, state: 'open', title, when, link: { label: 'See my video check', to: paths.careVisitBooked(visit.id) } }
}

function after({ outcomeAt, order, consult: visit }: CareFacts): Draft {
  const key = 'after'
  if (outcomeAt) return { key, state: 'open', title: 'Your next step', when: 'Your clinician wrote it in your summary' }
  const seen = Boolean(visit?.endedAt)
  const when = seen && !order ? 'Your clinician writes it in your summary' : 'You and your clinician decide together'
  return { key, state: 'open', title: 'What comes next', when }
}

/** What has happened, where the person is, and what comes: plain words, no result, no percentage, no cause. */
export function careTimeline(facts: CareFacts, now: Date): CareStep[] {
  const treated = facts.order !== null && !facts.caseClosed
  const way: Draft[] = [
    questions(facts),
    consult(facts),
    ...(treated && needsInsurance(facts) ? [insurance(facts)] : []),
    ...(treated ? [ready(facts), injection(facts), diary(facts, now), followUp(facts)] : []),
    after(facts),
  ]
  const reached = way.findIndex((draft) => draft.state === 'open')
  const drafts = way.toSpliced(reached < 0 ? way.length : reached, 0, ...call(facts, now))
  const pressing = drafts.findIndex((draft) => draft.key === 'call')
  const live = drafts.findIndex((draft) => visitIsOpen(facts, draft.key))
  const first = drafts.findIndex((draft) => draft.state === 'open')
  const at = [pressing, live, first].find((index) => index >= 0)
  return drafts.map((draft, index) => ({
    ...draft,
    state: draft.state === 'open' ? (index === at ? 'now' : 'next') : draft.state,
  }))
}

function visitIsOpen(facts: CareFacts, key: CareStep['key']): boolean {
  const visit = key === 'consult' ? facts.consult : key === 'followUp' ? facts.followUp : null
  return visit !== null && isLive(visit.state) && visit.state !== 'booked'
}
