import { ageOn } from '../people/age-on'
import type { Answers } from '../intake/instrument'
import type { Tier } from '../triage/triage-result'
import { type Tri, truth } from '../triage/tri'
import { type GateId, gates } from './gates'
import type { Manoeuvre } from './manoeuvre'

/** What is known before the exam. `today` is YYYY-MM-DD. */
export type ExamFacts = {
  readonly answers: Answers
  readonly today: string
  readonly bornOn: string | null
  /** The urgency that stands, and the codes behind it. */
  readonly urgency: Tier | null
  readonly codes: readonly string[]
  /** Whether someone is in the room with the person; null while nobody has said. */
  readonly company: boolean | null
}

type FiredGate = { readonly id: GateId; readonly because: string }

export type TestGates = {
  /** Not by video, and why. */
  readonly skip: readonly FiredGate[]
  /** The clinician decides first. */
  readonly decide: readonly FiredGate[]
  readonly care: readonly FiredGate[]
  /** What the answers do not say. */
  readonly ask: readonly GateId[]
}

const stopFlags = ['redflag:fracture', 'redflag:infection', 'redflag:cauda_equina']
const within3Months = ['injection_30_days', 'injection_3_months', 'surgery_3_months', 'childbirth_3_months']

/** One of these was answered; "not sure", and a question nobody answered, are unknown. */
function says(answers: Answers, key: keyof Answers, ...values: readonly string[]): Tri {
  const answer: unknown = answers[key]
  if (answer === undefined) return 'unknown'
  const given: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  if (given.some((one) => typeof one === 'string' && values.includes(one))) return 'yes'
  return given.includes('not_sure') ? 'unknown' : 'no'
}

function pregnant20({ answers }: ExamFacts): Tri {
  if (answers.sexAtBirth === 'male') return 'no'
  const pregnant = says(answers, 'pregnancy', 'yes', 'might_be')
  if (pregnant !== 'yes') return pregnant
  return answers.pregnancyWeeks === undefined ? 'unknown' : truth(answers.pregnancyWeeks >= 20)
}

function age70({ answers, bornOn, today }: ExamFacts): Tri {
  const born = bornOn ?? answers.birthDate ?? null
  return born === null ? 'unknown' : truth(ageOn(born, today) >= 70)
}

function alonePoorBalance(facts: ExamFacts): Tri {
  if (facts.company === true) return 'no'
  return says(facts.answers, 'selfTestGates', 'alone_poor_balance')
}

const alone = ({ company }: ExamFacts): Tri => (company === null ? 'unknown' : truth(!company))

const holdsFor: Record<GateId, (facts: ExamFacts) => Tri> = {
  'someone-with-you': alone,
  'clear-space': ({ answers }) => says(answers, 'selfTestGates', 'no_clear_space'),
  'age-70': age70,
  osteoporosis: ({ answers }) => says(answers, 'boneRisks', 'osteoporosis'),
  falls: ({ answers }) => says(answers, 'selfTestGates', 'fell_6_months'),
  'pregnant-20': pregnant20,
  'red-flag': ({ codes }) => truth(codes.some((code) => stopFlags.includes(code))),
  'alone-poor-balance': alonePoorBalance,
  'pregnant-20-supine': (facts) => truth(pregnant20(facts) === 'yes'),
  'helper-required': (facts) => (facts.company === false ? 'yes' : 'unknown'),
  'cannot-get-down': ({ answers }) => says(answers, 'selfTestGates', 'cannot_get_down'),
  'red-flag-any': ({ urgency }) => truth(urgency !== null && urgency !== 'routine'),
  'recent-surgery': ({ answers }) => truth(says(answers, 'recentEvents', ...within3Months) === 'yes'),
  'hip-replacement': ({ answers }) =>
    truth(
      says(answers, 'implants', 'hip_replacement') === 'yes' ||
        says(answers, 'selfTestGates', 'hip_replacement') === 'yes',
    ),
  'privacy-chaperone': () => 'yes',
}

/** The gates of one test with what fired, what to decide and what to ask first. They bind a test over video; in person the examiner sees to safety. */
export function gatesOf({ gates: ids }: Pick<Manoeuvre, 'gates'>, facts: ExamFacts): TestGates {
  const read = ids.map((id) => ({
    id,
    because: gates[id].because,
    action: gates[id].action,
    holds: holdsFor[id](facts),
  }))
  const fired = (action: string) =>
    read.filter((gate) => gate.action === action && gate.holds === 'yes').map(({ id, because }) => ({ id, because }))
  return {
    skip: fired('skip'),
    decide: fired('decide'),
    care: fired('care'),
    ask: read.filter((gate) => gate.holds === 'unknown').map((gate) => gate.id),
  }
}
