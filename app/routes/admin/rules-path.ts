import { paths } from '~/domain/paths'

export type RulesWish = {
  readonly version: string
  /** Only what changed since the version before. */
  readonly changed?: boolean
  /** The rule that is open, by its name. */
  readonly rule?: string
  /** The stored intake whose two readings are explained. */
  readonly why?: string
  /** Every changed intake, not only the first ones. */
  readonly every?: boolean
  /** The sign-off is being recorded. */
  readonly sign?: boolean
}

/** Address of the rule page in one of its states. */
export function rulesPath({ version, changed, rule, why, every, sign }: RulesWish): string {
  const query = new URLSearchParams({ version })
  if (changed) query.set('show', 'changed')
  if (rule) query.set('rule', rule)
  if (why) query.set('why', why)
  if (every) query.set('every', 'yes')
  if (sign) query.set('sign', 'yes')
  return `${paths.adminRules()}?${query}`
}

/** Where a rule stands on the page. */
export const ruleAnchor = (name: string) => `rule-${name.replaceAll(/[^\w-]+/g, '-')}`
