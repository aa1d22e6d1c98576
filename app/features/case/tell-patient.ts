import type { Tx } from '@db/client'
import { people } from '@db/schema/people'
import { sendMail } from '@db/send-mail'
import { eq } from 'drizzle-orm'
import { paths } from '~/domain/paths'
import type { Context } from '../context'

const letters = {
  booked: {
    subject: 'A time is set for you',
    body: 'We have set a time for you at the clinic. Please sign in to see the day and the place, and to keep it.',
  },
  moved: {
    subject: 'Your time has moved',
    body: 'Your time at the clinic has moved. Please sign in to see the new day, and to keep it.',
  },
  cancelled: {
    subject: 'Your time was cancelled',
    body: 'Your time at the clinic was cancelled. Please sign in to see what is next, or call us.',
  },
} as const

/** A letter without any detail, in the transaction that causes it: the day and the place stand behind the sign-in. A patient without an address gets none: the case page says so. */
export async function tellPatient(
  tx: Tx,
  context: Context,
  patientId: string,
  letter: keyof typeof letters,
): Promise<void> {
  const [patient] = await tx.select({ email: people.email }).from(people).where(eq(people.id, patientId))
  if (!patient) return
  const { subject, body } = letters[letter]
  await sendMail(tx, context, {
    toAddress: patient.email,
    personId: patientId,
    subject,
    body: `${body}\n\n${context.clinic.origin}${paths.carePrepare()}\n\nQuestions? Call us: ${context.clinic.phone}\n${context.clinic.name}`,
  })
}
