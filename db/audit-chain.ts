import { createHash } from 'node:crypto'
import { and, asc, count, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import type { Tx } from './client'
import { auditRows, auditSeals } from './schema/records'

/** What the first seal follows. */
const genesis = '0'.repeat(64)

const batch = 2000

/** Commits may come later than their number: unsealed rows are looked for this far behind the newest sealed one. */
const lookBehind = 20_000

const columns = {
  id: auditRows.id,
  at: sql<string>`(extract(epoch from ${auditRows.at}) * 1000000)::bigint::text`,
  actorId: auditRows.actorId,
  actorRole: auditRows.actorRole,
  did: auditRows.did,
  patientId: auditRows.patientId,
  thing: auditRows.thing,
  thingId: auditRows.thingId,
  fields: auditRows.fields,
  requestId: auditRows.requestId,
}

type Row = {
  id: number
  at: string
  actorId: string
  actorRole: string
  did: string
  patientId: string | null
  thing: string | null
  thingId: string | null
  fields: string[] | null
  requestId: string
}

/** SHA-256 over the hash before and the whole row in a fixed order. */
function sealHash(previous: string, row: Row): string {
  const { id, at, actorId, actorRole, did, patientId, thing, thingId, fields, requestId } = row
  const canonical = JSON.stringify([id, at, actorId, actorRole, did, patientId, thing, thingId, fields, requestId])
  return createHash('sha256').update(previous).update('\n').update(canonical).digest('hex')
}

/** The newest seal: its hash, kept outside the database, proves that no row before it was taken away. */
export async function auditHead(tx: Tx): Promise<{ seq: number; hash: string } | undefined> {
  const rows = await tx
    .select({ seq: auditSeals.seq, hash: auditSeals.hash })
    .from(auditSeals)
    .orderBy(desc(auditSeals.seq))
    .limit(1)
  return rows[0]
}

/** Seals committed rows that have no seal yet; one sealer at a time. With `all` it looks behind as far as there are rows. */
export async function sealAudit(tx: Tx, { all = false }: { all?: boolean } = {}): Promise<number> {
  const [lock] = await tx.execute<{ got: boolean }>(sql`select pg_try_advisory_xact_lock(4716322) as got`)
  if (!lock?.got) return 0
  const newest = await tx.select({ id: sql<string | null>`max(${auditSeals.auditId})` }).from(auditSeals)
  const from = all ? 0 : Number(newest[0]?.id ?? 0) - lookBehind
  const rows = await tx
    .select(columns)
    .from(auditRows)
    .leftJoin(auditSeals, eq(auditSeals.auditId, auditRows.id))
    .where(and(isNull(auditSeals.seq), gt(auditRows.id, from)))
    .orderBy(asc(auditRows.id))
    .limit(batch)
  let previousHash = (await auditHead(tx))?.hash ?? genesis
  const seals = rows.map((row) => {
    const hash = sealHash(previousHash, row)
    const seal = { auditId: row.id, previousHash, hash }
    previousHash = hash
    return seal
  })
  if (seals.length > 0) await tx.insert(auditSeals).values(seals)
  return seals.length
}

export type Verdict =
  | { ok: true; sealed: number; unsealed: number; head: string; whole: boolean }
  | { ok: false; sealed: number; brokenAt: number; why: 'changed' | 'missing' | 'moved' }

/**
 * Follows the chain and names the first row that was changed, taken away or moved. `newest` limits the walk to the last
 * seals. Rows taken from the end show only against a head hash that was kept outside the database.
 */
export async function verifyAuditChain(tx: Tx, { newest }: { newest?: number } = {}): Promise<Verdict> {
  const last = await auditHead(tx)
  const start = newest && last ? Math.max(0, last.seq - newest) : 0
  let previous = genesis
  if (start > 0) {
    const before = await tx
      .select({ hash: auditSeals.hash })
      .from(auditSeals)
      .where(lte(auditSeals.seq, start))
      .orderBy(desc(auditSeals.seq))
      .limit(1)
    previous = before[0]?.hash ?? previous
  }
  let seq = start
  let sealed = 0
  for (;;) {
    const links = await tx
      .select({
        seq: auditSeals.seq,
        auditId: auditSeals.auditId,
        before: auditSeals.previousHash,
        hash: auditSeals.hash,
        row: columns,
      })
      .from(auditSeals)
      .leftJoin(auditRows, eq(auditRows.id, auditSeals.auditId))
      .where(gt(auditSeals.seq, seq))
      .orderBy(asc(auditSeals.seq))
      .limit(batch)
    for (const link of links) {
      if (link.before !== previous) return { ok: false, sealed, brokenAt: link.auditId, why: 'moved' }
      if (!link.row?.id) return { ok: false, sealed, brokenAt: link.auditId, why: 'missing' }
      if (sealHash(previous, link.row) !== link.hash)
        return { ok: false, sealed, brokenAt: link.auditId, why: 'changed' }
      previous = link.hash
      seq = link.seq
      sealed += 1
    }
    if (links.length < batch) break
  }
  const unsealed = await tx
    .select({ rows: count() })
    .from(auditRows)
    .leftJoin(auditSeals, eq(auditSeals.auditId, auditRows.id))
    .where(isNull(auditSeals.seq))
  return { ok: true, sealed, unsealed: unsealed[0]?.rows ?? 0, head: previous, whole: start === 0 }
}
