import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { LogOut, ShieldCheck } from 'lucide-react'
import { idleMinutes } from '~/domain/people/session-limits'
import { homeOf } from '~/domain/people/return-path'
import { paths } from '~/domain/paths'
import { sayDate } from '~/domain/time/say-date'
import { endOtherSessions } from '~/features/account/end-other-sessions.server'
import { readAccount } from '~/features/account/read-account.server'
import { requireContext } from '~/server/require-context.server'
import { Button } from '~/ui/button'
import { careTabs } from '~/ui/care-tabs'
import { Chip } from '~/ui/chip'
import { PatientPage } from '~/ui/patient-page'
import { useClinic } from '~/ui/use-clinic'

export const meta: MetaFunction = () => [{ title: 'Account' }]

export async function loader(args: LoaderFunctionArgs) {
  const { person, ...context } = await requireContext(args)
  const account = await readAccount(context, { sessionId: person.sessionId, role: person.role })
  return { account, role: person.role, secondFactor: person.secondFactor, idle: idleMinutes(person.role) }
}

export async function action(args: ActionFunctionArgs) {
  const { person, ...context } = await requireContext(args)
  await endOtherSessions(context, { sessionId: person.sessionId })
  return redirect(paths.account())
}

const born = (day: string) =>
  sayDate(new Date(`${day}T12:00:00Z`), 'UTC').replace(/^\w+, /, '') + `, ${day.slice(0, 4)}`

export default function Account() {
  const clinic = useClinic()
  const { account, role, secondFactor, idle } = useLoaderData<typeof loader>()
  const isPatient = role === 'patient'
  const others = account.otherDevices.length
  return (
    <PatientPage
      clinic={clinic}
      home={homeOf[role]}
      tabs={isPatient ? careTabs('account') : undefined}
      mainClass="pt-22"
    >
      <h1>Account</h1>
      <p className="small muted">
        {account.name}
        {account.bornOn ? ` · born ${born(account.bornOn)}` : null}
      </p>
      <h2 className="h-sec mt-20">How we reach you</h2>
      {account.phone ? (
        <div className="set">
          <span>
            {account.phone}
            <small>Calls</small>
          </span>
        </div>
      ) : null}
      <div className="set">
        <span className="anywhere">
          {account.email}
          <small>Confirmed</small>
        </span>
      </div>
      <p className="small muted mt2">
        To change these, call us: <a href={`tel:${clinic.tel}`}>{clinic.phone}</a>
      </p>
      <h2 className="h-sec">Signing in</h2>
      <div className="set">
        <span>
          Second lock{' '}
          {secondFactor ? (
            <Chip tone="good" icon={ShieldCheck}>
              On
            </Chip>
          ) : (
            <Chip>Off</Chip>
          )}
          <small>A sign-in app on your phone</small>
        </span>
        <Link to={paths.secondFactor()}>
          {secondFactor ? 'Change' : 'Add'}
          <span className="sr"> the second lock</span>
        </Link>
      </div>
      <div className="set">
        <span>
          Password
          <small>We mail you a link to choose a new one</small>
        </span>
        <Link to={paths.forgotPassword()}>
          Change<span className="sr"> the password</span>
        </Link>
      </div>
      <div className="set">
        <span>
          This device
          <small>Signed in now</small>
        </span>
        <span />
      </div>
      {others > 0 ? (
        <Form method="post" className="set">
          <span>
            {others === 1 ? '1 other device' : `${others} other devices`}
            <small>Signed in now</small>
          </span>
          <Button variant="quiet">Sign out there</Button>
        </Form>
      ) : null}
      <p className="small muted mt3">
        We sign you out after {idle} minutes without a tap.{' '}
        {isPatient ? 'Your answers stay saved.' : 'Drafts stay saved.'}
      </p>
      <Form method="post" action={paths.signOut()}>
        <Button variant="secondary" block icon={LogOut} className="mt4">
          Sign out on this device
        </Button>
      </Form>
      {isPatient ? null : (
        <p className="small mt4">
          <Link className="tap" to={homeOf[role]}>
            Back to work
          </Link>
        </p>
      )}
    </PatientPage>
  )
}
