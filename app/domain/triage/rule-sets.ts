import released100 from './released/1.0.0.json'
import released110 from './released/1.1.0.json'
import { type RuleSet, ruleSet } from './rule-set'
import { ruleSetSchema } from './rule-set-schema'

/** Every rule set that ever was in force, newest first. Released ones are files that never change. */
export const ruleSets: readonly RuleSet[] = [
  ruleSet,
  ruleSetSchema.parse(released110),
  ruleSetSchema.parse(released100),
]

/** Undefined for a version that never was. */
export function ruleSetOf(version: string): RuleSet | undefined {
  return ruleSets.find((each) => each.version === version)
}
