import { desc, eq } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { readStanding } from '@db/read-standing'
import { triageResults } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { followUpDays } from '~/domain/case/follow-up-time'
import { addDays } from '~/domain/time/add-days'
import { atWallClock } from '~/domain/time/at-wall-clock'
import type { Context } from '~/features/context'
import { consultOffer, consultOfferFor } from './consult-offer'
import type { Offer } from './consult-offer'
import type { OwnVisit } from './own-visit'
import type { HeldTime } from './read-hold'

const nothing: Offer = { providers: [], times: [] }

/**
 * Times to which a visit may move. A follow-up stays with its provider and within its days after the procedure; a consult
 * may go to any provider licensed in the patient's state, as soon as its urgency asks.
 */
export async function moveOffer(
  tx: Tx,
  context: Context,
  { visit, procedure }: OwnVisit,
  options: { hold: HeldTime | null; evenTaken?: boolean },
): Promise<Offer> {
  const { patientId, providerId } = visit
  const [person] = await tx.select({ state: people.homeState }).from(people).where(eq(people.id, patientId))
  if (!person?.state) return nothing
  const lengthMinutes = (visit.endsAt.getTime() - visit.startsAt.getTime()) / 60_000
  const asked = { ...options, patientId, state: person.state, lengthMinutes }
  if (!procedure) {
    const [triage] = await tx
      .select({ intakeId: triageResults.intakeId })
      .from(triageResults)
      .where(eq(triageResults.patientId, patientId))
      .orderBy(desc(triageResults.createdAt))
      .limit(1)
    const standing = await readStanding(tx, triage ? [triage.intakeId] : [])
    const routine = triage && standing.get(triage.intakeId) === 'routine'
    return consultOfferFor(tx, context, { ...asked, urgency: routine ? 'routine' : 'expedited' })
  }
  const zone = context.clinic.timeZone
  const { first, last } = followUpDays(procedure.startsAt, zone)
  const opens = atWallClock(first, '00:00', zone)
  const from = opens > context.now ? opens : context.now
  const until = atWallClock(addDays(last, 1), '00:00', zone)
  return from < until
    ? consultOffer(tx, context, { ...asked, window: { from, until }, onlyProviderId: providerId })
    : nothing
}
