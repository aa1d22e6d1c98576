import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { WelcomeForm } from '~/domain/people/account-forms'
import { passwordLength } from '~/domain/people/password'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { acceptInvitation } from '~/features/account/accept-invitation.server'
import { checkLink } from '~/features/account/check-link.server'
import { gateOf } from '~/server/gate.server'
import { optionalContext } from '~/server/require-context.server'
import { clearSession } from '~/server/session.server'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { PasswordField } from '~/ui/password-field'
import { PatientPage } from '~/ui/patient-page'
import { TextField } from '~/ui/text-field'
import { useClinic } from '~/ui/use-clinic'
import { StaleLink } from './stale-link'

export const meta: MetaFunction = () => [{ title: 'Welcome' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await optionalContext(args)
  const stands = await checkLink(context, { token: args.params['token'] ?? '', purpose: 'invite' })
  return data({ stands }, { status: stands ? 200 : 410 })
}

export async function action(args: ActionFunctionArgs) {
  const context = await optionalContext(args)
  const form = await args.request.formData()
  const bornOn = String(form.get('bornOn') ?? '')
  const token = args.params['token'] ?? ''
  const submission = parseWithZod(form, { schema: WelcomeForm })
  if (submission.status !== 'success') {
    const stands = await checkLink(context, { token, purpose: 'invite' })
    return data({ stands, bornOn, errors: submission.error ?? {} }, { status: stands ? 400 : 410 })
  }
  const result = await acceptInvitation(context, { ...submission.value, token, gate: gateOf(args) })
  if (wasRefused(result)) {
    const status = { stale: 410, wrong: 400, 'too-many': 429, busy: 503 }[result.refused]
    const errors: Record<string, string[] | null> = { [result.field ?? '']: [result.message] }
    return data({ stands: result.refused !== 'stale', bornOn, errors }, { status })
  }
  clearSession(args)
  return redirect(`${paths.signIn()}?confirmed`)
}

export default function Welcome() {
  const clinic = useClinic()
  const looked = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!(answer ?? looked).stands) return <StaleLink next={paths.forgotPassword()} label="Get a new link" />
  const errors: Record<string, string[] | null> = answer?.errors ?? {}
  return (
    <PatientPage clinic={clinic}>
      <h1>Welcome to {clinic.name}</h1>
      <p className="lede">Choose a password. Then you see what we wrote down for you, and can correct it.</p>
      <ErrorSummary
        errors={[
          ...(errors[''] ?? []).map((message) => ({ message })),
          ...(errors['bornOn'] ?? []).map((message) => ({ id: 'bornOn', message })),
          ...(errors['password'] ?? []).map((message) => ({ id: 'password', message })),
        ]}
      />
      <Form method="post" className="mt5">
        <TextField
          id="bornOn"
          name="bornOn"
          type="date"
          label="The day you were born"
          hint="So that nobody else opens your account."
          autoComplete="bday"
          min="1900-01-01"
          required
          defaultValue={answer?.bornOn}
          errors={errors['bornOn']}
        />
        <PasswordField
          id="password"
          name="password"
          label="Password"
          hint={`A few plain words in a row are strong. ${passwordLength.least} letters or more. No capitals, numbers or signs needed.`}
          autoComplete="new-password"
          required
          errors={errors['password']}
        />
        <Button large block className="mt-20">
          Save and sign in
        </Button>
      </Form>
    </PatientPage>
  )
}
