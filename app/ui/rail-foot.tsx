import { Form, Link } from '@remix-run/react'
import { CircleUserRound, LogOut } from 'lucide-react'
import { paths } from '~/domain/paths'
import { Icon } from './icon'

/** The end of a staff rail: the person's own account, and out. The slim rail shows icons only; the names stay. */
export function RailFoot() {
  return (
    <>
      <Link className="rail-out" to={paths.account()} title="Account">
        <Icon of={CircleUserRound} />
        <span className="tx">Account</span>
      </Link>
      <Form method="post" action={paths.signOut()}>
        <button className="rail-out" title="Sign out">
          <Icon of={LogOut} />
          <span className="tx">Sign out</span>
        </button>
      </Form>
    </>
  )
}
