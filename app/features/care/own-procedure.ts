import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { procedures } from '@db/schema/cases'

/** The patient's procedure that is booked and has not begun, held until the transaction ends. */
export async function ownProcedure(tx: Tx, patientId: string, now: Date) {
  const [procedure] = await tx
    .select()
    .from(procedures)
    .where(and(eq(procedures.patientId, patientId), eq(procedures.state, 'booked')))
    .orderBy(desc(procedures.startsAt))
    .limit(1)
    .for('no key update')
  return procedure && procedure.startsAt > now ? procedure : null
}
