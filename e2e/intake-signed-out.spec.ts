import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { begunIntake } from './begun-intake'
import { holdSaves } from './hold-saves'
import { looksInOrder } from './looks-in-order'
import type { NewPatient } from './make-account'
import { expect, isInOrder, signIn, test } from './portal'
import { forgetCodes, sessionEnds, storedAnswersOf } from './sessions'

const end = sessionEnds['it is ended from elsewhere']
const expected = [/status of 40[0149]/, /ERR_/]

let person: NewPatient
let other: NewPatient
let totp: TOTP | null = null
test.beforeAll('two people with open drafts', async ({ browser }) => {
  const { baseURL } = test.info().project.use
  person = await begunIntake(browser, baseURL, 'Sona Signedout')
  other = await begunIntake(browser, baseURL, 'Otto Other')
})

const phone = { viewport: { width: 390, height: 844 } }
const goals = (page: Page) => page.locator('textarea[name=goals], input[name=goals]')

/** Types something that is on its way to be saved when the session ends. */
async function typeAndEnd(page: Page, words: string): Promise<void> {
  const release = await holdSaves(page)
  await goals(page).fill(words)
  await end(person.email)
  release()
}

async function giveName(page: Page, { email, password }: NewPatient): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
}

/** The code the app shows now, also when it was used before within the same half minute. */
async function codeNow(): Promise<string> {
  if (!totp) throw new Error('There is no second lock yet')
  await forgetCodes(person.email)
  return totp.generate()
}

test('another account never gets what waits on a page, whether it tries in place or in another tab', async ({
  someone,
  watched,
}) => {
  for (const pattern of expected) watched.expect(pattern)
  const { page, context } = await someone(phone)
  await signIn(page, person.email, person.password)
  await page.goto('/care/intake/goals')
  await typeAndEnd(page, 'Walk the dog again')
  const notice = page.getByRole('alert').filter({ hasText: 'You were signed out.' })
  await notice.getByRole('button', { name: 'Sign in' }).click()
  const dialog = page.getByRole('dialog')
  await giveName(page, other)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog.getByText('These answers belong to another account.')).toBeVisible()
  await isInOrder(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(goals(page)).toHaveValue('Walk the dog again')

  const tab = watched.watch(await context.newPage())
  await signIn(tab, other.email, other.password)
  await goals(page).fill('Walk the dog again, and dance')
  await expect(page.getByRole('alert').filter({ hasText: 'Another account is signed in' })).toBeVisible()
  await expect(goals(page)).toHaveValue('Walk the dog again, and dance')
  expect(await storedAnswersOf(other.email)).not.toHaveProperty('goals')
  await page.getByRole('alert').getByRole('button', { name: 'Sign in' }).click()
  await giveName(page, person)
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.locator('.saved')).toHaveText(/^Saved/)
  await expect(page.locator(':focus')).toHaveAttribute('name', 'goals')
  expect(await storedAnswersOf(person.email)).toHaveProperty('goals', 'Walk the dog again, and dance')
  expect(await storedAnswersOf(other.email)).not.toHaveProperty('goals')
})

test('Continue on a page whose session is over asks to sign in, and then goes on', async ({ someone, watched }) => {
  for (const pattern of expected) watched.expect(pattern)
  const { page } = await someone(phone)
  await signIn(page, person.email, person.password)
  await page.route('**/live*', () => undefined)
  await page.goto('/care/intake/goals')
  await goals(page).fill('Sit through a film')
  await expect(page.locator('.saved')).toHaveText(/^Saved/)
  await end(person.email)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('dialog', { name: 'You were signed out.' })).toBeVisible()
  await giveName(page, person)
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(goals(page)).toHaveValue('Sit through a film')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(/\/care\/intake\/(?!goals)/)
})

test('with everything saved the page closes when the session ends, and opens again at the same field', async ({
  someone,
  watched,
}) => {
  for (const pattern of expected) watched.expect(pattern)
  const { page, context } = await someone(phone)
  await signIn(page, person.email, person.password)
  const listening = page.waitForResponse((response) => new URL(response.url()).pathname === '/live')
  await page.goto('/care/intake/goals')
  await listening
  await goals(page).fill('Carry my shopping')
  await expect(page.locator('.saved')).toHaveText(/^Saved/)
  const tab = watched.watch(await context.newPage())
  await tab.goto('/account')
  await tab.getByRole('button', { name: 'Sign out on this device' }).click()
  await tab.waitForURL('**/signed-out')
  await page.waitForURL('**/sign-in?**')
  await expect(page.getByRole('heading', { name: 'You were away, so we locked the page' })).toBeVisible()
  await expect(page.getByText('Carry my shopping')).toHaveCount(0)
  await giveName(page, person)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/care/intake/goals#q-goals')
  await expect(goals(page)).toHaveValue('Carry my shopping')
  await expect(page.locator(':focus')).toHaveAttribute('name', 'goals')
})

test('who prefers the sign-in page takes everything typed along, and comes back to the same field', async ({
  someone,
  watched,
}) => {
  for (const pattern of expected) watched.expect(pattern)
  const { page } = await someone(phone)
  await signIn(page, person.email, person.password)
  await page.goto('/care/intake/goals')
  await typeAndEnd(page, 'Lift my grandson')
  await page.getByRole('alert').getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Use the sign-in page instead' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You were signed out.')
  expect(page.url()).not.toContain('grandson')
  await isInOrder(page)
  await giveName(page, { ...person, password: 'not these words' })
  await page.getByRole('button', { name: 'Sign in and keep my answers' }).click()
  await expect(page.getByText('This e-mail and password do not go together.')).toBeVisible()
  await giveName(page, person)
  await page.getByRole('button', { name: 'Sign in and keep my answers' }).click()
  await page.waitForURL('**/care/intake/goals#q-goals')
  await expect(goals(page)).toHaveValue('Lift my grandson')
  await expect(page.locator(':focus')).toHaveAttribute('name', 'goals')
  expect(await storedAnswersOf(person.email)).toHaveProperty('goals', 'Lift my grandson')
})

test('a second lock is asked in place, too', async ({ someone, watched }) => {
  for (const pattern of expected) watched.expect(pattern)
  const { page } = await someone(phone)
  await signIn(page, person.email, person.password)
  await page.goto('/account')
  await page.getByRole('link', { name: 'Add the second lock' }).click()
  await page.getByRole('button', { name: 'Show me the square code' }).click()
  const key = (await page.locator('.key').textContent()) ?? ''
  totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) })
  await page.getByLabel('Type the 6 numbers').fill(totp.generate())
  await page.getByRole('button', { name: 'Add the second lock' }).click()
  await page.waitForURL('**/account')
  await page.goto('/care/intake/goals')
  await typeAndEnd(page, 'Garden for an hour')
  await page.getByRole('alert').getByRole('button', { name: 'Sign in' }).click()
  await giveName(page, person)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog.getByLabel('Code, 6 numbers')).toBeFocused()
  await isInOrder(page)
  await dialog.getByLabel('Code, 6 numbers').fill('000000')
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog.getByText('This code does not fit.').first()).toBeVisible()
  await dialog.getByLabel('Code, 6 numbers').fill(await codeNow())
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.locator('.saved')).toHaveText(/^Saved/)
  await expect(page.locator(':focus')).toHaveAttribute('name', 'goals')
  expect(await storedAnswersOf(person.email)).toHaveProperty('goals', 'Garden for an hour')
})

test('without scripts the posted page comes back as a sign-in that carries every field', async ({
  someone,
  watched,
}) => {
  for (const pattern of expected) watched.expect(pattern)
  const { page } = await someone({ ...phone, javaScriptEnabled: false })
  const { page: looker } = await someone(phone)
  await page.goto('/sign-in')
  await giveName(page, other)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.goto('/care/intake/insurance')
  await end(other.email)
  await page.locator('input[name=planName]').fill('Plan “A” & <b>')
  await page.locator('input[name=memberId]').fill('M 4711')
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Continue' }).click()
  expect((await answer).status()).toBe(401)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You were signed out.')
  await expect(page.getByText('Your answers are on this page. Sign in to keep them.')).toBeVisible()
  const kept = page.locator('input[type=hidden][name=planName]')
  await expect(kept).toHaveValue('Plan “A” & <b>')
  expect(page.url()).not.toContain('4711')
  await looksInOrder(looker, page)

  await giveName(page, { ...other, password: 'not these words' })
  await page.getByRole('button', { name: 'Sign in and keep my answers' }).click()
  await expect(page.getByText('This e-mail and password do not go together.')).toBeVisible()
  await expect(kept).toHaveValue('Plan “A” & <b>')
  await looksInOrder(looker, page)

  await giveName(page, person)
  await page.getByRole('button', { name: 'Sign in and keep my answers' }).click()
  await expect(page.getByText('These answers belong to another account.')).toBeVisible()
  await expect(kept).toHaveValue('Plan “A” & <b>')
  expect(await storedAnswersOf(person.email)).not.toHaveProperty('planName')

  await giveName(page, other)
  await page.getByRole('button', { name: 'Sign in and keep my answers' }).click()
  await expect(page).toHaveURL(/\/care\/intake\/insurance#q-/)
  await expect(page.locator('input[name=planName]')).toHaveValue('Plan “A” & <b>')
  await expect(page.locator('input[name=memberId]')).toHaveValue('M 4711')
  expect(await storedAnswersOf(other.email)).toMatchObject({ planName: 'Plan “A” & <b>', memberId: 'M 4711' })
})

test('without scripts the code page carries them, too', async ({ someone, watched }) => {
  for (const pattern of expected) watched.expect(pattern)
  const { page } = await someone({ ...phone, javaScriptEnabled: false })
  const { page: looker } = await someone(phone)
  await page.goto('/sign-in')
  await giveName(page, person)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByLabel('Code, 6 numbers').fill(await codeNow())
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.goto('/care/intake/insurance')
  await page.locator('input[name=planName]').fill('Carried plan')
  await end(person.email)
  await page.getByRole('button', { name: 'Continue' }).click()
  await giveName(page, person)
  await page.getByRole('button', { name: 'Sign in and keep my answers' }).click()
  await expect(page.getByLabel('Code, 6 numbers')).toBeVisible()
  await expect(page.locator('input[type=hidden][name=planName]')).toHaveValue('Carried plan')
  await looksInOrder(looker, page)
  await page.getByLabel('Code, 6 numbers').fill('12')
  await page.getByRole('button', { name: 'Sign in and keep my answers' }).click()
  await expect(page.getByText('The code has 6 numbers').first()).toBeVisible()
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.locator('input[type=hidden][name=planName]')).toHaveValue('Carried plan')
  await giveName(page, person)
  await page.getByRole('button', { name: 'Sign in and keep my answers' }).click()
  await page.getByLabel('Code, 6 numbers').fill(await codeNow())
  await page.getByRole('button', { name: 'Sign in and keep my answers' }).click()
  await expect(page).toHaveURL(/\/care\/intake\/insurance#q-/)
  await expect(page.locator('input[name=planName]')).toHaveValue('Carried plan')
  expect(await storedAnswersOf(person.email)).toHaveProperty('planName', 'Carried plan')
})
