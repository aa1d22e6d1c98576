import { and, eq, inArray, isNull } from 'drizzle-orm'
import { busySpans } from '@db/busy-spans'
import type { Tx } from '@db/client'
import { locations, people, providerLicences, weeklyHours } from '@db/schema/people'
import type { OfferedProvider } from '~/domain/schedule/offered-times'
import type { Span } from '~/domain/schedule/span'
import { addDays } from '~/domain/time/add-days'
import { atWallClock } from '~/domain/time/at-wall-clock'
import { dayOf } from '~/domain/time/day-of'

type Wish = {
  /** The patient's home state: only providers licensed there are offered. */
  state: string
  window: { from: Date; until: Date }
  now: Date
  clinicZone: string
  onlyProviderId?: string
  /** A time this patient holds already: it stays on offer to them. */
  ownHold?: { providerId: string; startsAt: Date; endsAt: Date } | null
}

const withoutOwn = (spans: readonly Span[], own: { startsAt: Date; endsAt: Date }) =>
  spans.filter((span) => +span.from !== +own.startsAt || +span.to !== +own.endsAt)

/** Every provider who may see a patient of this state by video, with their hours and what takes their time. */
export async function offeredProviders(tx: Tx, wish: Wish): Promise<OfferedProvider[]> {
  const today = dayOf(wish.now, wish.clinicZone)
  const licensed = await tx
    .select({
      id: people.id,
      name: people.name,
      title: people.credentialsTitle,
      validUntil: providerLicences.validUntil,
    })
    .from(people)
    .innerJoin(providerLicences, eq(providerLicences.providerId, people.id))
    .where(
      and(
        eq(people.role, 'provider'),
        isNull(people.disabledAt),
        eq(providerLicences.state, wish.state),
        ...(wish.onlyProviderId ? [eq(people.id, wish.onlyProviderId)] : []),
      ),
    )
    .orderBy(people.name)
  const found = licensed.filter((one) => one.validUntil === null || one.validUntil >= today)
  if (found.length === 0) return []
  const ids = found.map((one) => one.id)
  const hours = await tx
    .select({
      providerId: weeklyHours.providerId,
      weekday: weeklyHours.weekday,
      opens: weeklyHours.opens,
      closes: weeklyHours.closes,
      zone: locations.timeZone,
    })
    .from(weeklyHours)
    .innerJoin(locations, eq(locations.id, weeklyHours.locationId))
    .where(and(inArray(weeklyHours.providerId, ids), eq(weeklyHours.kind, 'video'), isNull(locations.retiredAt)))
  const busy = await busySpans(tx, ids, wish.window.from, wish.window.until, wish.now)
  return found.map((one) => {
    const taken = busy.get(one.id) ?? []
    const own = wish.ownHold?.providerId === one.id ? wish.ownHold : null
    return {
      id: one.id,
      name: one.name,
      title: one.title,
      hours: hours.filter((stretch) => stretch.providerId === one.id),
      busy: own ? withoutOwn(taken, own) : taken,
      licensedUntil: one.validUntil ? atWallClock(addDays(one.validUntil, 1), '00:00', wish.clinicZone) : null,
    }
  })
}
