import { recordAudit } from '@db/audit'
import { ruleSetSignOffs } from '@db/schema/triage'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { ruleSetHash } from '~/domain/triage/rule-set-hash'
import { ruleSetOf } from '~/domain/triage/rule-sets'
import type { SignOffWish } from '~/domain/triage/sign-off-wish'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/**
 * An admin records that a named clinician has read and signed one version of the rules, for good. Only what stood on the
 * page is signed, once; the rules themselves stay as they are.
 */
export async function recordSignOff(
  context: Context,
  wish: SignOffWish,
): Promise<{ version: string } | Refusal<'missing' | 'changed' | 'signed'>> {
  const ruleSet = ruleSetOf(wish.version)
  if (context.actor.role !== 'admin' || !ruleSet) return refuse('missing', 'There is no such rule set.')
  const hash = ruleSetHash(ruleSet)
  if (wish.hash !== hash)
    return refuse(
      'changed',
      'These rules are not the ones that were shown. Read them again before you record a sign-off.',
    )
  return transact(context, async (tx) => {
    const [kept] = await tx
      .insert(ruleSetSignOffs)
      .values({
        kind: 'rule_set',
        version: ruleSet.version,
        contentHash: hash,
        signedName: wish.name,
        signedTitle: wish.title,
        note: wish.note || null,
        recordedBy: context.actor.id,
        recordedAt: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: ruleSetSignOffs.id })
    if (!kept) return refuse('signed', 'A sign-off of exactly these rules is already on record.')
    await recordAudit(tx, context, {
      did: 'rules.sign-off',
      thing: 'rule_set',
      thingId: kept.id,
      fields: [`v${ruleSet.version}`],
    })
    return { version: ruleSet.version }
  })
}
