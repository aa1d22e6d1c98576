import { Form, Link } from '@remix-run/react'
import { LifeBuoy } from 'lucide-react'
import { paths } from '~/domain/paths'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { FieldFrame } from '~/ui/field-frame'
import { PatientPage } from '~/ui/patient-page'
import { Sheet } from '~/ui/sheet'
import { useClinic } from '~/ui/use-clinic'

export type Factor = { state: 'off' } | { state: 'pending'; key: string; link: string; picture: string }

type Props = {
  factor: Factor
  errors: string[]
  /** Where "Skip for now" leads. */
  skipTo: string
}

/** A patient adds the second lock, in two numbered steps. */
export function AddSecondFactor({ factor, errors, skipTo }: Props) {
  const clinic = useClinic()
  const under = <Link to={skipTo}>Skip for now</Link>
  return (
    <PatientPage clinic={clinic} room="sheet" step={{ back: paths.account() }} mainClass="pt-20">
      <h1>Add a second lock?</h1>
      <p className="lede mt-6">
        Then a stolen password alone does not open your record. You can also do this later, or not at all.
      </p>
      <ErrorSummary title="That did not work" errors={errors.map((message) => ({ id: 'code', message }))} />
      <Form method="post">
        {factor.state === 'off' ? (
          <>
            <p className="mt4">
              You need a sign-in app on your phone. It shows 6 numbers that change every half minute.
            </p>
            <Sheet under={under}>
              <Button large block name="intent" value="start">
                Show me the square code
              </Button>
            </Sheet>
          </>
        ) : (
          <>
            <ol className="does mt4">
              <li>
                <span className="n">1</span>
                <span>
                  <b>Open a sign-in app and add this clinic</b>
                  <span className="duo mt-10">
                    <span className="qr">
                      <img src={factor.picture} alt="Square code for your sign-in app" width={150} height={150} />
                    </span>
                    <span>
                      <span className="strong ink fs-md">On this phone?</span>{' '}
                      <a className="tap fs-base" href={factor.link}>
                        Open my app
                      </a>
                    </span>
                  </span>
                  <span className="mt-8 d-block">Or type this key:</span>
                  <span className="key ink">{factor.key}</span>
                </span>
              </li>
              <li>
                <span className="n">2</span>
                <span>
                  <FieldFrame id="code" label="Type the 6 numbers it shows" errors={errors}>
                    {(control) => (
                      <input
                        {...control}
                        className={`${control.className} code`}
                        name="code"
                        inputMode="numeric"
                        autoComplete="one-time-code"
                        maxLength={7}
                        required
                      />
                    )}
                  </FieldFrame>
                </span>
              </li>
            </ol>
            <Banner icon={LifeBuoy}>Lost your phone one day? Our front desk can help: {clinic.phone}.</Banner>
            <Sheet under={under}>
              <Button large block>
                Add the second lock
              </Button>
            </Sheet>
          </>
        )}
      </Form>
    </PatientPage>
  )
}
