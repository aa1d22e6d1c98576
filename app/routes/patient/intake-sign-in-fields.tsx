import { PasswordField } from '~/ui/password-field'
import { TextField } from '~/ui/text-field'
import type { SignInErrors } from './intake-sign-in-page'

/** E-mail and password, in the page of signing in again and in the dialog. */
export function PasswordFields({ email, errors }: { email: string; errors: SignInErrors }) {
  const whole = errors['']
  return (
    <>
      <TextField
        id="sign-in-email"
        name="email"
        type="email"
        label="E-mail"
        autoComplete="username"
        required
        maxLength={254}
        defaultValue={email}
        errors={errors.email}
      />
      <PasswordField
        id="sign-in-password"
        name="password"
        label="Password"
        autoComplete="current-password"
        required
        errors={errors.password ?? (whole ? ['Type your password again'] : null)}
      />
    </>
  )
}

/** The six numbers of the second lock. */
export function CodeField({ errors }: { errors: SignInErrors }) {
  return (
    <TextField
      id="sign-in-code"
      name="code"
      label="Code, 6 numbers"
      hint="Open your sign-in app. It shows 6 numbers."
      inputClass="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={7}
      required
      errors={errors.code ?? errors['']}
    />
  )
}
