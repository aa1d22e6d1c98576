import { sayDate } from '../time/say-date'

/** What a person reads who is asked to check answers that were written down in a call; `zone` is their own. */
export function byPhoneWords(calledAt: Date, zone: string): string {
  return `We wrote down what you told us by phone on ${sayDate(calledAt, zone)}. Please check it.`
}
