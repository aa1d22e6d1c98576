import { asks, type Instrument, instrument, instrumentOf, type QuestionKey } from './instrument'
import { versions } from './versions'

/**
 * The instrument in whose words a question of an intake is shown: the version that was filled in, today's when none was;
 * for what that version does not ask, the newest one that does.
 */
export function askedIn(version: string | null, key: QuestionKey): Instrument {
  const filledIn = version === null ? instrument : instrumentOf(version)
  const newestFirst = [...versions].toReversed().map(instrumentOf)
  return [filledIn, ...newestFirst].find((which) => asks(which, key)) ?? instrument
}
