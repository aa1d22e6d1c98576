import type { Actor } from '~/domain/people/actor'
import type { Tx } from './client'
import { auditRows } from './schema/records'

export type AuditEntry = {
  /** What was done, as `thing.verb`, for example `visit.admit` or `intake.read`. */
  did: string
  patientId?: string | null
  thing?: string
  thingId?: string
  /** Names of the fields read or changed, never their values. */
  fields?: string[]
}

export type Auditor = { actor: Actor; now: Date; requestId: string }

/** Written inside the caller's transaction: no record, no read and no change. */
export async function recordAudit(tx: Tx, who: Auditor, entry: AuditEntry | AuditEntry[]): Promise<void> {
  const entries = Array.isArray(entry) ? entry : [entry]
  if (entries.length === 0) return
  await tx.insert(auditRows).values(
    entries.map((one) => ({
      at: who.now,
      actorId: who.actor.id,
      actorRole: who.actor.role,
      requestId: who.requestId,
      did: one.did,
      patientId: one.patientId ?? null,
      thing: one.thing ?? null,
      thingId: one.thingId ?? null,
      fields: one.fields ?? null,
    })),
  )
}
