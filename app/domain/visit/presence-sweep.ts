type Known = { readonly sid: string; readonly missedChecks: number }
type Seen = { readonly sid: string; readonly identity: string; readonly joinedAt: Date }

/** An absence counts once it was seen twice: a participant who is just reconnecting is not gone. */
const missesUntilGone = 2

export type Sweep = {
  /** In the room, unknown to us. */
  readonly add: readonly Seen[]
  /** Known and there: earlier misses are forgiven. */
  readonly there: readonly string[]
  /** Known, not there, for the first time. */
  readonly missed: readonly string[]
  /** Known and gone. */
  readonly gone: readonly string[]
}

/** Compares the stays that we believe to be open with the room's own list; `inRoom` is null when the room is gone. */
export function presenceSweep(open: readonly Known[], inRoom: readonly Seen[] | null): Sweep {
  if (inRoom === null) return { add: [], there: [], missed: [], gone: open.map((stay) => stay.sid) }
  const present = new Set(inRoom.map((seen) => seen.sid))
  const known = new Set(open.map((stay) => stay.sid))
  const absent = open.filter((stay) => !present.has(stay.sid))
  const isGone = (stay: Known) => stay.missedChecks + 1 >= missesUntilGone
  return {
    add: inRoom.filter((seen) => !known.has(seen.sid)),
    there: open.filter((stay) => present.has(stay.sid)).map((stay) => stay.sid),
    missed: absent.filter((stay) => !isGone(stay)).map((stay) => stay.sid),
    gone: absent.filter(isGone).map((stay) => stay.sid),
  }
}
