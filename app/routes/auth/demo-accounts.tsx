import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'

type Account = { name: string; email: string; note: string | null }

/** Whom a visitor of the demo can be; a tap fills the form in. */
export function DemoAccounts({ accounts, password }: { accounts: Account[]; password: string }) {
  return (
    <section className="a2 card" aria-labelledby="demo-accounts">
      <h2 className="fs-lg lh-14" id="demo-accounts">
        Demo accounts
      </h2>
      <p className="small muted">
        One tap fills in the form. The password is the same for all: <b className="strong ink nowrap">{password}</b>
      </p>
      <Form method="post">
        <ul className="demo-list mt2">
          {accounts.map((account) => (
            <li key={account.email}>
              <span>
                <b className="strong">{account.name}</b>
                <small>
                  {account.note}
                  <br />
                  {account.email}
                </small>
              </span>
              <Button variant="secondary" name="use" value={account.email} aria-label={`Use ${account.name}`}>
                Use
              </Button>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  )
}
