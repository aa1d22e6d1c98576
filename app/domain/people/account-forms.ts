import { z } from 'zod'
import { stateOptions } from '../intake/states'
import { passwordLength, passwordProblem } from './password'
import { usPhone } from './us-phone'

const words = (missing: string, most: number) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, `Use ${most} letters or fewer`)

const email = z
  .string({ error: 'Add your e-mail' })
  .trim()
  .max(254, 'This e-mail is too long')
  .pipe(z.email('Add an e-mail like name@example.org'))

const newPassword = z.string({ error: `Choose a password of ${passwordLength.least} letters or more` })
const givenPassword = z.string({ error: 'Type your password' }).max(1000, 'This password is too long')

const code = z
  .string({ error: 'Type the 6 numbers' })
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'The code has 6 numbers'))

/** A born-on date that can be: `YYYY-MM-DD`, not after `today`. */
function bornOn(today: string) {
  return z
    .string({ error: 'Add the day you were born' })
    .pipe(z.iso.date('Add the day you were born, for example 1959-03-03'))
    .refine((day) => day >= '1900-01-01' && day <= today, 'Check the year you were born')
}

export const SignInForm = z.object({ email, password: givenPassword })

/** `today` is the clinic's day, `YYYY-MM-DD`. */
export function registerForm(today: string) {
  return z
    .object({
      name: words('Add your name', 120),
      bornOn: bornOn(today),
      email,
      phone: words('Add a phone number', 40).transform((text, refinement) => {
        const phone = usPhone(text)
        if (phone) return phone
        refinement.addIssue({ code: 'custom', message: 'Add a US number with its area code, for example 612-555-0147' })
        return z.NEVER
      }),
      homeState: z.enum(stateOptions.map((option) => option.value) as [string, ...string[]], {
        error: 'Choose where you live',
      }),
      password: newPassword,
    })
    .superRefine((wish, refinement) => {
      const problem = passwordProblem(wish.password, [wish.email, wish.name])
      if (problem) refinement.addIssue({ code: 'custom', path: ['password'], message: problem })
    })
}

export type RegisterFields = z.input<ReturnType<typeof registerForm>>

export const ForgotForm = z.object({ email })

export const ResetForm = z.object({ password: newPassword }).superRefine((wish, refinement) => {
  const problem = passwordProblem(wish.password)
  if (problem) refinement.addIssue({ code: 'custom', path: ['password'], message: problem })
})

export const CodeForm = z.object({ code })

export const PasswordForm = z.object({ password: givenPassword })
