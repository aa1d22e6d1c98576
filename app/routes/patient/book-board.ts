import { consultLength, holdFor } from '~/domain/schedule/consult-rules'
import { dayStrip } from '~/domain/schedule/day-strip'
import { nextTimes } from '~/domain/schedule/next-times'
import type { OfferedTime } from '~/domain/schedule/offered-times'
import { timeValue } from '~/domain/schedule/schedule-wishes'
import { weekdayName } from '~/domain/time/calendar-names'
import { dayOf } from '~/domain/time/day-of'
import { sayLongDay } from '~/domain/time/say-day'
import { sayTime } from '~/domain/time/say-time'
import { sayWhen } from '~/domain/time/say-when'
import { sameClock, sayWhenFor } from '~/domain/time/say-when-for'
import { sayLongZone, sayZone } from '~/domain/time/say-zone'
import { weekdayOf } from '~/domain/time/weekday-of'

type Provider = { id: string; name: string; title: string | null }
type Offer = { providers: readonly Provider[]; times: readonly OfferedTime[] }
type Hold = { id: string; providerId: string; startsAt: Date; expiresAt: Date }
type Place = { zone: string; clinicZone: string; now: Date }

const count = (times: number) => (times === 0 ? 'none' : `${times} ${times === 1 ? 'time' : 'times'}`)
/** Short enough for a narrow tile. */
const briefly = (times: number) => (times < 10 ? count(times) : 'many')

/** Days and times as the page says them, in the patient's zone; null when nothing is free. */
export function timeBoard(offer: Offer, place: Place, search: URLSearchParams, hold: Hold | null) {
  const { zone } = place
  const holdDay = hold ? dayOf(hold.startsAt, zone) : null
  const strip = dayStrip(offer.times, zone, { from: search.get('from'), day: search.get('day') ?? holdDay })
  if (!strip) return null
  const held = hold ? timeValue({ providerId: hold.providerId, from: hold.startsAt }) : null
  const ofDay = offer.times.filter((time) => dayOf(time.from, zone) === strip.chosen)
  return {
    minutes: consultLength.minutes,
    zone: sayLongZone(zone, place.now),
    clinicZone: sameClock(place.now, zone, place.clinicZone) ? null : sayLongZone(place.clinicZone, place.now),
    days: strip.days.map(({ day, times }) => ({
      day,
      weekday: weekdayName(weekdayOf(day)).slice(0, 3),
      number: Number(day.slice(8)),
      words: briefly(times),
      said: `${sayLongDay(day)}, ${count(times)}`,
      chosen: day === strip.chosen,
      empty: times === 0,
    })),
    from: strip.days[0]?.day ?? strip.chosen,
    chosen: sayLongDay(strip.chosen),
    earlier: strip.earlier,
    later: strip.later,
    groups: offer.providers
      .map((provider) => ({
        ...provider,
        times: ofDay
          .filter((time) => time.providerId === provider.id)
          .map((time) => {
            const value = timeValue(time)
            return { value, words: sayTime(time.from, zone), held: value === held }
          }),
      }))
      .filter((group) => group.times.length > 0),
  }
}

export type TimeBoard = NonNullable<ReturnType<typeof timeBoard>>

/** The held time as the sheet says it. */
export function holdWords(offer: Offer, place: Place, hold: Hold | null) {
  if (!hold) return null
  const { zone, clinicZone, now } = place
  return {
    id: hold.id,
    when: sayWhen(hold.startsAt, zone),
    whenBoth: sayWhenFor(hold.startsAt, zone, clinicZone),
    provider: offer.providers.find((provider) => provider.id === hold.providerId)?.name ?? null,
    until: `${sayTime(hold.expiresAt, zone)} ${sayZone(zone, hold.expiresAt)}`,
    endsAt: hold.expiresAt.getTime(),
    now: now.getTime(),
    total: holdFor.minutes * 60_000,
  }
}

export type HoldWords = NonNullable<ReturnType<typeof holdWords>>

/** The next three free moments from the one that was wanted on, each with one provider. */
export function alternatives(offer: Offer, wanted: Date, zone: string) {
  const moments = offer.times.filter((time, index, all) => index === 0 || +time.from !== +(all[index - 1]?.from ?? 0))
  return nextTimes(moments, wanted, 3).map((time) => ({
    value: timeValue(time),
    words: sayWhen(time.from, zone),
    provider: offer.providers.find((provider) => provider.id === time.providerId)?.name ?? null,
  }))
}
