import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'
import { firstOpenPhoneQuestion } from '~/domain/intake/phone-questions'
import { phoneRegistrationForm } from '~/domain/people/account-forms'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { registerByPhone } from '~/features/call/register-by-phone.server'
import type { Alike } from '~/features/call/register-by-phone.server'
import { openPhoneIntake } from '~/features/intake/open-phone-intake.server'
import { readPhoneIntake } from '~/features/intake/read-phone-intake.server'
import { requireContext } from '~/server/require-context.server'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { ErrorSummary } from '~/ui/error-summary'
import { CallAlike } from './call-alike'
import { CallRegisterFields } from './call-register-fields'
import { CallSaidFirst } from './call-said-first'
import { SchedulerFrame } from './scheduler-frame'

export const meta: MetaFunction = () => [{ title: 'Register by phone' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  return { person: context.person }
}

type Errors = Record<string, string[] | null>

const kept = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form.entries()].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])))

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const form = await args.request.formData()
  const typed = kept(form)
  const answer = (status: number, errors: Errors, alike: readonly Alike[] = []) =>
    data({ typed, errors, alike }, { status })
  const schema = phoneRegistrationForm(dayOf(context.now, context.clinic.timeZone))
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') return answer(400, submission.error ?? {})
  const { language, interpreter, ...wish } = submission.value
  const made = await registerByPhone(context, wish)
  if (wasRefused(made)) {
    if ('alike' in made) return answer(409, {}, made.alike)
    return answer(409, { [made.refused === 'email' ? 'email' : '']: [made.message] })
  }
  const opened = await openPhoneIntake(context, { patientId: made.id, language, interpreter })
  if (wasRefused(opened)) return redirect(paths.callPatient(made.id))
  const intake = await readPhoneIntake(context, { intakeId: opened.id })
  const first = wasRefused(intake) ? undefined : firstOpenPhoneQuestion(intake.answers)
  return redirect(first ? paths.callStep(opened.id, first.question.key) : paths.callReview(opened.id))
}

export default function CallRegister() {
  const { person } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errors: Errors = answer?.errors ?? {}
  const typed = answer?.typed ?? {}
  const summary = Object.entries(errors).flatMap(([field, messages]) =>
    (messages ?? []).map((message) => ({ id: field || undefined, message })),
  )
  return (
    <SchedulerFrame
      person={person}
      current="calls"
      slim
      title="Register by phone"
      actions={
        <ButtonLink to={paths.calls()} variant="secondary" icon={ArrowLeft}>
          Back to calls
        </ButtonLink>
      }
      bodyClass="call-form"
    >
      <ErrorSummary errors={summary} />
      <Form method="post" className="panel pn">
        {answer && answer.alike.length > 0 ? <CallAlike alike={answer.alike} different={typed['different']} /> : null}
        <CallRegisterFields typed={typed} errors={errors} />
        <CallSaidFirst typed={typed} errors={errors} />
        <div className="sdf">
          <Button large>
            {answer && answer.alike.length > 0
              ? 'No, someone else: register and begin'
              : 'Register and begin the questions'}
          </Button>
        </div>
      </Form>
    </SchedulerFrame>
  )
}
