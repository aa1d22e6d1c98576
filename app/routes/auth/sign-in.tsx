import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { SignInForm } from '~/domain/people/account-forms'
import { demoPassword } from '~/domain/people/demo-password'
import { returnPath } from '~/domain/people/return-path'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { signIn } from '~/features/account/sign-in.server'
import { listDemoAccounts } from '~/features/demo/list-demo-accounts.server'
import { gateOf } from '~/server/gate.server'
import { optionalContext } from '~/server/require-context.server'
import { heldToken, setSession } from '~/server/session.server'
import { setWaitingAddress } from '~/server/waiting-address.server'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { PasswordField } from '~/ui/password-field'
import { PatientPage } from '~/ui/patient-page'
import { TextField } from '~/ui/text-field'
import { useClinic } from '~/ui/use-clinic'
import { DemoAccounts } from './demo-accounts'

export const meta: MetaFunction = () => [{ title: 'Sign in' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await optionalContext(args)
  const asked = new URL(args.request.url).searchParams
  return {
    accounts: context.mode === 'production' ? [] : await listDemoAccounts(context),
    wasAway: asked.has('away'),
    news: asked.has('confirmed') ? ('confirmed' as const) : asked.has('changed') ? ('changed' as const) : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const context = await optionalContext(args)
  const form = await args.request.formData()
  const use = form.get('use')
  if (typeof use === 'string' && context.mode !== 'production')
    return { email: use, password: demoPassword, failed: null }
  const submission = parseWithZod(form, { schema: SignInForm })
  const email = String(form.get('email') ?? '')
  if (submission.status !== 'success')
    return data({ email, password: '', failed: submission.error ?? {} }, { status: 400 })
  const result = await signIn(context, { ...submission.value, gate: gateOf(args), oldToken: heldToken(args) })
  if (wasRefused(result)) {
    if (result.refused === 'unverified') {
      setWaitingAddress(args, submission.value.email)
      return redirect(paths.checkMail())
    }
    const status = { wrong: 400, other: 400, 'too-many': 429, busy: 503 }[result.refused]
    return data({ email, password: '', failed: { '': [result.message] } }, { status })
  }
  setSession(args, result.token)
  const asked = new URL(args.request.url).searchParams
  const isFirst = result.role === 'patient' && asked.has('confirmed')
  const next = isFirst ? paths.secondFactor() : returnPath(result.role, asked.get('return'))
  return redirect(result.needsCode ? `${paths.signInCode()}?return=${encodeURIComponent(next)}` : next)
}

const newsWords = {
  confirmed: 'Your e-mail is confirmed. Sign in to go on.',
  changed: 'Your password is changed. Sign in with the new one.',
}

export default function SignIn() {
  const { accounts, wasAway, news } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const clinic = useClinic()
  const failed: Record<string, string[] | null> = answer?.failed ?? {}
  const whole = failed[''] ?? null
  const filled = answer?.email ?? ''
  return (
    <PatientPage clinic={clinic} layout="land" mainClass="sign pt-28">
      <div className="colA">
        <section className="a1">
          <h1>{wasAway ? 'You were away, so we locked the page' : 'Sign in'}</h1>
          {wasAway ? <p className="lede">That keeps your answers private. What you saved is safe.</p> : null}
          {news && !answer ? (
            <Banner tone="good" live="status" className="mt4">
              {newsWords[news]}
            </Banner>
          ) : null}
          <ErrorSummary
            title="That did not work"
            errors={[
              ...(whole ?? []).map((message) => ({ message })),
              ...(failed['email'] ?? []).map((message) => ({ id: 'email', message })),
              ...(failed['password'] ?? []).map((message) => ({ id: 'password', message })),
            ]}
          />
          <Form method="post" className="mt4">
            <TextField
              key={`email:${filled}`}
              id="email"
              name="email"
              type="email"
              label="E-mail"
              autoComplete="username"
              required
              maxLength={254}
              defaultValue={filled}
              errors={failed['email']}
            />
            <PasswordField
              key={`password:${filled}:${answer?.password ?? ''}`}
              id="password"
              name="password"
              label="Password"
              autoComplete="current-password"
              required
              defaultValue={answer?.password ?? ''}
              errors={failed['password'] ?? (whole ? ['Type your password again'] : null)}
            />
            <Button large block className="mt-20">
              Sign in
            </Button>
          </Form>
          <p className="row between small wrap gap-row-0 mt-6">
            <Link className="tap" to={paths.forgotPassword()}>
              Forgot your password?
            </Link>
          </p>
          <p className="small">
            New here?{' '}
            <Link className="tap" to={paths.register()}>
              Make an account
            </Link>
          </p>
        </section>
      </div>
      {accounts.length > 0 ? (
        <div className="colB">
          <DemoAccounts accounts={accounts} password={demoPassword} />
        </div>
      ) : null}
    </PatientPage>
  )
}
