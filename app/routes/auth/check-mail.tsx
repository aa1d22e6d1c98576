import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { resendConfirmation } from '~/features/account/resend-confirmation.server'
import { gateOf } from '~/server/gate.server'
import { optionalContext } from '~/server/require-context.server'
import { waitingAddress } from '~/server/waiting-address.server'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { PatientPage } from '~/ui/patient-page'
import { PhoneLink } from '~/ui/phone-link'
import { useClinic } from '~/ui/use-clinic'

export const meta: MetaFunction = () => [{ title: 'Confirm your e-mail' }]

export async function loader(args: LoaderFunctionArgs) {
  await optionalContext(args)
  const email = waitingAddress(args)
  if (email === null) throw redirect(paths.signIn())
  return { email }
}

export async function action(args: ActionFunctionArgs) {
  const context = await optionalContext(args)
  const email = waitingAddress(args)
  if (email === null) return redirect(paths.signIn())
  const result = await resendConfirmation(context, { email, gate: gateOf(args) })
  if (wasRefused(result)) return data({ sent: false, message: result.message }, { status: 429 })
  return { sent: true, message: 'We sent a new link.' }
}

export default function CheckMail() {
  const clinic = useClinic()
  const { email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <PatientPage clinic={clinic} step={{ back: paths.register() }}>
      <h1>Open the link we sent you</h1>
      <p className="lede">
        We sent it to <b className="strong ink anywhere">{email}</b>. This shows us the address is yours.
      </p>
      {answer ? (
        <Banner tone={answer.sent ? 'good' : 'attention'} live="status" className="mt4">
          {answer.message}
        </Banner>
      ) : null}
      <p className="mt4">The link works for 24 hours. Then you sign in with your e-mail and password.</p>
      <p className="small mt4">
        <b className="strong">Nothing came?</b> Look in your spam or junk folder. It comes from{' '}
        <span className="nowrap">{clinic.name}.</span>
      </p>
      <Form method="post" className="mt4">
        <Button variant="secondary" large block>
          Send a new link
        </Button>
      </Form>
      <p className="small d-flex wrap gap-18 mt2">
        <Link className="tap" to={paths.register()}>
          Change my e-mail
        </Link>
        <Link className="tap" to={paths.signIn()}>
          Sign in
        </Link>
      </p>
      <p className="small mt4">
        Trouble? Call <PhoneLink clinic={clinic} bare />
      </p>
    </PatientPage>
  )
}
