import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { cases } from '@db/schema/cases'
import { and, eq, isNull } from 'drizzle-orm'
import { refuse } from '~/domain/refusal'
import { transact } from '../context'
import type { Context } from '../context'

/** Makes the actor the owner of an open case, whoever had it before. */
export async function takeCase(context: Context, wish: { caseId: string }) {
  return transact(context, async (tx) => {
    const [taken] = await tx
      .update(cases)
      .set({ ownerId: context.actor.id })
      .where(and(eq(cases.id, wish.caseId), isNull(cases.closedAt)))
      .returning({ id: cases.id, patientId: cases.patientId })
    if (!taken) return refuse('missing', 'There is no such case.')
    await recordAudit(tx, context, {
      did: 'case.take',
      patientId: taken.patientId,
      thing: 'case',
      thingId: taken.id,
      fields: ['ownerId'],
    })
    await announce(tx, { topic: 'case', patientId: taken.patientId })
    return taken
  })
}
