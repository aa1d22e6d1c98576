import { inputHash } from './input-hash'
import type { RuleSet } from './rule-set'

const known = new WeakMap<RuleSet, string>()

/** SHA-256 in hex over every line of a rule set: the same rules have the same hash wherever they are kept. */
export function ruleSetHash(ruleSet: RuleSet): string {
  const hash = known.get(ruleSet) ?? inputHash(ruleSet)
  known.set(ruleSet, hash)
  return hash
}
