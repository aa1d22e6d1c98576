/** How long before the start a patient may come in. */
const doorsOpenBefore = { minutes: 15 }

/** After this long past the start, a patient who never came counts as missed. */
const missedAfter = { minutes: 20 }

const minute = 60_000

/** The instant at which the waiting room opens. */
export function doorsOpenAt(startsAt: Date): Date {
  return new Date(startsAt.getTime() - doorsOpenBefore.minutes * minute)
}

/** The instant from which a visit counts as missed. */
export function missedAt(startsAt: Date): Date {
  return new Date(startsAt.getTime() + missedAfter.minutes * minute)
}

/** Whether the waiting room of a visit is open now. */
export function doorsAreOpen(startsAt: Date, now: Date): boolean {
  return now.getTime() >= doorsOpenAt(startsAt).getTime()
}
