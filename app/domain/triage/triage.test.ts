import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyIntake } from '~/domain/intake/any-intake'
import { examples } from '~/domain/intake/examples'
import { type Answers, type AnswerValue, instrument, type InstrumentQuestion } from '~/domain/intake/instrument'
import { optionsOf } from '~/domain/intake/options-of'
import { visibleQuestions } from '~/domain/intake/visible-questions'
import { nextStepFor } from './next-step-for'
import { ruleSet } from './rule-set'
import { triage } from './triage'
import { type Tier, tiers, type TriageResult } from './triage-result'

const context = { asOf: '2026-11-22' }
const rank = (tier: Tier) => tiers.indexOf(tier)
const rankOf = (answers: Answers) => rank(triage(answers, context).urgency.tier)

function emergencyItems(): InstrumentQuestion[] {
  return instrument.questions.filter((question) => question.emergency)
}

/** "Not sure" as this question takes it; undefined where it cannot be said. */
function notSure(question: InstrumentQuestion): AnswerValue | undefined {
  if (!optionsOf(question).some((option) => option.value === 'not_sure')) return undefined
  return (question.kind === 'multi-choice' ? ['not_sure'] : 'not_sure') as AnswerValue
}

const calm: { readonly [kind: string]: readonly string[] } = {
  canWalk: ['yes', 'no_years'],
  fever: ['no', 'earlier_virus'],
  groinLump: ['no', 'soft'],
  testicularPain: ['no', 'long_same'],
  selfHarm: ['not_at_all'],
  bladderTrouble: ['no'],
  longStandingSince: ['over_12_months'],
}

/** Values of a question that are, or may be, a red flag. */
function alarming(question: InstrumentQuestion): string[] {
  const harmless = calm[question.key] ?? ['no', 'none', 'soreness']
  return optionsOf(question)
    .map((option) => option.value)
    .filter((value) => !harmless.includes(value))
}

function isVisible(answers: Answers, question: InstrumentQuestion): boolean {
  return visibleQuestions(answers).some(({ key }) => key === question.key)
}

/** Mostly calm intakes with a few answers of any other: where a lowered tier would show. */
const nearlyCalm: fc.Arbitrary<Answers> = fc
  .tuple(
    fc.constantFrom<Answers>(...Object.values(examples).map((example) => example.answers)),
    anyIntake,
    fc.uniqueArray(fc.nat({ max: instrument.questions.length - 1 }), { maxLength: 4 }),
  )
  .map(([answers, other, indexes]) => {
    const keys = indexes
      .flatMap((index) => instrument.questions[index]?.key ?? [])
      .filter((key) => other[key] !== undefined)
    return { ...answers, ...Object.fromEntries(keys.map((key) => [key, other[key]])) }
  })

describe('what every intake must hold to', { timeout: 60_000 }, () => {
  test('every valid intake has a result, plain JSON, with a step and an action', () => {
    fc.assert(
      fc.property(anyIntake, (answers) => {
        const result = triage(answers, context)
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
        expect(result.missing).toEqual([])
        expect(result.actions).toHaveLength(1)
        expect(result.urgency.tier === 'routine').toBe(result.urgency.reasons.length === 0)
        expect(nextStepFor(result).title.length).toBeGreaterThan(0)
      }),
      { numRuns: 150 },
    )
  })

  const flags = emergencyItems().flatMap((question) => alarming(question).map((value) => ({ question, value })))

  /** What makes a question apply that this person is not asked. */
  const shows: { readonly [key: string]: Answers } = {
    glucoseHigh: { diabetes: 'yes' },
    testicularPain: { sexAtBirth: 'male' },
  }

  function flagged(answers: Answers, { question, value }: (typeof flags)[number]): Answers {
    const before = answers[question.key]
    const kept = Array.isArray(before) ? (before as string[]).filter((each) => each !== 'none' && each !== value) : []
    return { ...answers, [question.key]: question.kind === 'multi-choice' ? [...kept, value] : value }
  }

  test('adding a red flag never lowers the tier', () => {
    fc.assert(
      fc.property(nearlyCalm, fc.constantFrom(...flags), (answers, flag) => {
        const before = answers[flag.question.key]
        if (before !== undefined && !Array.isArray(before) && alarming(flag.question).includes(String(before))) return
        expect(rankOf(flagged(answers, flag))).toBeGreaterThanOrEqual(rankOf(answers))
      }),
      { numRuns: 150 },
    )
  })

  test.each(flags.map((flag) => [`${flag.question.key} ${flag.value}`, flag] as const))(
    'on a calm intake %s raises it',
    (_name, flag) => {
      const followUps = [
        'longStandingSince',
        'longStandingChanged',
        'colicDetails',
        'selfHarmNow',
        'afterProcedure',
        'pregnancyDanger',
      ]
      if (flag.value === 'leg_weakness' || flag.question.key === 'trauma') return
      const told = flagged({ ...examples.rightSided.answers, ...shows[flag.question.key] }, flag)
      const raised = rankOf(told)
      expect(raised).toBeGreaterThanOrEqual(rank(followUps.includes(flag.question.key) ? 'routine' : 'expedited'))
    },
  )

  test('"not sure" in place of a calm answer never lowers, and on an emergency item it is at least same day', () => {
    const askable = instrument.questions.filter((question) => notSure(question) !== undefined)
    fc.assert(
      fc.property(nearlyCalm, fc.constantFrom(...askable), (answers, question) => {
        const before = answers[question.key]
        if (before === undefined || !isVisible(answers, question)) return
        const unsure = rankOf({ ...answers, [question.key]: notSure(question) })
        const wasCalm = [before].flat().every((value) => ['no', 'none'].includes(String(value)))
        expect(unsure).toBeGreaterThanOrEqual(wasCalm ? rankOf(answers) : 0)
        expect(unsure).toBeGreaterThanOrEqual(question.emergency ? rank('same_day') : 0)
      }),
      { numRuns: 150 },
    )
  })

  test('a missing required answer never lowers, is named, and on an emergency item is at least same day', () => {
    fc.assert(
      fc.property(nearlyCalm, fc.nat(), (answers, pick) => {
        const required = visibleQuestions(answers).filter(({ key, required }) => required && answers[key] !== undefined)
        const question = required[pick % required.length]
        if (!question) return
        const { [question.key]: _gone, ...rest } = answers
        const result = triage(rest, context)
        expect(result.missing).toContain(question.key)
        expect(rank(result.urgency.tier)).toBeGreaterThanOrEqual(question.emergency ? rank('same_day') : 0)
      }),
      { numRuns: 150 },
    )
  })

  test('the order of keys and of choices never matters', () => {
    fc.assert(
      fc.property(anyIntake, fc.infiniteStream(fc.nat()), (answers, numbers) => {
        const weights = new Map(Object.keys(answers).map((key) => [key, numbers.next().value ?? 0]))
        const keys = Object.keys(answers).toSorted((one, other) => (weights.get(one) ?? 0) - (weights.get(other) ?? 0))
        const shuffled = Object.fromEntries(
          keys.map((key) => {
            const value: unknown = answers[key as keyof Answers]
            return [key, Array.isArray(value) ? value.toReversed() : value]
          }),
        )
        expect(triage(shuffled, context)).toEqual(triage(answers, context))
      }),
      { numRuns: 150 },
    )
  })

  test('nothing offers the injection, tells anyone to stop a medicine, or states a diagnosis', () => {
    fc.assert(
      fc.property(anyIntake, (answers) => {
        const result = triage(answers, context)
        expect(tiers).toContain(result.urgency.tier)
        for (const action of result.actions) {
          expect([
            'action:offer_consult_booking',
            'action:priority_consult',
            'action:call_today',
            'action:emergency_text',
          ]).toContain(action)
        }
        const { title, lead } = nextStepFor(result)
        expect(`${title} ${lead}`).not.toMatch(/inject|stop (?:taking|your)|diagnos|sacroiliac|score|%/i)
        expect(texts(result)).not.toMatch(/stop (?:taking|your|the)|diagnosis:/i)
      }),
      { numRuns: 150 },
    )
  })
})

function texts({ urgency, si, ddx, blockers }: TriageResult): string {
  const reasons = [urgency, si, ...ddx, ...blockers].flatMap((part) => part.reasons)
  return reasons.map((reason) => reason.text).join(' ')
}

describe('a result', () => {
  test('can be replayed: same input, same hash; another answer, day or version, another hash', () => {
    const { answers } = examples.rightSided
    const first = triage(answers, context)
    expect(first.inputHash).toMatch(/^[0-9a-f]{64}$/)
    expect(triage({ ...answers }, { ...context })).toEqual(first)
    expect(triage({ ...answers, painNow: 6 }, context).inputHash).not.toBe(first.inputHash)
    expect(triage(answers, { asOf: '2026-11-23' }).inputHash).not.toBe(first.inputHash)
    expect(triage(answers, context, { ...ruleSet, version: '1.0.1' }).inputHash).not.toBe(first.inputHash)
  })

  test('shows each reason with the person’s own words and a source', () => {
    const [reason] = triage(examples.notSureNumbness.answers, context).urgency.reasons
    expect(reason).toMatchObject({
      ruleId: 'RF-01-numbness',
      effect: 'raise',
      text: 'Not sure or not answered: New numbness where the person sits or wipes',
      inputs: [
        {
          questionId: 'saddleNumbness',
          answer: 'not_sure',
          patientWords: 'Do you have new numbness where you sit or wipe? Not sure',
        },
      ],
    })
    expect(reason?.evidence[0]?.citation).toContain('IFOMPT')
  })

  test('puts the most urgent reason first', () => {
    const { urgency } = triage({ ...examples.feverEmergency.answers, cancerHistory: 'yes' }, context)
    expect(urgency.reasons[0]?.ruleId).toBe('RF-03')
    expect(urgency.codes[0]).toBe('redflag:infection')
  })

  test.each<[keyof typeof examples, Tier, string]>([
    ['rightSided', 'routine', 'action:offer_consult_booking'],
    ['bloodThinner', 'routine', 'action:offer_consult_booking'],
    ['feverEmergency', 'emergency', 'action:emergency_text'],
    ['notSureNumbness', 'same_day', 'action:call_today'],
    ['newNumbness', 'emergency', 'action:emergency_text'],
    ['feverAlone', 'same_day', 'action:call_today'],
    ['oldBladder', 'routine', 'action:offer_consult_booking'],
    ['cancerBefore', 'expedited', 'action:priority_consult'],
    ['wisconsin', 'routine', 'action:offer_consult_booking'],
    ['inflammatory', 'routine', 'action:offer_consult_booking'],
    ['pregnantNow', 'routine', 'action:offer_consult_booking'],
    ['dayOneSoreness', 'routine', 'action:offer_consult_booking'],
    ['darkThoughts', 'same_day', 'action:call_today'],
  ])('example %s is %s', (name, tier, action) => {
    const result = triage(examples[name].answers, context)
    expect(result.urgency.tier).toBe(tier)
    expect(result.actions).toEqual([action])
  })

  test('knows of a procedure from the clinic as well as from the answers', () => {
    const answers: Answers = { ...examples.rightSided.answers, fever: 'yes' }
    const after = (date: string) => triage(answers, { ...context, postProcedure: { date, side: 'right' } }).urgency
    expect(after('2026-11-12')).toMatchObject({ tier: 'emergency' })
    expect(after('2026-11-12').codes).toContain('redflag:post_procedure_complication')
    expect(after('2026-09-30').codes).not.toContain('redflag:post_procedure_complication')
  })

  test('takes age and state from the context when the answers have none', () => {
    const { birthDate: _b, stateOfResidence: _s, ...rest } = examples.rightSided.answers
    const codes = triage(rest, { ...context, age: 16, patientState: 'WI' }).blockers.map((blocker) => blocker.code)
    expect(codes).toEqual(
      expect.arrayContaining(['admin:minor_guardian_required', 'admin:patient_location_licensure_check']),
    )
  })
})

test('the rule set says what it is and who has to sign it', () => {
  expect(ruleSet).toMatchObject({
    version: '1.2.0',
    owner: 'awaiting the clinic’s medical director',
    signOff: 'awaiting',
  })
  const ids = [
    ...ruleSet.urgency,
    ...ruleSet.si.scores,
    ...ruleSet.differentials,
    ...ruleSet.blockers,
    ...ruleSet.notes,
    ...ruleSet.words.keywords,
  ].map((rule) => rule.id)
  expect(new Set(ids).size).toBe(ids.length)
})
