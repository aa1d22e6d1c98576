import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { ruleSetSignOffs } from '@db/schema/triage'
import type { SignOffKind } from '~/domain/triage/review-lists'
import type { SignOff } from '~/domain/triage/sign-off'

/** Whether exactly these words have been signed; when other words of this version were, by whom. */
export async function signOffOf(tx: Tx, of: { kind: SignOffKind; version: string; hash: string }): Promise<SignOff> {
  const rows = await tx
    .select({
      hash: ruleSetSignOffs.contentHash,
      name: ruleSetSignOffs.signedName,
      title: ruleSetSignOffs.signedTitle,
      note: ruleSetSignOffs.note,
      at: ruleSetSignOffs.recordedAt,
    })
    .from(ruleSetSignOffs)
    .where(and(eq(ruleSetSignOffs.kind, of.kind), eq(ruleSetSignOffs.version, of.version)))
    .orderBy(desc(ruleSetSignOffs.recordedAt))
  const signed = rows.find((row) => row.hash === of.hash)
  if (signed) return { state: 'signed', ...signed }
  const [other] = rows
  return other ? { state: 'differs', ...other } : { state: 'awaiting' }
}
