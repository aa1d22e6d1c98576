import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CodeForm, PasswordForm } from '~/domain/people/account-forms'
import { homeOf } from '~/domain/people/return-path'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { confirmSecondFactor } from '~/features/account/confirm-second-factor.server'
import { readSecondFactor } from '~/features/account/read-second-factor.server'
import { startSecondFactor } from '~/features/account/start-second-factor.server'
import { turnOffSecondFactor } from '~/features/account/turn-off-second-factor.server'
import { boxOf, gateOf } from '~/server/gate.server'
import { halfSignedInContext } from '~/server/require-context.server'
import { setSession } from '~/server/session.server'
import { AddSecondFactor } from './add-second-factor'
import { SecondFactorOn } from './second-factor-on'
import { StaffSecondFactor } from './staff-second-factor'

export const meta: MetaFunction = () => [{ title: 'Second lock' }]

/** Open while only the set-up is missing: in production staff get here and nowhere else until they have a second factor. */
async function whoSetsUp(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const context = await halfSignedInContext(args)
  if (context.missing === 'code') throw redirect(paths.signInCode())
  return context
}

export async function loader(args: LoaderFunctionArgs) {
  const { person, missing, mode, ...context } = await whoSetsUp(args)
  const factor = await readSecondFactor(context, { box: boxOf(args), account: person.email })
  return {
    factor,
    name: person.name,
    role: person.role,
    isForced: missing === 'set-up',
    isRequired: mode === 'production' && person.role !== 'patient',
  }
}

export async function action(args: ActionFunctionArgs) {
  const { person, missing: _missing, mode, ...context } = await whoSetsUp(args)
  const form = await args.request.formData()
  const { role } = person
  if (form.get('intent') === 'start') {
    await startSecondFactor(context, { box: boxOf(args) })
    return redirect(paths.secondFactor())
  }
  if (form.get('intent') === 'turn-off') {
    if (mode === 'production' && role !== 'patient')
      return data({ errors: ['Staff keep their second factor.'] }, { status: 400 })
    const submission = parseWithZod(form, { schema: PasswordForm })
    if (submission.status !== 'success') return data({ errors: submission.error?.['password'] ?? [] }, { status: 400 })
    const off = await turnOffSecondFactor(context, { password: submission.value.password, role, gate: gateOf(args) })
    if (wasRefused(off)) return data({ errors: [off.message] }, { status: off.refused === 'wrong' ? 400 : 429 })
    setSession(args, off.token)
    return redirect(paths.account())
  }
  const submission = parseWithZod(form, { schema: CodeForm })
  if (submission.status !== 'success') return data({ errors: submission.error?.['code'] ?? [] }, { status: 400 })
  const on = await confirmSecondFactor(context, { code: submission.value.code, role, gate: gateOf(args) })
  if (wasRefused(on)) return data({ errors: [on.message] }, { status: on.refused === 'wrong' ? 400 : 429 })
  setSession(args, on.token)
  return redirect(paths.account())
}

export default function SecondFactor() {
  const { factor, name, role, isForced, isRequired } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors ?? []
  if (factor.state === 'on') return <SecondFactorOn errors={errors} isRequired={isRequired} home={homeOf[role]} />
  if (role !== 'patient')
    return <StaffSecondFactor {...{ factor, errors, name, role }} skipTo={isForced ? null : homeOf[role]} />
  return <AddSecondFactor factor={factor} errors={errors} skipTo={homeOf[role]} />
}
