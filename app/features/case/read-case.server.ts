import { recordAudit } from '@db/audit'
import { people, resources } from '@db/schema/people'
import { eq, inArray } from 'drizzle-orm'
import { cardOf } from '~/domain/case/card'
import { refuse } from '~/domain/refusal'
import { transact } from '../context'
import type { Context } from '../context'
import { loadCases } from './load-cases'

/** One case with its checklist, authorisation, booking and derived card. Refuses 'missing' for what does not exist. */
export async function readCase(context: Context, wish: { caseId: string }) {
  return transact(context, async (tx) => {
    const [found] = await loadCases(tx, [wish.caseId])
    if (!found) return refuse('missing', 'There is no such case.')
    await recordAudit(tx, context, {
      did: 'case.read',
      patientId: found.patient.id,
      thing: 'case',
      thingId: found.case.id,
    })
    const [provider] = await tx
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(eq(people.id, found.case.providerId))
    const owner = found.case.ownerId
      ? (await tx.select({ id: people.id, name: people.name }).from(people).where(eq(people.id, found.case.ownerId)))[0]
      : undefined
    const places = found.procedure
      ? await tx
          .select({ id: resources.id, name: resources.name })
          .from(resources)
          .where(inArray(resources.id, [found.procedure.roomId, found.procedure.cArmId]))
      : []
    return {
      ...found,
      provider: provider ?? null,
      owner: owner ?? null,
      roomName: places.find((one) => one.id === found.procedure?.roomId)?.name ?? null,
      cArmName: places.find((one) => one.id === found.procedure?.cArmId)?.name ?? null,
      card: cardOf(found.facts, context.now, context.clinic.timeZone),
    }
  })
}
