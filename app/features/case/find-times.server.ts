import { recordAudit } from '@db/audit'
import { busySpans } from '@db/busy-spans'
import { cases } from '@db/schema/cases'
import { locations, people, resources, weeklyHours } from '@db/schema/people'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { gridMinutes, procedureMinutes } from '~/domain/case/appointment-lengths'
import { refuse } from '~/domain/refusal'
import { freeTogether } from '~/domain/schedule/free-together'
import { openSpans } from '~/domain/schedule/open-spans'
import { dayOf } from '~/domain/time/day-of'
import { transact } from '../context'
import type { Context } from '../context'
import { freeFollowUp } from './free-follow-up'

export type FoundTime = {
  startsAt: Date
  endsAt: Date
  provider: { id: string; name: string }
  room: { id: string; name: string }
  cArm: { id: string; name: string }
  location: { id: string; name: string }
  followUpAt: Date | null
}

/** How far ahead, and how soon, a procedure can be booked. */
const horizon = { days: 42 }
const lead = { minutes: 60 }

/**
 * Times at which a provider, a procedure room and a C-arm of one location and the patient are free together, earliest first.
 * The case's own provider unless another is asked for.
 */
export async function findTimes(
  context: Context,
  wish: { caseId: string; providerId?: string; locationId?: string; after?: Date; atMost?: number },
) {
  return transact(context, async (tx) => {
    const [found] = await tx.select().from(cases).where(eq(cases.id, wish.caseId))
    if (!found) return refuse('missing', 'There is no such case.')
    await recordAudit(tx, context, {
      did: 'case.find_times',
      patientId: found.patientId,
      thing: 'case',
      thingId: found.id,
    })
    const providerId = wish.providerId ?? found.providerId
    const [provider] = await tx
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(eq(people.id, providerId))
    if (!provider) return refuse('missing', 'There is no such provider.')
    const hours = await tx
      .select({
        weekday: weeklyHours.weekday,
        opens: weeklyHours.opens,
        closes: weeklyHours.closes,
        location: locations,
      })
      .from(weeklyHours)
      .innerJoin(locations, eq(locations.id, weeklyHours.locationId))
      .where(
        and(eq(weeklyHours.providerId, providerId), eq(weeklyHours.kind, 'procedure'), isNull(locations.retiredAt)),
      )
    const places = await tx
      .select()
      .from(resources)
      .where(and(inArray(resources.kind, ['room', 'c_arm']), isNull(resources.retiredAt)))
    const from = wish.after && wish.after > context.now ? wish.after : context.now
    const until = new Date(from.getTime() + horizon.days * 86_400_000)
    const busy = await busySpans(
      tx,
      [providerId, found.patientId, ...places.map((one) => one.id)],
      from,
      until,
      context.now,
    )
    const bookable = (ids: readonly string[]) => ({ anyOf: ids.map((id) => ({ id, busy: busy.get(id) ?? [] })) })
    const atMost = wish.atMost ?? 6
    const chosen = new Map(
      hours
        .filter((one) => !wish.locationId || one.location.id === wish.locationId)
        .map((one) => [one.location.id, one.location]),
    )
    const slots = [...chosen.values()].flatMap((location) => {
      const ofKind = (kind: 'room' | 'c_arm') =>
        places.filter((one) => one.kind === kind && one.locationId === location.id)
      const here = hours.filter((one) => one.location.id === location.id)
      return freeTogether({
        open: openSpans(here, location.timeZone, from, until),
        needs: [
          bookable([providerId]),
          bookable([found.patientId]),
          bookable(ofKind('room').map((one) => one.id)),
          bookable(ofKind('c_arm').map((one) => one.id)),
        ],
        from,
        until,
        lengthMinutes: procedureMinutes,
        stepMinutes: gridMinutes,
        now: context.now,
        leadMinutes: lead.minutes,
      }).map((slot) => ({ ...slot, location }))
    })
    const spread = spreadOverDays(
      slots.toSorted((a, b) => a.from.getTime() - b.from.getTime()),
      context.clinic.timeZone,
      atMost,
    )
    const times: FoundTime[] = []
    for (const slot of spread) {
      const [, , roomId, cArmId] = slot.resources
      const room = places.find((one) => one.id === roomId)
      const cArm = places.find((one) => one.id === cArmId)
      if (!room || !cArm) continue
      const followUp = await freeFollowUp(tx, {
        providerId,
        patientId: found.patientId,
        procedureAt: slot.from,
        zone: context.clinic.timeZone,
        now: context.now,
      })
      times.push({
        startsAt: slot.from,
        endsAt: slot.to,
        provider,
        room: { id: room.id, name: room.name },
        cArm: { id: cArm.id, name: cArm.name },
        location: { id: slot.location.id, name: slot.location.name },
        followUpAt: followUp?.from ?? null,
      })
    }
    return { times }
  })
}

/** Times of one day that are offered together lie this far apart at least. */
const apart = { minutes: 120 }

/** At most two times a day and well apart, so that a person has days to choose from and not one morning. */
function spreadOverDays<T extends { from: Date }>(slots: readonly T[], zone: string, atMost: number): T[] {
  const last = new Map<string, { count: number; from: Date }>()
  const kept: T[] = []
  for (const slot of slots) {
    const day = dayOf(slot.from, zone)
    const before = last.get(day)
    if (before && (before.count >= 2 || slot.from.getTime() - before.from.getTime() < apart.minutes * 60_000)) continue
    last.set(day, { count: (before?.count ?? 0) + 1, from: slot.from })
    kept.push(slot)
    if (kept.length === atMost) break
  }
  return kept
}
