import type { QuestionKey } from '~/domain/intake/instrument'

/** What is asked on the review page: it is answered last, with everything in sight. */
export const consentKeys = [
  'consentTelehealth',
  'consentPrivacy',
  'signedName',
] as const satisfies readonly QuestionKey[]
