import { recordAudit } from '@db/audit'
import { checklistItems, cases, procedures } from '@db/schema/cases'
import { people, resources } from '@db/schema/people'
import { visits } from '@db/schema/visits'
import { and, eq, inArray, ne } from 'drizzle-orm'
import { refuse } from '~/domain/refusal'
import { transact } from '../context'
import type { Context } from '../context'

/** One procedure as the room needs it: who, which side, where, and what is still open. */
export async function readProcedure(context: Context, wish: { procedureId: string }) {
  return transact(context, async (tx) => {
    const [found] = await tx
      .select({
        procedure: procedures,
        intent: cases.intent,
        patient: { id: people.id, name: people.name, bornOn: people.bornOn },
      })
      .from(procedures)
      .innerJoin(cases, eq(cases.id, procedures.caseId))
      .innerJoin(people, eq(people.id, procedures.patientId))
      .where(eq(procedures.id, wish.procedureId))
    if (!found) return refuse('missing', 'There is no such procedure.')
    await recordAudit(tx, context, {
      did: 'procedure.read',
      patientId: found.patient.id,
      thing: 'procedure',
      thingId: found.procedure.id,
    })
    const places = await tx
      .select({ id: resources.id, name: resources.name })
      .from(resources)
      .where(inArray(resources.id, [found.procedure.roomId, found.procedure.cArmId]))
    const [provider] = await tx
      .select({ name: people.name })
      .from(people)
      .where(eq(people.id, found.procedure.providerId))
    const items = await tx
      .select({ code: checklistItems.code, state: checklistItems.state, proof: checklistItems.proof })
      .from(checklistItems)
      .where(eq(checklistItems.caseId, found.procedure.caseId))
    const [followUp] = await tx
      .select({ startsAt: visits.startsAt })
      .from(visits)
      .where(and(eq(visits.procedureId, found.procedure.id), ne(visits.state, 'cancelled')))
    return {
      ...found,
      providerName: provider?.name ?? null,
      roomName: places.find((one) => one.id === found.procedure.roomId)?.name ?? null,
      cArmName: places.find((one) => one.id === found.procedure.cArmId)?.name ?? null,
      items,
      followUpAt: followUp?.startsAt ?? null,
    }
  })
}
