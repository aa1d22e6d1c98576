/** What is read aloud before a person is asked by phone. A changed word is a new version. */
export const phoneAgreement = {
  version: '1.0.0',
  text: 'I can ask you the questions by phone and write down what you say. So I hear your answers. After they are sent, only the people who treat you can read them. You can stop at any time. Do you agree?',
} as const

/** How long one call lasts at most: after that, name and birth date are said back again. */
const callLasts = { hours: 4 }

type Agreement = { readonly agreedAt: Date; readonly recordedBy: string }

/** Whether this agreement still covers what the scheduler with this id does now. */
export function agreementCovers(agreement: Agreement | null, by: string, now: Date): boolean {
  if (!agreement || agreement.recordedBy !== by) return false
  return now.getTime() - agreement.agreedAt.getTime() < callLasts.hours * 3_600_000
}
