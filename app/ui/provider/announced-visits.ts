const key = 'ilium.announced'
const listeners = new Set<() => void>()

function write(ids: string): void {
  sessionStorage.setItem(key, ids)
  for (const listener of listeners) listener()
}

/** Visits whose arrival this browser window needs not announce any more: opaque ids, kept over a change of page. */
export const announcedVisits = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Ids with blanks between; null before this window has shown its first page. */
  read: (): string | null => sessionStorage.getItem(key),
  /** Who waits already on the first page has not just arrived; who no longer waits may arrive again. */
  begin(waiting: string): void {
    const known = sessionStorage.getItem(key)
    const still = known
      ?.split(' ')
      .filter((id) => waiting.includes(id))
      .join(' ')
    if (known === null || still !== known) write(still ?? waiting)
  },
  add(id: string): void {
    write([sessionStorage.getItem(key), id].filter(Boolean).join(' '))
  },
}
