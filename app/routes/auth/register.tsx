import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { stateOptions } from '~/domain/intake/states'
import { registerForm } from '~/domain/people/account-forms'
import type { RegisterFields } from '~/domain/people/account-forms'
import { passwordLength } from '~/domain/people/password'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { registerPatient } from '~/features/account/register-patient.server'
import { gateOf } from '~/server/gate.server'
import { optionalContext } from '~/server/require-context.server'
import { setWaitingAddress } from '~/server/waiting-address.server'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Node } from '~/ui/node'
import { PasswordField } from '~/ui/password-field'
import { PatientPage } from '~/ui/patient-page'
import { SelectField } from '~/ui/select-field'
import { Sheet } from '~/ui/sheet'
import { TextField } from '~/ui/text-field'
import { useClinic } from '~/ui/use-clinic'

export const meta: MetaFunction = () => [{ title: 'Make your account' }]

export async function loader(args: LoaderFunctionArgs) {
  await optionalContext(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const context = await optionalContext(args)
  const schema = registerForm(dayOf(context.now, context.clinic.timeZone))
  const submission = parseWithZod(await args.request.formData(), { schema })
  if (submission.status !== 'success') return data(submission.reply({ hideFields: ['password'] }), { status: 400 })
  const result = await registerPatient(context, { ...submission.value, gate: gateOf(args) })
  if (wasRefused(result)) {
    const status = result.refused === 'busy' ? 503 : 429
    return data(submission.reply({ hideFields: ['password'], formErrors: [result.message] }), { status })
  }
  setWaitingAddress(args, submission.value.email)
  return redirect(paths.checkMail())
}

export default function Register() {
  const clinic = useClinic()
  const lastResult = useActionData<typeof action>()
  const [form, fields] = useForm<RegisterFields>({ id: 'register', lastResult, shouldRevalidate: 'onSubmit' })
  const named = [fields.name, fields.bornOn, fields.email, fields.phone, fields.homeState, fields.password]
  const errors = [
    ...(form.errors ?? []).map((message) => ({ message })),
    ...named.flatMap((field) => (field.errors ?? []).map((message) => ({ id: field.id, message }))),
  ]
  return (
    <PatientPage clinic={clinic} room="sheet">
      <h1>Make your account</h1>
      <p className="lede">
        So you can stop, come back and see each next step. Only you and your care team can open it.
      </p>
      <ErrorSummary errors={errors} />
      <Form method="post" {...getFormProps(form)} className="mt5">
        <TextField
          label="Your name"
          hint="As on your insurance card."
          {...getInputProps(fields.name, { type: 'text' })}
          autoComplete="name"
          errors={fields.name.errors}
          errorId={fields.name.errorId}
        />
        <TextField
          label="The day you were born"
          {...getInputProps(fields.bornOn, { type: 'date' })}
          autoComplete="bday"
          min="1900-01-01"
          errors={fields.bornOn.errors}
          errorId={fields.bornOn.errorId}
        />
        <TextField
          label="E-mail"
          hint="To sign in, and to tell you that something is new. We never put health details in an e-mail."
          {...getInputProps(fields.email, { type: 'email' })}
          autoComplete="email"
          errors={fields.email.errors}
          errorId={fields.email.errorId}
        />
        <TextField
          label="Phone"
          hint="If a video visit fails, we call you here."
          {...getInputProps(fields.phone, { type: 'tel' })}
          autoComplete="tel-national"
          errors={fields.phone.errors}
          errorId={fields.phone.errorId}
        />
        <SelectField
          label="The state you live in"
          hint="Our providers may only see you by video in some states."
          empty="Choose one"
          options={[...stateOptions]}
          {...getSelectProps(fields.homeState)}
          autoComplete="address-level1"
          errors={fields.homeState.errors}
          errorId={fields.homeState.errorId}
        />
        <PasswordField
          label="Password"
          hint="A few plain words in a row are strong."
          {...getInputProps(fields.password, { type: 'password' })}
          autoComplete="new-password"
          errors={fields.password.errors}
          errorId={fields.password.errorId}
        />
        <ul className="rules">
          <li>
            <Node state="next" silent />
            <span>{passwordLength.least} letters or more.</span>
          </li>
          <li>
            <Node state="next" silent />
            <span>Not one that many people use. We check when you go on.</span>
          </li>
        </ul>
        <p className="small muted mt2">That is all. No capitals, numbers or signs needed.</p>
        <Sheet under={<Link to={paths.signIn()}>I have an account: sign in</Link>}>
          <Button large block>
            Make my account
          </Button>
        </Sheet>
      </Form>
    </PatientPage>
  )
}
