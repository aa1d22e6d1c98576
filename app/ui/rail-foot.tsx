import { Form, Link } from '@remix-run/react'
import { paths } from '~/domain/paths'

/** The end of a staff rail: the person's own account, and out. */
export function RailFoot() {
  return (
    <>
      <Link className="rail-out" to={paths.account()}>
        Account
      </Link>
      <Form method="post" action={paths.signOut()}>
        <button className="rail-out">Sign out</button>
      </Form>
    </>
  )
}
