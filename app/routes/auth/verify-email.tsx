import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { checkLink } from '~/features/account/check-link.server'
import { verifyEmail } from '~/features/account/verify-email.server'
import { optionalContext } from '~/server/require-context.server'
import { clearWaitingAddress } from '~/server/waiting-address.server'
import { Button } from '~/ui/button'
import { PatientPage } from '~/ui/patient-page'
import { useClinic } from '~/ui/use-clinic'
import { StaleLink } from './stale-link'

export const meta: MetaFunction = () => [{ title: 'Confirm your e-mail' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await optionalContext(args)
  const stands = await checkLink(context, { token: args.params['token'] ?? '', purpose: 'verify_email' })
  return data({ stands }, { status: stands ? 200 : 410 })
}

export async function action(args: ActionFunctionArgs) {
  const context = await optionalContext(args)
  const result = await verifyEmail(context, { token: args.params['token'] ?? '' })
  if (wasRefused(result)) return data({ stands: false }, { status: 410 })
  clearWaitingAddress(args)
  return redirect(`${paths.signIn()}?confirmed`)
}

export default function VerifyEmail() {
  const clinic = useClinic()
  const looked = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!(answer ?? looked).stands) return <StaleLink next={paths.signIn()} label="Sign in to get a new link" />
  return (
    <PatientPage clinic={clinic}>
      <h1>Confirm your e-mail</h1>
      <p className="lede">One tap, and your account is ready.</p>
      <Form method="post" className="mt5">
        <Button large block>
          Confirm my e-mail
        </Button>
      </Form>
      <p className="small muted mt4">You did not make an account here? Then close this page. Nothing happens.</p>
    </PatientPage>
  )
}
