import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { recordAudit } from '@db/audit'
import { openDatabase } from '@db/client'
import { migrate } from '@db/migrate'
import { people } from '@db/schema/people'
import { withTx } from '@db/tx'
import type { Actor } from '~/domain/people/actor'
import { compare } from './rounds'
import type { Line } from './rounds'

/**
 * One small change of a person's record on a migrated, otherwise empty database: a bare transaction, the guarded one, and
 * the guarded one with its audit row, as every verb writes it.
 */
export async function auditedWrite(url: string): Promise<Line[]> {
  await migrate(url)
  const owner = postgres(url, { max: 1, onnotice: () => {} })
  const database = openDatabase(url, { connections: 1 })
  const patient: Actor = { id: randomUUID(), role: 'patient' }
  try {
    await owner`insert into people (id, role, email, name, born_on, created_at) values (${patient.id}, 'patient', 'bench@example.test', 'Bench', '1970-01-01', now())`
    const bare = () =>
      owner.begin(async (sql) => {
        await sql`update people set phone = ${String(performance.now())} where id = ${patient.id}`
      })
    const read = () =>
      withTx(database, patient, (tx) => tx.select({ id: people.id }).from(people).where(eq(people.id, patient.id)))
    const audited = () =>
      withTx(database, patient, async (tx) => {
        await tx
          .update(people)
          .set({ phone: String(performance.now()) })
          .where(eq(people.id, patient.id))
        const entry = {
          did: 'person.change',
          patientId: patient.id,
          thing: 'person',
          thingId: patient.id,
          fields: ['phone'],
        }
        await recordAudit(tx, { actor: patient, now: new Date(), requestId: 'bench' }, entry)
      })
    return await compare([
      { name: 'bare transaction', run: bare },
      { name: 'guarded transaction, reading', run: read },
      { name: 'guarded and audited write', run: audited },
    ])
  } finally {
    await database.close()
    await owner.end()
  }
}
