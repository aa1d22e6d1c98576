import type { Answers } from '~/domain/intake/instrument'
import { dayRange } from '~/domain/intake/partial-date'
import { ageOn } from '~/domain/people/age-on'
import { inputHash } from './input-hash'
import type { RuleSet } from './rule-set'
import type { RunReading } from './run-change'
import { triage } from './triage'
import type { TriageContext, TriageResult } from './triage-result'

type Procedure = NonNullable<TriageContext['postProcedure']>

export type StoredIntake = {
  readonly answers: Answers
  readonly instrumentVersion: string
  readonly result: TriageResult
  readonly homeState: string | null
  /** Procedures done before the intake was sent, the latest first. */
  readonly procedures: readonly Procedure[]
  readonly corrected: NonNullable<TriageContext['corrected']>
}

export type Reread = {
  /** Under the rules it was made with, the stored result comes out again, word for word. */
  readonly replays: boolean
  readonly from: RunReading
  readonly to: RunReading
  readonly who: string
}

/**
 * What can have been known beside the answers, the most likely first. A result keeps a hash of what it was made of, so a
 * reading shows which of them was.
 */
function contextsOf({ answers, instrumentVersion, result, homeState, procedures, corrected }: StoredIntake) {
  const base = { asOf: result.asOf, instrumentVersion }
  const lived = answers.stateOfResidence ?? homeState ?? undefined
  const states = answers.stateOfResidence === undefined ? [lived, undefined] : [lived]
  const corrections = corrected.length > 0 ? [corrected, undefined] : [undefined]
  return [...procedures, undefined].flatMap((postProcedure) =>
    corrections.flatMap((taken) =>
      states.map((patientState): TriageContext => ({ ...base, corrected: taken, patientState, postProcedure })),
    ),
  )
}

function readingOf(result: TriageResult): RunReading {
  const { urgency, si, ddx, blockers, notes } = result
  const reasons = [urgency, si, ...ddx, ...blockers].flatMap((part) => part.reasons)
  return {
    urgency: urgency.tier,
    siPattern: si.tier,
    codes: [...urgency.codes, ...ddx.map(({ code }) => code), ...blockers.map(({ code }) => code), ...notes],
    rules: [...new Set(reasons.map(({ ruleId }) => ruleId))],
  }
}

const sexWords = new Map<string | undefined, string>([
  ['female', 'woman'],
  ['male', 'man'],
])

/** "woman, 70s": enough to find the kind of case, not the person. */
function whoOf({ sexAtBirth, birthDate }: Answers, asOf: string): string {
  const sex = sexWords.get(sexAtBirth) ?? 'person'
  const born = birthDate && dayRange(birthDate) ? ageOn(birthDate, asOf) : null
  if (born === null) return sex
  if (born < 20) return `${sex}, under 20`
  return born >= 90 ? `${sex}, 90 or older` : `${sex}, ${Math.floor(born / 10) * 10}s`
}

/** The first reading made of exactly what the stored one was made of. */
function replay(contexts: readonly TriageContext[], hash: string, read: (context: TriageContext) => TriageResult) {
  for (const context of contexts) {
    const result = read(context)
    if (result.inputHash === hash) return { context, result }
  }
  return undefined
}

/**
 * Reads a stored intake once more under the rules it was judged by, and under the two that are compared. Pure: the day it
 * was judged on and the version of its questions are its own.
 */
export function rereadIntake(
  intake: StoredIntake,
  sets: { from: RuleSet; to: RuleSet; own: RuleSet | undefined },
): Reread {
  const contexts = contextsOf(intake)
  const read = (context: TriageContext, ruleSet: RuleSet) => triage(intake.answers, context, ruleSet)
  const { own } = sets
  const found = own && replay(contexts, intake.result.inputHash, (context) => read(context, own))
  const context = found?.context ?? contexts[0] ?? { asOf: intake.result.asOf }
  const under = (ruleSet: RuleSet) => readingOf(found && own === ruleSet ? found.result : read(context, ruleSet))
  return {
    replays: found !== undefined && inputHash(found.result) === inputHash(intake.result),
    from: under(sets.from),
    to: under(sets.to),
    who: whoOf(intake.answers, intake.result.asOf),
  }
}
