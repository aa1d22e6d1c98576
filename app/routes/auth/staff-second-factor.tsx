import { Form, Link } from '@remix-run/react'
import { sayRole } from '~/domain/people/say-role'
import type { Role } from '~/domain/people/actor'
import { paths } from '~/domain/paths'
import { Button } from '~/ui/button'
import { ClinicMark } from '~/ui/clinic-mark'
import { DensityProvider } from '~/ui/density'
import { SkipLink } from '~/ui/skip-link'
import { TextField } from '~/ui/text-field'
import { useClinic } from '~/ui/use-clinic'
import type { Factor } from './add-second-factor'

type Props = { factor: Factor; errors: string[]; name: string; role: Role; skipTo: string | null }

/** Adding the second factor of someone who works here. */
export function StaffSecondFactor({ factor, errors, name, role, skipTo }: Props) {
  const clinic = useClinic()
  return (
    <DensityProvider value="staff">
      <div className="staff smx authp">
        <SkipLink />
        <main className="auth" id="main" tabIndex={-1}>
          <ClinicMark name={clinic.name} to={paths.landing()} />
          <section className="panel pn">
            <div className="pt-14">
              <div className="pad14">
                <p className="sub">
                  {name} · {sayRole(role)}
                </p>
                <h1 className="fs-xl lh-125">Add a second factor</h1>
                <p className="muted">Everyone who works here needs one. It takes a minute.</p>
                <Form method="post" className="mt-14">
                  {factor.state === 'off' ? (
                    <>
                      <p>You need a sign-in app on your phone: six digits, works without signal.</p>
                      <Button large name="intent" value="start" className="mt-16">
                        Show me the square code
                      </Button>
                    </>
                  ) : (
                    <>
                      <div className="row gap-18 a-start wrap">
                        <img src={factor.picture} alt="Square code for your sign-in app" width={150} height={150} />
                        <div className="fstack grow">
                          <div>
                            <span className="lb">Cannot scan? Type this</span>
                            <p className="codew">{factor.key}</p>
                          </div>
                          <TextField
                            id="code"
                            name="code"
                            label="The six digits it shows"
                            inputMode="numeric"
                            autoComplete="one-time-code"
                            maxLength={7}
                            required
                            errors={errors}
                          />
                        </div>
                      </div>
                      <Button large className="mt-16">
                        Check and go on
                      </Button>
                    </>
                  )}
                </Form>
                <div className="row gap-18 mt-16">
                  {skipTo ? <Link to={skipTo}>Skip for now</Link> : null}
                  <Form method="post" action={paths.signOut()}>
                    <Button variant="quiet">Sign out</Button>
                  </Form>
                </div>
              </div>
            </div>
          </section>
          <p className="sub center">Text messages are not offered: numbers can be stolen.</p>
        </main>
      </div>
    </DensityProvider>
  )
}
