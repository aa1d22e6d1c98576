import { useState } from 'react'

/** What a loader answers when the page reloads by itself and the session is over: the page stays as it is. */
export const away = { away: true } as const
export type Away = typeof away

/** The same when the answers have been sent from another device: what is typed here must be told first. */
export const sentElsewhere = { sentElsewhere: true } as const
type SentElsewhere = typeof sentElsewhere

const isPage = <Page extends object>(loaded: Page | Away | SentElsewhere): loaded is Page =>
  !('away' in loaded || 'sentElsewhere' in loaded)

type Kept<Page> = { page: Page; isAway: boolean; isSent: boolean }

/** The newest page that was made; what is on the screen stays when the session is over or the answers were sent. */
export function useKeptPage<Page extends object>(loaded: Page | Away | SentElsewhere): Kept<Page> {
  const [kept, setKept] = useState(loaded)
  if (isPage(loaded) && loaded !== kept) setKept(loaded)
  const page = isPage(loaded) ? loaded : kept
  if (!isPage(page)) throw new Error('A page reloads by itself only after it was made.')
  return { page, isAway: 'away' in loaded, isSent: 'sentElsewhere' in loaded }
}
