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

const phone = words('Add a phone number', 40).transform((text, refinement) => {
  const number = usPhone(text)
  if (number) return number
  refinement.addIssue({ code: 'custom', message: 'Add a US number with its area code, for example 612-555-0147' })
  return z.NEVER
})

const homeState = (missing: string) =>
  z.enum(stateOptions.map((option) => option.value) as [string, ...string[]], { error: missing })

const ticked = (missing: string) => z.literal('on', { error: missing })

export const SignInForm = z.object({ email, password: givenPassword })

/** `today` is the clinic's day, `YYYY-MM-DD`. */
export function registerForm(today: string) {
  return z
    .object({
      name: words('Add your name', 120),
      bornOn: bornOn(today),
      email,
      phone,
      homeState: homeState('Choose where you live'),
      password: newPassword,
    })
    .superRefine((wish, refinement) => {
      const problem = passwordProblem(wish.password, [wish.email, wish.name])
      if (problem) refinement.addIssue({ code: 'custom', path: ['password'], message: problem })
    })
}

export type RegisterFields = z.input<ReturnType<typeof registerForm>>

/** A person who is registered on the phone. `today` is the clinic's day, `YYYY-MM-DD`. */
export function phoneRegistrationForm(today: string) {
  return z
    .object({
      name: words('Add the name', 120),
      bornOn: bornOn(today),
      sexAtBirth: z.enum(['female', 'male', 'intersex', 'unsaid'], { error: 'Choose one. “Not said” is fine.' }),
      phone,
      email: email.optional(),
      homeState: homeState('Choose the state they live in'),
      language: words('Add the language', 60),
      interpreter: z.enum(['no', 'spoken', 'sign', 'not_sure'], { error: 'Choose one' }),
      emailSaidBack: z.literal('on').optional(),
      saidBack: ticked('Say name and date of birth back first'),
      agreed: ticked('Without a yes there is no intake by phone'),
      /** Ids of people who look alike and were said to be somebody else. */
      different: z.array(z.uuid()).max(50).default([]),
    })
    .superRefine((wish, refinement) => {
      if (wish.email === undefined || wish.emailSaidBack === 'on') return
      const message = 'Say the e-mail back letter by letter first: whoever owns it gets the account'
      refinement.addIssue({ code: 'custom', path: ['emailSaidBack'], message })
    })
}

export type PhoneRegistration = z.output<ReturnType<typeof phoneRegistrationForm>>

/** What must be said before a call about an intake. */
export const CallForm = z.object({
  saidBack: ticked('Say name and date of birth back first'),
  agreed: ticked('Without a yes there is no intake by phone'),
  language: words('Add the language', 60).optional(),
  interpreter: z.enum(['no', 'spoken', 'sign', 'not_sure']).optional(),
})

/** The e-mail of somebody who was registered by phone without one. */
export const LaterEmailForm = z.object({
  email,
  emailSaidBack: ticked('Say name, date of birth and e-mail back first: whoever owns the e-mail gets the account'),
})

/** Whom a scheduler looks for: by name, birth date or phone, or by several at once. */
export const FindForm = z.object({
  name: z.string().trim().max(120).default(''),
  bornOn: z.union([z.iso.date('Use a whole date'), z.literal('')]).default(''),
  phone: z.string().trim().max(40).default(''),
})

/** An invited person's first password; the birth date shows that the mail reached the right one. */
export const WelcomeForm = z
  .object({
    bornOn: z.string({ error: 'Add the day you were born' }).pipe(z.iso.date('Add the day you were born')),
    password: newPassword,
  })
  .superRefine((wish, refinement) => {
    const problem = passwordProblem(wish.password)
    if (problem) refinement.addIssue({ code: 'custom', path: ['password'], message: problem })
  })

export const ForgotForm = z.object({ email })

export const ResetForm = z.object({ password: newPassword }).superRefine((wish, refinement) => {
  const problem = passwordProblem(wish.password)
  if (problem) refinement.addIssue({ code: 'custom', path: ['password'], message: problem })
})

export const CodeForm = z.object({ code })

export const PasswordForm = z.object({ password: givenPassword })
