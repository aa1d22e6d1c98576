import { randomUUID } from 'node:crypto'
import { allocate } from '@db/allocate'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { cases, procedures } from '@db/schema/cases'
import { resources } from '@db/schema/people'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { procedureMinutes } from '~/domain/case/appointment-lengths'
import type { BookingWish } from '~/domain/case/case-wishes'
import { itemWords } from '~/domain/case/item-words'
import { authorisedSince, openClearances } from '~/domain/case/stage'
import { refuse, wasRefused } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { transactOrUndo } from '../context'
import type { Context } from '../context'
import { bookedPlace } from './booked-place'
import { loadCases } from './load-cases'
import { placeFollowUp } from './place-follow-up'
import { tellPatient } from './tell-patient'

/**
 * Books provider, procedure room, C-arm and patient in one act, with the two-week follow-up by video. All of it or nothing.
 * Refuses 'not_cleared', 'authorisation_ends', 'taken', 'no_follow_up', 'already_booked', 'past'.
 */
export async function bookProcedure(context: Context, wish: { caseId: string } & z.output<typeof BookingWish>) {
  if (wish.startsAt <= context.now) return refuse('past', 'This time has passed. Choose another.')
  return transactOrUndo(context, async (tx, undo) => {
    await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, wish.caseId)).for('update')
    const [found] = await loadCases(tx, [wish.caseId])
    if (!found || found.case.closedAt) return refuse('missing', 'There is no such case.')
    if (found.procedure) return refuse('already_booked', 'This case already has its time.')
    const open = openClearances(found.items)
    if (!authorisedSince(found.facts)) return refuse('not_cleared', 'A time can be booked when the plan says yes.')
    if (open.length > 0) {
      return refuse(
        'not_cleared',
        `A time can be booked when these are settled: ${open.map((one) => itemWords(one.code).title).join(', ')}.`,
      )
    }
    const until = found.authorisation?.validUntil
    if (until && until < dayOf(wish.startsAt, context.clinic.timeZone)) {
      return refuse('authorisation_ends', 'The authorisation ends before this day.')
    }
    const place = await bookedPlace(tx, wish)
    if (wasRefused(place)) return place
    const procedureId = randomUUID()
    const endsAt = new Date(wish.startsAt.getTime() + procedureMinutes * 60_000)
    const [inserted] = await tx
      .insert(procedures)
      .values({
        id: procedureId,
        caseId: found.case.id,
        patientId: found.patient.id,
        providerId: wish.providerId,
        roomId: place.roomId,
        cArmId: place.cArmId,
        locationId: place.locationId,
        side: found.case.side,
        startsAt: wish.startsAt,
        endsAt,
        createdAt: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: procedures.id })
    if (!inserted) return refuse('already_booked', 'This case already has its time.')
    const conflict = await allocate(tx, {
      resourceIds: [wish.providerId, found.patient.id, place.roomId, place.cArmId],
      patientId: found.patient.id,
      during: { from: wish.startsAt, to: endsAt },
      for: { procedureId },
      now: context.now,
    })
    if (conflict) {
      const [what] = await tx
        .select({ kind: resources.kind, name: resources.name })
        .from(resources)
        .where(eq(resources.id, conflict.taken))
      const who =
        what?.kind === 'provider'
          ? 'The provider'
          : what?.kind === 'patient'
            ? 'The patient'
            : (what?.name ?? 'Something')
      return undo(refuse('taken', `Someone has just taken this time: ${who} is no longer free. Nothing was booked.`))
    }
    const followUp = await placeFollowUp(tx, context, {
      id: procedureId,
      patientId: found.patient.id,
      providerId: wish.providerId,
      startsAt: wish.startsAt,
    })
    if (!followUp)
      return undo(refuse('no_follow_up', 'No two-week follow-up is free after this time. Choose another day.'))
    await tellPatient(tx, context, found.patient.id, 'booked')
    await recordAudit(tx, context, [
      { did: 'procedure.book', patientId: found.patient.id, thing: 'procedure', thingId: procedureId },
      { did: 'visit.book', patientId: found.patient.id, thing: 'visit', thingId: followUp.visitId },
    ])
    await announce(tx, { topic: 'case', patientId: found.patient.id })
    return { procedureId, followUpAt: followUp.startsAt }
  })
}
