import { recordAudit } from '@db/audit'
import { ruleSet } from '~/domain/triage/rule-set'
import { ruleSetHash } from '~/domain/triage/rule-set-hash'
import { ruleSetOf } from '~/domain/triage/rule-sets'
import type { SignOff } from '~/domain/triage/sign-off'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { signOffOf } from './sign-off'

/** Who has signed a version of the rules, those in force unless said: "signed by … on …", or that it is awaited. For providers and admins. */
export async function readSignOff(
  context: Context,
  { version = ruleSet.version }: { version?: string } = {},
): Promise<SignOff> {
  const found = ruleSetOf(version)
  if (!found) return { state: 'awaiting' }
  return transact(context, async (tx) => {
    await recordAudit(tx, context, { did: 'rules.read-sign-off', thing: 'rule_set', fields: [`v${version}`] })
    return signOffOf(tx, { kind: 'rule_set', version, hash: ruleSetHash(found) })
  })
}
