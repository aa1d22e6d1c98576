import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { announce } from '@db/announce'
import { lockVisit } from '@db/lock-visit'
import { arrivals, visits, waitingEntries } from '@db/schema/visits'
import { refuse } from '~/domain/refusal'
import { sayTime } from '~/domain/time/say-time'
import { alone, wholeAddress } from '~/domain/visit/arrival'
import type { ArrivalForm, DeviceVerdict } from '~/domain/visit/arrival'
import { doorsAreOpen, doorsOpenAt } from '~/domain/visit/doors'
import { telehealthConsent } from '~/domain/visit/telehealth-consent'
import { mayInVisit } from '~/domain/visit/visit-permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

export type ArrivalWish = { visitId: string; form: ArrivalForm; camera: DeviceVerdict; microphone: DeviceVerdict }

/**
 * The patient comes in: consent, place, call-back number and device verdict are written down and the wait begins. Again
 * while waiting: the answers are replaced, the place in the line is kept. Refuses `missing`, `early` and `over`.
 */
export function arrive(context: Context, wish: ArrivalWish) {
  return transact(context, async (tx) => {
    const visit = await lockVisit(tx, wish.visitId)
    if (!visit || !mayInVisit.arrive(context.actor, visit)) return refuse('missing', 'There is no such visit.')
    if (visit.state !== 'booked' && visit.state !== 'waiting')
      return refuse('over', 'This visit is already running or over.')
    if (!doorsAreOpen(visit.startsAt, context.now)) {
      const opens = sayTime(doorsOpenAt(visit.startsAt), context.clinic.timeZone)
      return refuse('early', `The waiting room opens at ${opens}.`)
    }
    const { form } = wish
    const told = {
      patientId: visit.patientId,
      consentVersion: telehealthConsent.version,
      consentedAt: context.now,
      address: wholeAddress(form),
      state: form.state,
      callBackPhone: form.callBackPhone,
      emergencyContact: form.emergencyContact,
      whoIsThere: form.room === 'no_one' ? alone : (form.company ?? ''),
      camera: wish.camera,
      microphone: wish.microphone,
      arrivedAt: context.now,
    }
    await tx
      .insert(arrivals)
      .values({ visitId: visit.id, ...told })
      .onConflictDoUpdate({ target: arrivals.visitId, set: told })
    if (visit.state === 'booked') {
      await tx.update(visits).set({ state: 'waiting' }).where(eq(visits.id, visit.id))
      const entry = { since: context.now, awaySince: null, lastSeenAt: context.now, leftAt: null }
      await tx
        .insert(waitingEntries)
        .values({ visitId: visit.id, patientId: visit.patientId, ...entry })
        .onConflictDoUpdate({ target: waitingEntries.visitId, set: entry })
    }
    await recordAudit(tx, context, {
      did: 'visit.arrive',
      patientId: visit.patientId,
      thing: 'visit',
      thingId: visit.id,
      fields: Object.keys(told),
    })
    await announce(tx, { topic: 'visit', patientId: visit.patientId, visitId: visit.id })
    return { visitId: visit.id }
  })
}
