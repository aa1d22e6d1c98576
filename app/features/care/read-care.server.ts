import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { readGate } from '@db/read-gate'
import { readOpenUrgent } from '@db/read-open-urgent'
import { diaryEntries } from '@db/schema/outcomes'
import { people } from '@db/schema/people'
import type { CareFacts, VisitFact } from '~/domain/care/care-facts'
import { diaryState } from '~/domain/outcome/diary-state'
import { firstName } from '~/domain/people/say-names'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { careCase } from './care-case'
import type { CareCase } from './care-case'
import { careIntake } from './care-intake'
import { careVisits } from './care-visits'

async function diaryFacts(tx: Tx, context: Context, booked: CareCase['booked']): Promise<CareFacts['diary']> {
  const procedure = booked?.procedure
  if (procedure?.state !== 'done' || !procedure.needleOutAt) return null
  const written = await tx
    .select({ slot: diaryEntries.slot })
    .from(diaryEntries)
    .where(eq(diaryEntries.procedureId, procedure.id))
  const slots = diaryState({
    needleOutAt: procedure.needleOutAt,
    zone: context.clinic.timeZone,
    written: written.map((entry) => entry.slot),
    now: context.now,
  })
  return {
    written: written.length,
    openNow: slots.some((slot) => slot.state === 'now'),
    nextDueAt: slots.find((slot) => slot.state === 'later')?.dueAt ?? null,
    over: slots.every((slot) => slot.state === 'written' || slot.state === 'missing'),
  }
}

function caseFacts(found: CareCase | null) {
  if (!found)
    return { order: null, caseClosed: false, authorisation: null, items: [], procedure: null, outcomeAt: null }
  const { booked } = found
  return {
    order: { side: found.side, orderedAt: found.orderedAt },
    caseClosed: found.closedAt !== null && booked?.procedure.state !== 'done',
    authorisation: found.authorisation,
    items: found.items,
    procedure: booked ? { ...booked.procedure, place: booked.place.name } : null,
    outcomeAt: booked?.outcomeAt ?? null,
  }
}

/** Everything the asking patient's home page is read from. */
export function readCare(context: Context): Promise<CareFacts> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const [person] = await tx
      .select({ name: people.name, zone: people.timeZone })
      .from(people)
      .where(eq(people.id, patientId))
    if (!person) throw new Error('The person who asks does not exist.')
    const intake = await careIntake(tx, patientId)
    const found = await careCase(tx, patientId)
    const all = await careVisits(tx, patientId)
    const procedureId = found?.booked?.procedure.id
    const consult: VisitFact | null = all.find((visit) => visit.kind === 'consult') ?? null
    const followUp: VisitFact | null =
      all.find((visit) => procedureId !== undefined && visit.procedureId === procedureId) ?? null
    await recordAudit(tx, context, { did: 'care.read', patientId, thing: 'person', thingId: patientId })
    return {
      zone: person.zone,
      clinicZone: context.clinic.timeZone,
      firstName: firstName(person.name),
      intake: intake.newest,
      bloodThinner: intake.bloodThinner,
      papersSent: intake.papers,
      calls: await readOpenUrgent(tx, patientId),
      gate: await readGate(tx, patientId),
      consult,
      followUp,
      ...caseFacts(found),
      diary: await diaryFacts(tx, context, found?.booked ?? null),
    }
  })
}
