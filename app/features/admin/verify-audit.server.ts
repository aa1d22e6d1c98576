import { recordAudit } from '@db/audit'
import { verifyAuditChain } from '@db/audit-chain'
import type { Verdict } from '@db/audit-chain'
import { transact } from '../context'
import type { Context } from '../context'

/** Walks the audit chain: the newest rows, or every row. */
export function verifyAudit(context: Context, wish: { newest?: number }): Promise<Verdict> {
  return transact(context, async (tx) => {
    const verdict = await verifyAuditChain(tx, wish)
    await recordAudit(tx, context, { did: 'audit.verify', thing: 'audit' })
    return verdict
  })
}
