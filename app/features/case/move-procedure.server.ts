import { allocate, release } from '@db/allocate'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { cases, procedures } from '@db/schema/cases'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { procedureMinutes } from '~/domain/case/appointment-lengths'
import type { BookingWish } from '~/domain/case/case-wishes'
import { refuse, wasRefused } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { transactOrUndo } from '../context'
import type { Context } from '../context'
import { bookedPlace } from './booked-place'
import { loadCases } from './load-cases'
import { placeFollowUp } from './place-follow-up'
import { tellPatient } from './tell-patient'

/** Moves a booked procedure with everything it holds; its follow-up moves with it. The patient is asked to keep the new time. */
export async function moveProcedure(context: Context, wish: { caseId: string } & z.output<typeof BookingWish>) {
  if (wish.startsAt <= context.now) return refuse('past', 'This time has passed. Choose another.')
  return transactOrUndo(context, async (tx, undo) => {
    await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, wish.caseId)).for('update')
    const [found] = await loadCases(tx, [wish.caseId])
    if (found?.procedure?.state !== 'booked') return refuse('missing', 'There is no booked procedure.')
    const { procedure, patient } = found
    const until = found.authorisation?.validUntil
    if (until && until < dayOf(wish.startsAt, context.clinic.timeZone)) {
      return refuse('authorisation_ends', 'The authorisation ends before this day.')
    }
    const place = await bookedPlace(tx, wish)
    if (wasRefused(place)) return place
    const endsAt = new Date(wish.startsAt.getTime() + procedureMinutes * 60_000)
    await release(tx, { procedureId: procedure.id }, context.now)
    const [moved] = await tx
      .update(procedures)
      .set({
        providerId: wish.providerId,
        roomId: place.roomId,
        cArmId: place.cArmId,
        locationId: place.locationId,
        startsAt: wish.startsAt,
        endsAt,
        confirmedAt: null,
      })
      .where(and(eq(procedures.id, procedure.id), eq(procedures.state, 'booked')))
      .returning({ id: procedures.id })
    if (!moved) return undo(refuse('missing', 'There is no booked procedure.'))
    const conflict = await allocate(tx, {
      resourceIds: [wish.providerId, patient.id, place.roomId, place.cArmId],
      patientId: patient.id,
      during: { from: wish.startsAt, to: endsAt },
      for: { procedureId: procedure.id },
      now: context.now,
    })
    if (conflict) return undo(refuse('taken', 'Someone has just taken this time. Nothing was moved.'))
    const followUp = await placeFollowUp(tx, context, {
      ...procedure,
      providerId: wish.providerId,
      startsAt: wish.startsAt,
    })
    if (!followUp)
      return undo(refuse('no_follow_up', 'No two-week follow-up is free after this time. Choose another day.'))
    await tellPatient(tx, context, patient.id, 'moved')
    await recordAudit(tx, context, [
      {
        did: 'procedure.move',
        patientId: patient.id,
        thing: 'procedure',
        thingId: procedure.id,
        fields: ['startsAt', 'providerId', 'roomId', 'cArmId'],
      },
      { did: 'visit.move', patientId: patient.id, thing: 'visit', thingId: followUp.visitId, fields: ['startsAt'] },
    ])
    await announce(tx, { topic: 'case', patientId: patient.id })
    return { procedureId: procedure.id, followUpAt: followUp.startsAt }
  })
}
