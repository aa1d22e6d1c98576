import { Form, Link } from '@remix-run/react'
import { ShieldCheck } from 'lucide-react'
import { paths } from '~/domain/paths'
import { Button } from '~/ui/button'
import { Chip } from '~/ui/chip'
import { ErrorSummary } from '~/ui/error-summary'
import { PasswordField } from '~/ui/password-field'
import { PatientPage } from '~/ui/patient-page'
import { useClinic } from '~/ui/use-clinic'

/** The second lock is on: how it works, and how to take it away where that is allowed. */
export function SecondFactorOn({ errors, isRequired, home }: { errors: string[]; isRequired: boolean; home: string }) {
  const clinic = useClinic()
  return (
    <PatientPage clinic={clinic} home={home} step={{ back: paths.account() }}>
      <h1>Second lock</h1>
      <p className="mt2">
        <Chip tone="good" icon={ShieldCheck}>
          On
        </Chip>
      </p>
      <p className="lede mt2">When you sign in, we ask for your password and for 6 numbers from your sign-in app.</p>
      {isRequired ? (
        <p className="mt4">Everyone who works here keeps one. New phone? Ask an admin.</p>
      ) : (
        <section className="card mt5">
          <h2 className="fs-lg">Take the second lock off</h2>
          <ErrorSummary title="That did not work" errors={errors.map((message) => ({ id: 'password', message }))} />
          <Form method="post" className="mt2">
            <PasswordField
              id="password"
              name="password"
              label="Password"
              autoComplete="current-password"
              required
              errors={errors}
            />
            <Button variant="secondary" block name="intent" value="turn-off" className="mt-20">
              Take it off
            </Button>
          </Form>
        </section>
      )}
      <p className="small mt4">
        <Link className="tap" to={paths.account()}>
          Back to Account
        </Link>
      </p>
    </PatientPage>
  )
}
