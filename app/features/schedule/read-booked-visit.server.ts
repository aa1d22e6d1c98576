import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { people } from '@db/schema/people'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { ownVisit } from './own-visit'
import type { OwnVisit } from './own-visit'
import { visitCalendar } from './tell-visit'

export type BookedVisit = OwnVisit & {
  readonly homeState: string | null
  /** The calendar entry as it stands, to be downloaded. */
  readonly calendar: string
}

/** A visit of the asking patient with everything its booking page and calendar entry say. */
export function readBookedVisit(
  context: Context,
  wish: { visitId: string },
): Promise<BookedVisit | Refusal<'missing'>> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const own = await ownVisit(tx, patientId, wish.visitId)
    const [patient] = await tx
      .select({ email: people.email, timeZone: people.timeZone, homeState: people.homeState })
      .from(people)
      .where(eq(people.id, patientId))
    if (!own || !patient) return refuse('missing', 'There is no such visit.')
    await recordAudit(tx, context, { did: 'visit.read', patientId, thing: 'visit', thingId: wish.visitId })
    const cancelled = own.visit.state === 'cancelled'
    return {
      ...own,
      homeState: patient.homeState,
      calendar: await visitCalendar(tx, context, { visit: own.visit, patient, cancelled }),
    }
  })
}
