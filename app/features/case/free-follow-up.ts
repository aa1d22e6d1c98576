import { busySpans } from '@db/busy-spans'
import type { Tx } from '@db/client'
import { locations, weeklyHours } from '@db/schema/people'
import { and, eq } from 'drizzle-orm'
import { followUpMinutes, gridMinutes } from '~/domain/case/appointment-lengths'
import { followUpDays, pickFollowUp } from '~/domain/case/follow-up-time'
import { freeTogether } from '~/domain/schedule/free-together'
import { openSpans } from '~/domain/schedule/open-spans'
import type { Span } from '~/domain/schedule/span'
import { addDays } from '~/domain/time/add-days'
import { atWallClock } from '~/domain/time/at-wall-clock'

type Wish = {
  providerId: string
  patientId: string
  procedureAt: Date
  zone: string
  now: Date
  ignore?: readonly Span[]
}

/** The follow-up that belongs to a procedure at this time: within the provider's video hours, nearest to day 14; undefined when nothing is free on days 12 to 16. */
export async function freeFollowUp(tx: Tx, wish: Wish): Promise<Span | undefined> {
  const days = followUpDays(wish.procedureAt, wish.zone)
  const from = atWallClock(days.first, '00:00', wish.zone)
  const until = atWallClock(addDays(days.last, 1), '00:00', wish.zone)
  const hours = await tx
    .select({
      weekday: weeklyHours.weekday,
      opens: weeklyHours.opens,
      closes: weeklyHours.closes,
      zone: locations.timeZone,
    })
    .from(weeklyHours)
    .innerJoin(locations, eq(locations.id, weeklyHours.locationId))
    .where(and(eq(weeklyHours.providerId, wish.providerId), eq(weeklyHours.kind, 'video')))
  const busy = await busySpans(tx, [wish.providerId, wish.patientId], from, until, wish.now)
  const isOwn = (span: Span) =>
    (wish.ignore ?? []).some(
      (own) => own.from.getTime() === span.from.getTime() && own.to.getTime() === span.to.getTime(),
    )
  const free = freeTogether({
    open: hours.flatMap((one) => openSpans([one], one.zone, from, until)),
    needs: [wish.providerId, wish.patientId].map((id) => ({
      anyOf: [{ id, busy: (busy.get(id) ?? []).filter((span) => !isOwn(span)) }],
    })),
    from,
    until,
    lengthMinutes: followUpMinutes,
    stepMinutes: gridMinutes,
    now: wish.now,
    leadMinutes: 0,
  })
  return pickFollowUp(free, wish.procedureAt, wish.zone)
}
