import type { Answers } from '~/domain/intake/instrument'
import { cite } from './citations'
import type { Facts } from './facts'
import type { BlockerRule } from './rule'
import { radicular } from './si-facts'
import type { PayerItem, PayerStatus } from './triage-result'
import { all, any, not, type Tri, truth } from './tri'

export type PayerPolicy = {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly minimumMonths: number
  readonly minimumPain: number
  readonly minimumCareWeeks: number
  readonly examinedTests: number
  readonly sessionsPerYear: number
}

/** Medicare contractor for Minnesota, Wisconsin and Illinois. The number for "moderate" pain is the usual reading, not found in the text. */
export const medicareNgs: PayerPolicy = {
  id: 'medicare-ngs-L39455',
  version: '2023-03-19',
  title: 'Medicare NGS L39455',
  minimumMonths: 3,
  minimumPain: 4,
  minimumCareWeeks: 4,
  examinedTests: 3,
  sessionsPerYear: 4,
}

/** Plans whose own policy is not on file are read against Medicare's list, and say so. */
export const planNotOnFile: PayerPolicy = {
  ...medicareNgs,
  id: 'plan-not-on-file',
  title: 'Plan not on file, Medicare NGS L39455 shown for reference',
}

/** The policy an intake is read against. */
export function policyFor(
  policies: { readonly medicare: PayerPolicy; readonly other: PayerPolicy },
  answers: Answers,
): PayerPolicy {
  const medicare = answers.payerKind === 'medicare' || answers.payerKind === 'medicare_advantage'
  return medicare ? policies.medicare : policies.other
}

function months(facts: Facts, policy: PayerPolicy): Tri {
  const { painMonths } = facts
  if (!painMonths) return 'unknown'
  if (painMonths.least >= policy.minimumMonths) return 'yes'
  return painMonths.most < policy.minimumMonths ? 'no' : 'unknown'
}

type WeeksKey = 'physicalTherapyWeeks' | 'homeExerciseWeeks' | 'manipulationWeeks' | 'behavioralWeeks'
const activeCare: readonly WeeksKey[] = [
  'physicalTherapyWeeks',
  'homeExerciseWeeks',
  'manipulationWeeks',
  'behavioralWeeks',
]

/** Four weeks of active care. Medicine alone does not count; without any medicine recorded the whole stays unknown. */
function care(facts: Facts, policy: PayerPolicy): Tri {
  const weeks = activeCare.map((key) => facts.number(key, (value) => value >= policy.minimumCareWeeks))
  const unsure: Tri = facts.answers.treatments?.includes('not_sure') ? 'unknown' : 'no'
  const enough = any(...weeks, unsure)
  if (enough !== 'yes') return enough
  return facts.says('treatments', 'pain_medicine', 'opioid') === 'yes' ? 'yes' : 'unknown'
}

function pain(facts: Facts, policy: PayerPolicy): Tri {
  return facts.number('painAverage', (value) => value >= policy.minimumPain)
}

function overTheJoint(facts: Facts): Tri {
  const gate = facts.mainIs('si-gate', 'buttock')
  return gate === 'no' && facts.mainIs('midline-below-l5') === 'yes' ? 'unknown' : gate
}

const statusOf: Record<Tri, PayerStatus> = { yes: 'met', no: 'not_met', unknown: 'unknown' }

function painWords({ painAverage, painNow, painWorst }: Answers): string {
  return `Pain 0 to 10: average ${painAverage ?? 'open'}, now ${painNow ?? 'open'}, worst ${painWorst ?? 'open'}`
}

function careWords(answers: Answers): string {
  const names: Record<WeeksKey | 'painMedicineWeeks', string> = {
    physicalTherapyWeeks: 'physical therapy',
    homeExerciseWeeks: 'home exercise',
    manipulationWeeks: 'manual therapy',
    behavioralWeeks: 'behavioral therapy',
    painMedicineWeeks: 'medicine',
  }
  const parts = [...activeCare, 'painMedicineWeeks' as const].flatMap((key) =>
    answers[key] === undefined ? [] : [`${names[key]} ${answers[key]} weeks`],
  )
  return parts.length === 0 ? 'No care recorded' : parts.join(', ')
}

/** The checklist of one policy, as far as an intake can prove it. Examiner's tests always need a visit in person. */
export function payerChecklist(facts: Facts, policy: PayerPolicy): PayerItem[] {
  const { answers } = facts
  const otherCause = any(
    radicular(facts),
    facts.says('walkingPain', 'eases_sitting'),
    facts.says('fever', 'yes'),
    facts.says('cancerHistory', 'yes'),
  )
  return [
    { id: 'PY-01', status: statusOf[overTheJoint(facts)], evidence: `Worst pain: ${answers.mainArea ?? 'open'}` },
    { id: 'PY-02', status: statusOf[pain(facts, policy)], evidence: painWords(answers) },
    { id: 'PY-03', status: statusOf[months(facts, policy)], evidence: `Pain since ${answers.painSince ?? 'open'}` },
    {
      id: 'PY-04',
      status: statusOf[not(radicular(facts))],
      evidence:
        radicular(facts) === 'yes' ? 'Below the knee with a nerve pattern' : 'No nerve pattern below the knee told',
    },
    {
      id: 'PY-05',
      status: otherCause === 'yes' ? 'not_met' : 'unknown',
      evidence: otherCause === 'yes' ? 'Answers point to another cause' : 'Needs the visit and imaging',
    },
    {
      id: 'PY-06',
      status: 'needs_in_person',
      evidence: `${policy.examinedTests} or more positive provocation tests by an examiner`,
    },
    { id: 'PY-07', status: statusOf[care(facts, policy)], evidence: careWords(answers) },
    { id: 'PY-08', status: 'needs_in_person', evidence: 'X-ray or CT guidance with contrast, at the procedure' },
    {
      id: 'PY-09',
      status: statusOf[not(sessionCap(facts, policy))],
      evidence: `Sessions in 12 months: ${answers.siInjectionsThisYear ?? (answers.priorSiInjection === 'no' ? 0 : 'open')}`,
    },
  ]
}

function sessionCap(facts: Facts, policy: PayerPolicy): Tri {
  return all(
    facts.says('priorSiInjection', 'yes'),
    facts.number('siInjectionsThisYear', (count) => count >= policy.sessionsPerYear),
  )
}

function reliefTooShort(facts: Facts): Tri {
  return all(
    facts.says('priorSiInjection', 'yes'),
    any(
      facts.says('siInjectionRelief', 'none', 'under_half'),
      facts.says('siInjectionLasted', 'no_relief', 'hours_days', 'weeks'),
    ),
  )
}

const sure = (fact: Tri): Tri => truth(fact === 'yes')

/** Gaps a plan would refuse. Only what is sure is named; the rest stays unknown in the checklist. */
export function payerGapRules(policy: PayerPolicy): readonly BlockerRule[] {
  const rule = (id: string, code: string, because: string, asks: BlockerRule['asks'], when: BlockerRule['when']) => ({
    id,
    code,
    because,
    asks,
    when,
    resolver: 'scheduler' as const,
    evidence: [cite.ngs],
  })
  return [
    rule('PY-03', 'payer:duration_lt_3_months', 'Pain for less than 3 months', ['painSince'], (facts) =>
      sure(not(months(facts, policy))),
    ),
    rule(
      'PY-07',
      'payer:conservative_care_lt_4_weeks',
      'Less than 4 weeks of active care such as physical therapy or home exercise',
      ['treatments', ...activeCare, 'painMedicineWeeks'],
      (facts) => sure(not(care(facts, policy))),
    ),
    rule('PY-02', 'payer:pain_below_moderate', 'Average pain below 4 of 10', ['painAverage'], (facts) =>
      sure(not(pain(facts, policy))),
    ),
    rule(
      'PY-04',
      'payer:radiculopathy_present',
      'A nerve pattern below the knee',
      ['belowKnee', 'painAreas', 'legFeatures'],
      (facts) => sure(radicular(facts)),
    ),
    rule(
      'PY-09',
      'payer:session_cap_reached',
      '4 or more SI joint injection days in 12 months',
      ['siInjectionsThisYear'],
      (facts) => sure(sessionCap(facts, policy)),
    ),
    rule(
      'PY-10',
      'payer:relief_duration_not_met',
      'The last SI joint injection gave less than half relief, or for less than 3 months',
      ['siInjectionRelief', 'siInjectionLasted'],
      (facts) => sure(reliefTooShort(facts)),
    ),
  ]
}
