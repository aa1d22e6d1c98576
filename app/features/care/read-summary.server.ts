import { and, eq, isNull, sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { cases, orders } from '@db/schema/cases'
import { outcomes } from '@db/schema/outcomes'
import { people } from '@db/schema/people'
import { notes, visits } from '@db/schema/visits'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { careIntake } from './care-intake'

/** What the asking patient may read about a visit that has taken place: the signed words for them, and what was decided. */
export function readSummary(context: Context, wish: { visitId: string }) {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const [found] = await tx
      .select({
        visit: visits,
        provider: { name: people.name, title: people.credentialsTitle },
        note: { text: sql<string>`${notes.body} ->> 'patientSummary'`, signedAt: notes.signedAt },
        order: { side: orders.side, orderedAt: orders.orderedAt },
        caseClosedAt: cases.closedAt,
        nextStep: outcomes.nextStep,
      })
      .from(visits)
      .innerJoin(people, eq(people.id, visits.providerId))
      .leftJoin(notes, eq(notes.visitId, visits.id))
      .leftJoin(orders, and(eq(orders.visitId, visits.id), isNull(orders.cancelledAt)))
      .leftJoin(cases, eq(cases.orderId, orders.id))
      .leftJoin(outcomes, eq(outcomes.procedureId, visits.procedureId))
      .where(and(eq(visits.id, wish.visitId), eq(visits.patientId, patientId)))
    if (!found || found.visit.state !== 'ended')
      return refuse('missing', 'There is no such summary.') as Refusal<'missing'>
    await recordAudit(tx, context, { did: 'summary.read', patientId, thing: 'visit', thingId: wish.visitId })
    const [person] = await tx
      .select({ name: people.name, bornOn: people.bornOn, zone: people.timeZone })
      .from(people)
      .where(eq(people.id, patientId))
    if (!person) throw new Error('The person who asks does not exist.')
    const { visit, provider, note, order, nextStep } = found
    return {
      person,
      visit: {
        id: visit.id,
        kind: visit.kind,
        startsAt: visit.startsAt,
        admittedAt: visit.admittedAt,
        endedAt: visit.endedAt,
      },
      provider,
      words: note?.signedAt ? { text: note.text, signedAt: note.signedAt } : null,
      order: order && found.caseClosedAt === null ? { side: order.side } : null,
      nextStep,
      bloodThinner: (await careIntake(tx, patientId)).bloodThinner,
    }
  })
}
