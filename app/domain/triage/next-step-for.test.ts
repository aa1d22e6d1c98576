import { expect, test } from 'vitest'
import { nextStepFor } from './next-step-for'
import { tiers } from './triage-result'

test('one plain step for each tier', () => {
  const steps = tiers.map((tier) => nextStepFor({ urgency: { tier, codes: [], reasons: [] } }))
  expect(steps.map((step) => [step.kind, step.title])).toEqual([
    ['book_consult', 'Book your video visit'],
    ['book_priority', 'Book your video visit for the next days'],
    ['we_call_today', 'We call you today'],
    ['emergency', 'Call 911 now.'],
  ])
})
