import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { ForgotForm } from '~/domain/people/account-forms'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { askReset } from '~/features/account/ask-reset.server'
import { gateOf } from '~/server/gate.server'
import { optionalContext } from '~/server/require-context.server'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { ErrorSummary } from '~/ui/error-summary'
import { PatientPage } from '~/ui/patient-page'
import { TextField } from '~/ui/text-field'
import { useClinic } from '~/ui/use-clinic'

export const meta: MetaFunction = () => [{ title: 'Choose a new password' }]

export async function loader(args: LoaderFunctionArgs) {
  await optionalContext(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const context = await optionalContext(args)
  const submission = parseWithZod(await args.request.formData(), { schema: ForgotForm })
  if (submission.status !== 'success')
    return data({ sent: false, errors: submission.error?.['email'] ?? [], whole: null }, { status: 400 })
  const result = await askReset(context, { email: submission.value.email, gate: gateOf(args) })
  if (wasRefused(result)) return data({ sent: false, errors: [], whole: result.message }, { status: 429 })
  return { sent: true, errors: [], whole: null }
}

export default function ForgotPassword() {
  const clinic = useClinic()
  const answer = useActionData<typeof action>()
  if (answer?.sent) {
    return (
      <PatientPage clinic={clinic} step={{ back: paths.signIn() }}>
        <h1>Look in your e-mail</h1>
        <p className="lede" role="status">
          If this address has an account, we sent a link to choose a new password. It works for 1 hour.
        </p>
        <ButtonLink to={paths.signIn()} variant="secondary" large block className="mt5">
          Back to sign in
        </ButtonLink>
      </PatientPage>
    )
  }
  const errors = answer?.errors ?? []
  return (
    <PatientPage clinic={clinic} step={{ back: paths.signIn() }}>
      <h1>Choose a new password</h1>
      <p className="lede">Tell us your e-mail. We send you a link.</p>
      <ErrorSummary
        title={answer?.whole ? 'That did not work' : undefined}
        errors={[
          ...(answer?.whole ? [{ message: answer.whole }] : []),
          ...errors.map((message) => ({ id: 'email', message })),
        ]}
      />
      <Form method="post" className="mt5">
        <TextField
          id="email"
          name="email"
          type="email"
          label="E-mail"
          autoComplete="username"
          required
          errors={errors}
        />
        <Button large block className="mt-20">
          Send me a link
        </Button>
      </Form>
      <p className="small mt2">
        <Link className="tap" to={paths.signIn()}>
          I remember my password
        </Link>
      </p>
    </PatientPage>
  )
}
