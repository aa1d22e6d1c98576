import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { announce } from '@db/announce'
import type { Tx } from '@db/client'
import { enqueue } from '@db/enqueue'
import { lockVisit } from '@db/lock-visit'
import { people, providerLicences } from '@db/schema/people'
import { admissions, arrivals, licenceOverrides, visits, waitingEntries } from '@db/schema/visits'
import { refuse, wasRefused } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { licenceThere } from '~/domain/visit/licence'
import type { LicenceOverride } from '~/domain/visit/licence-override'
import { placeName } from '~/domain/visit/places'
import { presenceCheck } from '~/domain/visit/presence-check'
import { roomName } from '~/domain/visit/room-name'
import { mayInVisit } from '~/domain/visit/visit-permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

type Wish = { visitId: string; override?: LicenceOverride }

/** Whether video is there after admission; without it the visit runs by telephone. */
export type VideoStart = 'ready' | 'none' | 'unreachable'

async function isLicensed(tx: Tx, context: Context, state: string): Promise<boolean> {
  const held = await tx.select().from(providerLicences).where(eq(providerLicences.providerId, context.actor.id))
  const [provider] = await tx.select({ zone: people.timeZone }).from(people).where(eq(people.id, context.actor.id))
  return licenceThere(held, state, dayOf(context.now, provider?.zone ?? context.clinic.timeZone)) === 'licensed'
}

function letIn(context: Context, wish: Wish) {
  return transact(context, async (tx) => {
    const visit = await lockVisit(tx, wish.visitId)
    if (!visit) return refuse('missing', 'There is no such visit.')
    if (!mayInVisit.admit(context.actor, visit))
      return refuse('not_yours', 'Only the clinician of this visit lets the patient in.')
    const room = roomName(visit.id, visit.roomEpoch)
    if (visit.state === 'in_visit') return { room }
    if (visit.state !== 'waiting') return refuse('not_waiting', 'The patient is not in the waiting room now.')
    const [arrival] = await tx.select().from(arrivals).where(eq(arrivals.visitId, visit.id))
    if (!arrival) return refuse('not_waiting', 'The patient has not said where they are.')
    const { id: visitId, patientId } = visit
    const mark = { patientId, thing: 'visit', thingId: visitId }
    if (!(await isLicensed(tx, context, arrival.state))) {
      if (!wish.override)
        return refuse('unlicensed', `You hold no license for ${placeName(arrival.state)}. The room stays closed.`)
      const override = {
        visitId,
        patientId,
        providerId: context.actor.id,
        state: arrival.state,
        overriddenAt: context.now,
      }
      await tx.insert(licenceOverrides).values({ ...override, ...wish.override })
      await recordAudit(tx, context, { did: 'visit.override_licence', ...mark, fields: ['kind', 'reason'] })
    }
    await tx.update(visits).set({ state: 'in_visit', admittedAt: context.now }).where(eq(visits.id, visitId))
    await tx.update(waitingEntries).set({ leftAt: context.now }).where(eq(waitingEntries.visitId, visitId))
    const admission = { visitId, patientId, admittedBy: context.actor.id, admittedAt: context.now }
    await tx.insert(admissions).values([
      { ...admission, identity: patientId, role: 'patient' },
      { ...admission, identity: context.actor.id, role: 'provider' },
    ])
    await recordAudit(tx, context, { did: 'visit.admit', ...mark })
    await announce(tx, { topic: 'visit', patientId, visitId })
    await enqueue(tx, 'reconcile-presence', { visitId }, presenceCheck(visitId, context.now))
    return { room }
  })
}

/**
 * The provider lets the waiting patient in: both are admitted and the room is made. Twice is once. Refuses `missing`,
 * `not_yours`, `not_waiting` and, without an override, `unlicensed`. A media server that cannot be reached does not stop
 * the visit.
 */
export async function admit(context: Context, wish: Wish) {
  const admitted = await letIn(context, wish)
  if (wasRefused(admitted)) return admitted
  if (!context.media) return { visitId: wish.visitId, video: 'none' satisfies VideoStart as VideoStart }
  const video: VideoStart = await context.media.openRoom(admitted.room).then(
    () => 'ready' as const,
    () => 'unreachable' as const,
  )
  return { visitId: wish.visitId, video }
}
