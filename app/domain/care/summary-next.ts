import type { NextStep as Decided } from '../outcome/outcome-lists'
import type { Side } from '../people/side'
import type { VisitKind } from '../visit/visit'

export type SummaryNext = {
  readonly title: string
  readonly lead: string
  /** What happens next, the first one now. */
  readonly steps: readonly { readonly title: string; readonly when: string }[]
  /** Somebody has to drive the patient home. */
  readonly driver: boolean
}

const decided: Record<Decided, { title: string; lead: string }> = {
  rehab_and_wait: {
    title: 'Keep moving',
    lead: 'You go on with your exercises. Your clinician told you what to do and for how long.',
  },
  repeat_later: {
    title: 'We talk again later',
    lead: 'You and your clinician look again at whether another injection can help.',
  },
  second_diagnostic: {
    title: 'A second injection to learn more',
    lead: 'We order it and tell you here when there is something to do.',
  },
  other_source: { title: 'We look further', lead: 'Your clinician looks at other places your pain can come from.' },
  in_person_exam: {
    title: 'Come to the clinic',
    lead: 'Your clinician wants to examine you in person. We call you for a time.',
  },
  discharge: { title: 'No more visits planned', lead: 'Call us when something changes.' },
}

/** The next step after a visit, from what the clinician ordered or decided. Never a result, never a number. */
export function summaryNext(visit: {
  kind: VisitKind
  side: Side | null
  nextStep: Decided | null
  provider: string
}): SummaryNext {
  if (visit.nextStep) return { ...decided[visit.nextStep], steps: [], driver: false }
  if (!visit.side) {
    const lead = 'What comes next stands in your clinician’s words below.'
    return { title: 'Read what you talked about', lead, steps: [], driver: false }
  }
  const side = visit.side === 'both' ? 'both sides' : `${visit.side} side`
  return {
    title: 'We get your injection ready',
    lead: 'We ask your insurance and check what is needed. You see each step, and what you do, under My care.',
    steps: [
      { title: 'We get things ready', when: 'Your insurance, and safety checks' },
      { title: 'We find a time', when: 'You say if it fits' },
      { title: `Injection, ${side}`, when: '20 to 30 minutes. Someone must drive you home.' },
      { title: 'Pain diary, 14 days', when: 'A few taps a day. It starts at the clinic.' },
      { title: 'Two-week video check', when: `With ${visit.provider}` },
    ],
    driver: true,
  }
}
