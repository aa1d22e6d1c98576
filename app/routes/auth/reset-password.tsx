import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ResetForm } from '~/domain/people/account-forms'
import { passwordLength } from '~/domain/people/password'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { checkLink } from '~/features/account/check-link.server'
import { resetPassword } from '~/features/account/reset-password.server'
import { optionalContext } from '~/server/require-context.server'
import { clearSession } from '~/server/session.server'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { PasswordField } from '~/ui/password-field'
import { PatientPage } from '~/ui/patient-page'
import { useClinic } from '~/ui/use-clinic'
import { StaleLink } from './stale-link'

export const meta: MetaFunction = () => [{ title: 'Choose a new password' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await optionalContext(args)
  const stands = await checkLink(context, { token: args.params['token'] ?? '', purpose: 'reset_password' })
  return data({ stands }, { status: stands ? 200 : 410 })
}

export async function action(args: ActionFunctionArgs) {
  const context = await optionalContext(args)
  const submission = parseWithZod(await args.request.formData(), { schema: ResetForm })
  if (submission.status !== 'success')
    return data({ stands: true, errors: submission.error?.['password'] ?? [] }, { status: 400 })
  const result = await resetPassword(context, {
    token: args.params['token'] ?? '',
    password: submission.value.password,
  })
  if (wasRefused(result)) {
    const isStale = result.refused === 'stale'
    return data({ stands: !isStale, errors: [result.message] }, { status: isStale ? 410 : 503 })
  }
  clearSession(args)
  return redirect(`${paths.signIn()}?changed`)
}

export default function ResetPassword() {
  const clinic = useClinic()
  const looked = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!(answer ?? looked).stands) return <StaleLink next={paths.forgotPassword()} label="Get a new link" />
  const errors = answer?.errors ?? []
  return (
    <PatientPage clinic={clinic}>
      <h1>Choose a new password</h1>
      <p className="lede">Every device that is signed in now will be signed out.</p>
      <ErrorSummary errors={errors.map((message) => ({ id: 'password', message }))} />
      <Form method="post" className="mt5">
        <PasswordField
          id="password"
          name="password"
          label="New password"
          hint={`A few plain words in a row are strong. ${passwordLength.least} letters or more. No capitals, numbers or signs needed.`}
          autoComplete="new-password"
          required
          errors={errors}
        />
        <Button large block className="mt-20">
          Save my new password
        </Button>
      </Form>
    </PatientPage>
  )
}
