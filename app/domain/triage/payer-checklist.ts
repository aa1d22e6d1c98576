import type { Answers } from '~/domain/intake/instrument'
import { canonicalTests, counts, painfulSide, testsOfJoint } from './canonical-tests'
import type { Facts } from './facts'
import { holds } from './holds'
import { itemEvidence } from './item-evidence'
import type { PayerPolicy, PolicyItem } from './policy'
import { inputOf } from './reason-of'
import type { PayerItem, PayerStatus } from './triage-result'
import type { Tri } from './tri'

const statusOf: Record<Tri, PayerStatus> = { yes: 'met', no: 'not_met', unknown: 'unknown' }

function isFor({ payerKinds, planWords }: PayerPolicy, { payerKind, planName }: Answers): boolean {
  if (payerKind === undefined || !payerKinds.includes(payerKind)) return false
  return planWords === undefined || planWords.some((words) => new RegExp(words, 'i').test(planName ?? ''))
}

/** The policy an intake is read against: the first that is for its insurance and plan, else the one for all others. */
export function policyFor(policies: readonly PayerPolicy[], answers: Answers): PayerPolicy {
  const found =
    policies.find((policy) => isFor(policy, answers)) ?? policies.find((policy) => policy.payerKinds.length === 0)
  if (!found) throw new Error('No policy for plans that are not on file')
  return found
}

type Shown = { readonly status: PayerStatus; readonly exam?: string }

/** Tests a plan lists, done in person or attested, of the painful joint. While tests that were not done could still decide, it needs a visit. */
function examined({ answers, context }: Facts, { atLeast, listed }: NonNullable<PolicyItem['tests']>): Shown {
  const done = canonicalTests((context.exam?.findings ?? []).filter(counts), listed)
  const { tests, positive } = testsOfJoint(done, painfulSide(answers))
  const names = positive.map(({ name }) => name).join(', ')
  if (tests.length === 0) return { status: 'needs_in_person', exam: 'No exam recorded that counts' }
  const exam = `${positive.length} of ${tests.length} tests done were positive${names ? `: ${names}` : ''}`
  if (positive.length >= atLeast) return { status: 'met', exam }
  const stillOpen = listed.length - tests.length
  return { status: positive.length + stillOpen < atLeast ? 'not_met' : 'needs_in_person', exam }
}

function shown(item: PolicyItem, facts: Facts): Shown {
  if (item.tests) return examined(facts, item.tests)
  return { status: item.when ? statusOf[holds(item.when, facts)] : 'needs_in_person' }
}

function wordsOf({ shows }: PolicyItem, status: PayerStatus): string {
  if (typeof shows === 'string') return shows
  return status === 'needs_in_person' ? shows.unknown : shows[status]
}

/** The checklist of any one policy, as far as an intake and an exam can prove it, each line with the answers behind it. */
export function payerChecklist(facts: Facts, policy: PayerPolicy): PayerItem[] {
  const items = policy.items.filter((item) => !item.appliesWhen || holds(item.appliesWhen, facts) === 'yes')
  return items.map((item) => {
    const { status, exam } = shown(item, facts)
    return {
      id: item.id,
      status,
      evidence: itemEvidence(wordsOf(item, status), facts, exam),
      ...(item.requirement === undefined ? {} : { requirement: item.requirement }),
      ...(item.asks === undefined ? {} : { inputs: item.asks.flatMap((key) => inputOf(facts, key)) }),
      ...(item.evidence === undefined ? {} : { sources: item.evidence }),
      ...(item.unverified === undefined ? {} : { unverified: item.unverified }),
    }
  })
}
