import { codeWords, resolverWords } from '~/domain/chart/triage-words'
import { instrument } from '~/domain/intake/instrument'
import { optionsOf } from '~/domain/intake/options-of'
import { diffRuleSets } from './diff-rule-sets'
import type { PayerPolicy, PolicyItem } from './policy'
import type { RuleState } from './rule-rows'
import type { RuleSet } from './rule-set'
import type { Evidence } from './triage-result'
import { valueParts } from './value-parts'
import type { ValuePart } from './value-parts'

export type PolicyRow = {
  readonly id: string
  readonly says: readonly ValuePart[]
  readonly sources: readonly Evidence[]
  /** What is assumed where the text gives no number. */
  readonly unverified: string | null
  /** Only a visit in person can show it. */
  readonly inPerson: boolean
  readonly state: RuleState
}

type PolicyGap = {
  readonly id: string
  readonly because: string
  readonly code: string
  readonly resolver: string
  readonly state: RuleState
}

export type PolicySheet = {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly owner: string
  /** First day the plan goes by it, YYYY-MM-DD; null when it was not found. */
  readonly effectiveFrom: string | null
  /** What was read. */
  readonly source: string | null
  /** Kinds of insurance as the patient chooses them; none: every plan that is not on file. */
  readonly payers: readonly string[]
  readonly items: readonly PolicyRow[]
  readonly gaps: readonly PolicyGap[]
}

function payersOf({ payerKinds }: PayerPolicy): string[] {
  const question = instrument.questions.find(({ key }) => key === 'payerKind')
  const labels = new Map((question ? optionsOf(question) : []).map(({ value, label }) => [value, label]))
  return payerKinds.map((kind) => labels.get(kind) ?? kind)
}

function sentenceOf({ requirement, shows }: PolicyItem): string {
  return requirement ?? (typeof shows === 'string' ? shows : shows.met)
}

/** A plan's policy as a reader checks it: each requirement with its values marked, where it says so, and what changed. */
export function policySheets(ruleSet: RuleSet, previous: RuleSet | undefined): PolicySheet[] {
  const states = new Map(
    (previous ? diffRuleSets(previous, ruleSet) : []).map(({ section, id, state }) => [`${section}/${id}`, state]),
  )
  const stateOf = (id: string): RuleState => states.get(`payer/${id}`) ?? 'same'
  return ruleSet.policies.map((policy) => ({
    id: policy.id,
    title: policy.title,
    version: policy.version,
    payers: payersOf(policy),
    owner: policy.owner ?? ruleSet.owner,
    effectiveFrom: policy.effectiveFrom ?? null,
    source: policy.source ?? null,
    items: policy.items.map((item) => ({
      id: item.id,
      says: valueParts(sentenceOf(item)),
      sources: item.evidence ?? [],
      unverified: item.unverified ?? null,
      inPerson: item.when === undefined,
      state: stateOf(`${policy.id}/${item.id}`),
    })),
    gaps: policy.gaps.map(({ id, because, code, resolver }) => ({
      id,
      because,
      code: codeWords(code),
      resolver: resolverWords[resolver],
      state: stateOf(`${policy.id}/gap/${id}`),
    })),
  }))
}
