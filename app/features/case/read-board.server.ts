import { recordAudit } from '@db/audit'
import { orders } from '@db/schema/cases'
import { people } from '@db/schema/people'
import { notes, visits } from '@db/schema/visits'
import { and, eq, gte, isNull } from 'drizzle-orm'
import { cardOf } from '~/domain/case/card'
import type { Card } from '~/domain/case/card'
import type { Intent } from '~/domain/case/case-lists'
import type { Side } from '~/domain/people/side'
import { transact } from '../context'
import type { Context } from '../context'
import { loadCases } from './load-cases'

export type BoardRow = {
  key: string
  caseId: string | null
  patientName: string
  side: Side | null
  intent: Intent | null
  procedureAt: Date | null
  procedureId: string | null
  consultEndedAt: Date
  owner: { id: string; name: string } | null
  card: Card
}

/** How long an ended consult without an order stays on the board. */
const consultsShownFor = { days: 14 }

/** Every open conversion with its derived stage, and consults that ended lately without an order. */
export async function readBoard(context: Context): Promise<BoardRow[]> {
  const { timeZone } = context.clinic
  return transact(context, async (tx) => {
    const open = await loadCases(tx)
    const since = new Date(context.now.getTime() - consultsShownFor.days * 86_400_000)
    const consults = await tx
      .select({
        id: visits.id,
        patientId: visits.patientId,
        endedAt: visits.endedAt,
        name: people.name,
        noteSignedAt: notes.signedAt,
      })
      .from(visits)
      .innerJoin(people, eq(people.id, visits.patientId))
      .leftJoin(notes, eq(notes.visitId, visits.id))
      .leftJoin(orders, and(eq(orders.visitId, visits.id), isNull(orders.cancelledAt)))
      .where(and(eq(visits.kind, 'consult'), eq(visits.state, 'ended'), gte(visits.endedAt, since), isNull(orders.id)))
    const staff = await tx.select({ id: people.id, name: people.name }).from(people).where(eq(people.role, 'scheduler'))
    await recordAudit(tx, context, [
      ...open.map((one) => ({ did: 'board.read', patientId: one.patient.id, thing: 'case', thingId: one.case.id })),
      ...consults.map((one) => ({ did: 'board.read', patientId: one.patientId, thing: 'visit', thingId: one.id })),
    ])
    const cases = open.map((one): BoardRow => ({
      key: one.case.id,
      caseId: one.case.id,
      patientName: one.patient.name,
      side: one.case.side,
      intent: one.case.intent,
      procedureAt: one.procedure?.startsAt ?? null,
      procedureId: one.procedure?.id ?? null,
      consultEndedAt: one.facts.consultEndedAt,
      owner: staff.find((person) => person.id === one.case.ownerId) ?? null,
      card: cardOf(one.facts, context.now, timeZone),
    }))
    const waiting = consults.flatMap((one): BoardRow[] => {
      if (!one.endedAt) return []
      const facts = {
        consultEndedAt: one.endedAt,
        noteSignedAt: one.noteSignedAt,
        orderedAt: null,
        items: [],
        authorisation: null,
        procedure: null,
        lastDiaryAt: null,
        followUp: null,
        outcomeAt: null,
      }
      return [
        {
          key: one.id,
          caseId: null,
          patientName: one.name,
          side: null,
          intent: null,
          procedureAt: null,
          procedureId: null,
          consultEndedAt: one.endedAt,
          owner: null,
          card: cardOf(facts, context.now, timeZone),
        },
      ]
    })
    return [...cases, ...waiting]
  })
}
