/** One stay of one connection in the room; open while `leftAt` is null. */
export type Stay = {
  readonly role: 'patient' | 'provider' | 'guest'
  readonly joinedAt: Date
  readonly leftAt: Date | null
}

export type Together = { readonly from: Date; readonly to: Date }

/** A shorter absence is a dropped line and counts as presence. */
const forgivenGap = { seconds: 60 }

type Interval = { from: number; to: number }

function merged(stays: readonly Stay[], until: Date): Interval[] {
  const sorted = stays
    .map((stay) => ({ from: stay.joinedAt.getTime(), to: Math.min((stay.leftAt ?? until).getTime(), until.getTime()) }))
    .filter((interval) => interval.to > interval.from)
    .sort((one, other) => one.from - other.from)
  const joined: Interval[] = []
  for (const next of sorted) {
    const last = joined.at(-1)
    if (last && next.from - last.to <= forgivenGap.seconds * 1000) last.to = Math.max(last.to, next.to)
    else joined.push({ ...next })
  }
  return joined
}

/** When provider and patient were in the room at the same time, gaps of up to 60 seconds forgiven; open stays count until `until`. */
export function togetherSpans(stays: readonly Stay[], until: Date): Together[] {
  const of = (role: Stay['role']) =>
    merged(
      stays.filter((stay) => stay.role === role),
      until,
    )
  const patient = of('patient')
  return of('provider').flatMap((one) =>
    patient
      .map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))
      .filter((both) => both.to > both.from)
      .map((both) => ({ from: new Date(both.from), to: new Date(both.to) })),
  )
}

/** Seconds that provider and patient spent together: only the overlap of both sides counts. */
export function consultSeconds(stays: readonly Stay[], until: Date): number {
  const milliseconds = togetherSpans(stays, until).reduce(
    (sum, span) => sum + span.to.getTime() - span.from.getTime(),
    0,
  )
  return Math.round(milliseconds / 1000)
}

/** Whole minutes that provider and patient spent together, rounded down. */
export function consultMinutes(stays: readonly Stay[], until: Date): number {
  return Math.floor(consultSeconds(stays, until) / 60)
}
