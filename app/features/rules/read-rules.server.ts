import { and, desc, eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { people } from '@db/schema/people'
import { ruleSetRuns } from '@db/schema/triage'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { ruleSet as inForce } from '~/domain/triage/rule-set'
import type { RuleSet } from '~/domain/triage/rule-set'
import { ruleSetHash } from '~/domain/triage/rule-set-hash'
import { ruleSetOf, ruleSets } from '~/domain/triage/rule-sets'
import type { RunChange } from '~/domain/triage/run-change'
import type { SignOff } from '~/domain/triage/sign-off'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { signOffOf } from './sign-off'

export type RulesRun = {
  readonly at: Date
  readonly by: string
  /** All sent intakes then, and how many of them were read. */
  readonly stored: number
  readonly intakes: number
  readonly same: number
  readonly raised: number
  readonly lowered: number
  readonly replayed: number
  /** One of the two sets has other words now than when they were compared. */
  readonly isStale: boolean
  readonly changes: readonly RunChange[]
}

export type RulesPage = {
  readonly ruleSet: RuleSet
  /** The version before, which this one is compared with. */
  readonly previous: RuleSet | undefined
  readonly hash: string
  readonly versions: readonly { readonly version: string; readonly isInForce: boolean }[]
  readonly signOff: SignOff
  readonly run: RulesRun | null
}

/** One rule set, the one before, who has signed it, and the last time both were run over the stored intakes. For admins. */
export async function readRules(context: Context, wish: { version?: string }): Promise<RulesPage | Refusal<'missing'>> {
  const ruleSet = wish.version === undefined ? inForce : ruleSetOf(wish.version)
  if (!ruleSet || context.actor.role !== 'admin') return refuse('missing', 'There is no such rule set.')
  const previous = ruleSets[ruleSets.indexOf(ruleSet) + 1]
  const { version } = ruleSet
  const hash = ruleSetHash(ruleSet)
  return transact(context, async (tx) => {
    await recordAudit(tx, context, { did: 'rules.read', thing: 'rule_set', fields: [`v${version}`] })
    return {
      ruleSet,
      previous,
      hash,
      versions: ruleSets.map((each) => ({ version: each.version, isInForce: each.version === inForce.version })),
      signOff: await signOffOf(tx, { kind: 'rule_set', version, hash }),
      run: previous ? await lastRun(tx, previous, ruleSet) : null,
    }
  })
}

async function lastRun(tx: Tx, from: RuleSet, to: RuleSet): Promise<RulesRun | null> {
  const [found] = await tx
    .select({ run: ruleSetRuns, by: people.name })
    .from(ruleSetRuns)
    .innerJoin(people, eq(people.id, ruleSetRuns.runBy))
    .where(and(eq(ruleSetRuns.fromVersion, from.version), eq(ruleSetRuns.toVersion, to.version)))
    .orderBy(desc(ruleSetRuns.runAt))
    .limit(1)
  if (!found) return null
  const { stored, intakesRead: intakes, same, raised, lowered, replayed, changes, runAt, fromHash, toHash } = found.run
  return {
    stored,
    intakes,
    same,
    raised,
    lowered,
    replayed,
    changes,
    at: runAt,
    by: found.by,
    isStale: fromHash !== ruleSetHash(from) || toHash !== ruleSetHash(to),
  }
}
