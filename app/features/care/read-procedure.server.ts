import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { people } from '@db/schema/people'
import { openForClinic, openForPatient } from '~/domain/care/getting-ready'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { careCase } from './care-case'
import { careIntake } from './care-intake'
import { careVisits } from './care-visits'

/** The booked injection of the asking patient: day, side, place, what is open, and the two-week check that goes with it. */
export function readProcedure(context: Context) {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const found = await careCase(tx, patientId)
    if (!found?.booked) return refuse('missing', 'There is no injection booked.') as Refusal<'missing'>
    const { procedure, place, providerName } = found.booked
    await recordAudit(tx, context, { did: 'procedure.read', patientId, thing: 'procedure', thingId: procedure.id })
    const [person] = await tx
      .select({ name: people.name, bornOn: people.bornOn, zone: people.timeZone })
      .from(people)
      .where(eq(people.id, patientId))
    if (!person) throw new Error('The person who asks does not exist.')
    const { bloodThinner } = await careIntake(tx, patientId)
    const visits = await careVisits(tx, patientId)
    const facts = {
      items: found.items,
      authorisation: found.authorisation,
      procedure: { ...procedure, place: place.name },
    }
    const review = openForClinic(facts).includes('block:anticoagulant_review')
    return {
      person,
      procedure,
      place,
      providerName,
      authorisation: found.authorisation,
      open: openForPatient(facts),
      bloodThinner: { takes: bloodThinner || review, weCall: review },
      followUp: visits.find((visit) => visit.procedureId === procedure.id && visit.state !== 'no_show') ?? null,
    }
  })
}
