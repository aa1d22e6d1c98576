import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { CodeForm } from '~/domain/people/account-forms'
import { returnPath } from '~/domain/people/return-path'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { enterCode } from '~/features/account/enter-code.server'
import { gateOf } from '~/server/gate.server'
import { halfSignedInContext } from '~/server/require-context.server'
import { setSession } from '~/server/session.server'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { PatientPage } from '~/ui/patient-page'
import { TextField } from '~/ui/text-field'
import { useClinic } from '~/ui/use-clinic'

export const meta: MetaFunction = () => [{ title: 'Type your code' }]

const wishedPath = (args: LoaderFunctionArgs | ActionFunctionArgs) =>
  new URL(args.request.url).searchParams.get('return')

export async function loader(args: LoaderFunctionArgs) {
  const { missing, person } = await halfSignedInContext(args)
  if (missing !== 'code') throw redirect(returnPath(person.role, wishedPath(args)))
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { missing, person, ...context } = await halfSignedInContext(args)
  const next = returnPath(person.role, wishedPath(args))
  if (missing !== 'code') return redirect(next)
  const submission = parseWithZod(await args.request.formData(), { schema: CodeForm })
  if (submission.status !== 'success') return data({ errors: submission.error?.['code'] ?? [] }, { status: 400 })
  const result = await enterCode(context, {
    code: submission.value.code,
    sessionId: person.sessionId,
    role: person.role,
    gate: gateOf(args),
  })
  if (wasRefused(result)) return data({ errors: [result.message] }, { status: result.refused === 'wrong' ? 400 : 429 })
  setSession(args, result.token)
  return redirect(next)
}

export default function SignInCode() {
  const clinic = useClinic()
  const errors = useActionData<typeof action>()?.errors ?? null
  return (
    <PatientPage clinic={clinic} mainClass="pt-28">
      <h1>Type your code</h1>
      <p className="lede">Open your sign-in app. It shows 6 numbers for {clinic.name}.</p>
      <ErrorSummary title="That did not work" errors={(errors ?? []).map((message) => ({ id: 'code', message }))} />
      <Form method="post" className="mt5">
        <TextField
          id="code"
          name="code"
          label="Code, 6 numbers"
          inputClass="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          required
          errors={errors}
        />
        <Button large block className="mt-20">
          Sign in
        </Button>
      </Form>
      <Form method="post" action={paths.signOut()} className="mt2">
        <Button variant="quiet">Start over</Button>
      </Form>
      <p className="small mt4">
        No phone with you? Call us, we can help: <a href={`tel:${clinic.tel}`}>{clinic.phone}</a>
      </p>
    </PatientPage>
  )
}
