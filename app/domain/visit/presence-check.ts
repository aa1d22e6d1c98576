/** How often the room's own list is compared with what we believe while a visit runs. */
const presenceCheckEvery = { seconds: 45 }

/** When the next comparison is due, and the key under which only one of them waits. */
export function presenceCheck(
  visitId: string,
  now: Date,
  inSeconds = presenceCheckEvery.seconds,
): { key: string; runAt: Date } {
  return { key: `presence:${visitId}`, runAt: new Date(now.getTime() + inSeconds * 1000) }
}
