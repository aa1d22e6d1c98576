import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { agreementCovers } from '~/domain/intake/phone-agreement'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { readPhoneIntake } from '~/features/intake/read-phone-intake.server'
import type { PhoneIntake } from '~/features/intake/read-phone-intake.server'
import { openEmergency } from '~/features/urgent/open-emergency.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import type { SignedIn } from '~/server/require-context.server'

/**
 * The open intake of a page of a call. Leads to the emergency page while one is open, to what follows once it is sent, and
 * back to what is said first when this scheduler has not begun this call.
 */
export async function callIntake(
  context: SignedIn,
  args: LoaderFunctionArgs | ActionFunctionArgs,
  shown?: string,
): Promise<PhoneIntake> {
  const intakeId = paramId(args, 'intakeId')
  const intake = await readPhoneIntake(context, { intakeId, shown })
  if (wasRefused(intake)) return noPage()
  if (await openEmergency(context, { patientId: intake.patient.id })) throw redirect(paths.callEmergency(intakeId))
  if (intake.submittedAt) throw redirect(paths.callSent(intakeId))
  if (!agreementCovers(intake.agreement, context.person.id, context.now))
    throw redirect(paths.callPatient(intake.patient.id))
  return intake
}
