import { useState } from 'react'

/** What a loader answers when the page reloads by itself and the session is over: the page stays as it is. */
export const away = { away: true } as const
export type Away = typeof away

const isPage = <Page extends object>(loaded: Page | Away): loaded is Page => !('away' in loaded)

/** The newest page that was made; what is on the screen stays when the session is over. */
export function useKeptPage<Page extends object>(loaded: Page | Away): { page: Page; isAway: boolean } {
  const [kept, setKept] = useState(loaded)
  if (isPage(loaded) && loaded !== kept) setKept(loaded)
  const page = isPage(loaded) ? loaded : kept
  if (!isPage(page)) throw new Error('A page reloads by itself only after it was made.')
  return { page, isAway: !isPage(loaded) }
}
