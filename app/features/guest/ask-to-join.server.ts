import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { announce } from '@db/announce'
import { guests, visits } from '@db/schema/visits'
import { refuse } from '~/domain/refusal'
import { isLive } from '~/domain/visit/visit'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** The guest asks to come in; a later asking makes an earlier answer void. Refuses `missing` once the visit is over. */
export function askToJoin(context: Context) {
  return transact(context, async (tx) => {
    const [guest] = await tx.select().from(guests).where(eq(guests.id, context.actor.id))
    if (!guest || guest.expiresAt.getTime() <= context.now.getTime())
      return refuse('missing', 'There is no such visit.')
    const [visit] = await tx.select({ state: visits.state }).from(visits).where(eq(visits.id, guest.visitId))
    if (!visit || !isLive(visit.state)) return refuse('missing', 'There is no such visit.')
    await tx.update(guests).set({ arrivedAt: context.now }).where(eq(guests.id, guest.id))
    const { patientId, visitId } = guest
    await recordAudit(tx, context, { did: 'guest.ask', patientId, thing: 'guest', thingId: guest.id })
    await announce(tx, { topic: 'visit', patientId, visitId })
    return { visitId }
  })
}
