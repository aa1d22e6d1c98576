import { manoeuvres } from '~/domain/exam/manoeuvres'
import { plainName } from './canonical-tests'
import { examRules } from './rules-exam'
import { payerPolicies } from './rules-payer'

const listed = payerPolicies.flatMap(({ items }) => items.flatMap(({ tests }) => tests?.listed ?? []))

/** Every name under which a finding may be recorded: the provocation tests with their synonyms, and the other tests of the exam. */
export const examTestNames: readonly string[] = [
  ...new Set([
    ...[...examRules.tests, ...listed].flatMap(({ recordedAs }) => recordedAs),
    ...manoeuvres.flatMap(({ id, canonicalTest }) => (canonicalTest === null ? [id] : [id, canonicalTest])),
  ]),
]

/** Whether a test of this name is known, whatever its case, spaces and hyphens. */
export function isExamTest(name: string): boolean {
  return examTestNames.includes(plainName(name))
}
