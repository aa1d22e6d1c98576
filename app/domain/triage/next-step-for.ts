import type { TriageResult } from './triage-result'

export type NextStep = {
  readonly kind: 'book_consult' | 'book_priority' | 'we_call_today' | 'emergency'
  readonly title: string
  readonly lead: string
}

/** What the person is told: one step in plain words. No score, no cause, no code. */
export function nextStepFor(result: Pick<TriageResult, 'urgency'>): NextStep {
  switch (result.urgency.tier) {
    case 'emergency':
      return {
        kind: 'emergency',
        title: 'Call 911 now.',
        lead: 'Or have someone take you to the nearest emergency room. Your answer needs to be checked in person right away.',
      }
    case 'same_day':
      return {
        kind: 'we_call_today',
        title: 'We call you today',
        lead: 'Thank you. A clinician needs to talk with you about one of your answers. All you do is answer the phone.',
      }
    case 'expedited':
      return {
        kind: 'book_priority',
        title: 'Book your video visit for the next days',
        lead: 'Thank you. We keep early times open for you, within 3 business days. A provider talks with you, asks you to move a little, and plans the next step with you.',
      }
    case 'routine':
      return {
        kind: 'book_consult',
        title: 'Book your video visit',
        lead: 'Thank you. A provider talks with you, asks you to move a little, and plans the next step with you.',
      }
  }
}
