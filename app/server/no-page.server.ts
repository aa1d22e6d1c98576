import { data } from '@remix-run/node'

/** The one answer for what does not exist and for what this person may not see. */
export function noPage(): never {
  // eslint-disable-next-line typescript/only-throw-error
  throw data(null, { status: 404 })
}
