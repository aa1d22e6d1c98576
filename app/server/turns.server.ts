const running = new Map<string, number>()

/** Does `work` unless this person has `most` of the same running already: then null. Counted in this process. */
export async function inTurn<T>(personId: string, most: number, work: () => Promise<T>): Promise<T | null> {
  const now = running.get(personId) ?? 0
  if (now >= most) return null
  running.set(personId, now + 1)
  try {
    return await work()
  } finally {
    const left = (running.get(personId) ?? 1) - 1
    if (left > 0) running.set(personId, left)
    else running.delete(personId)
  }
}
