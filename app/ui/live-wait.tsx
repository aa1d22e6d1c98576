import { lengthInWords } from './clock-words'
import { usePassed } from './use-passed'

/** How long somebody has been waiting, growing while the page is open; `since` and the server's `now` in ms. */
export function LiveWait({ since, now }: { since: number; now: number }) {
  return <>{lengthInWords(Math.max(0, now - since) + usePassed(now))}</>
}
