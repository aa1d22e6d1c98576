import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { ShieldCheck } from 'lucide-react'
import { paths } from '~/domain/paths'
import { Banner } from '~/ui/banner'
import { BrokenPage } from '~/ui/broken-page'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { NoPage } from '~/ui/no-page'
import { PatientPage } from '~/ui/patient-page'
import { useRootData } from '~/ui/root-data'
import { useClinic } from '~/ui/use-clinic'
import type { SignedOut } from '~/ui/intake/intake-autosave'
import { carryFields } from './intake-carry'
import type { Carried } from './intake-carry'
import { CodeField, PasswordFields } from './intake-sign-in-fields'
import { signedOutWords } from './intake-signed-out-words'
import { TooLatePage } from './intake-too-late'
import type { TooLate } from './intake-too-late'

export type SignInErrors = Partial<Record<'' | 'email' | 'password' | 'code', string[] | null>>

/** What the page of signing in again is made of. */
export type SignInAgain = {
  carried: Carried
  stage: 'password' | 'code'
  why: SignedOut
  email: string
  errors: SignInErrors
}

function isSignInAgain(value: unknown): value is SignInAgain {
  return typeof value === 'object' && value !== null && 'carried' in value && 'stage' in value
}

function isTooLate(value: unknown): value is { tooLate: TooLate } {
  return typeof value === 'object' && value !== null && 'tooLate' in value
}

/** What a route of the questions shows instead of itself: signing in again with everything that was posted, or the plain error pages. */
export function IntakeBoundary() {
  const error = useRouteError()
  const home = useRootData()?.home ?? null
  if (!isRouteErrorResponse(error)) return <BrokenPage home={home} />
  if (isSignInAgain(error.data)) return <SignInPage {...error.data} />
  if (isTooLate(error.data)) return <TooLatePage answers={error.data.tooLate} />
  return error.status < 500 ? <NoPage home={home} /> : <BrokenPage home={home} />
}

/** Signing in again, with and without scripts: the posted answers go with the form and are saved with it. */
function SignInPage({ carried, stage, why, email, errors }: SignInAgain) {
  const clinic = useClinic()
  const { title, lead } = signedOutWords[why]
  const all = Object.entries(errors).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ id: name === '' ? undefined : `sign-in-${name}`, message })),
  )
  return (
    <PatientPage clinic={clinic} mainClass="pt-28">
      <h1>{title}</h1>
      <p className="lede">{lead}</p>
      <ErrorSummary title="That did not work" errors={all} />
      <form method="post" action={paths.intakeSignIn()} className="mt4" noValidate>
        <input type="hidden" name={carryFields.to} value={carried.to} />
        <input type="hidden" name={carryFields.resume} value="1" />
        {carried.fields.map(([name, text], at) => (
          <input key={`${name} ${at}`} type="hidden" name={name} value={text} />
        ))}
        {stage === 'code' ? <CodeField errors={errors} /> : <PasswordFields email={email} errors={errors} />}
        <Button large block className="mt-20" name="intent" value={stage}>
          Sign in and keep my answers
        </Button>
        {stage === 'code' ? (
          <Button variant="quiet" className="mt2" name="intent" value="start-over">
            Start over
          </Button>
        ) : null}
      </form>
      <Banner icon={ShieldCheck} className="mt-20">
        <p>Your answers are on this page only until you sign in. Leave it open.</p>
      </Banner>
    </PatientPage>
  )
}
