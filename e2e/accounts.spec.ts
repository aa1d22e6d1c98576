import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { expect, isInOrder, openMail, signIn, test } from './portal'

const password = 'porch lemon kettle'
const newAddress = () => `person-${randomUUID().slice(0, 8)}@example.org`

async function register(page: Page, email: string): Promise<void> {
  await page.goto('/register')
  await page.getByLabel('Your name').fill('Petra Newcomer')
  await page.getByLabel('The day you were born').fill('1970-01-02')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Phone').fill('612-555-0199')
  await page.getByLabel('The state you live in').selectOption('MN')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await page.waitForURL('**/check-mail')
}

async function confirm(page: Page, email: string): Promise<void> {
  await openMail(page, email)
  await page.getByRole('link', { name: /verify-email/ }).click()
  await page.getByRole('button', { name: 'Confirm my e-mail' }).click()
  await page.waitForURL('**/sign-in?confirmed')
}

for (const javaScriptEnabled of [true, false]) {
  test(`an account from first to last, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    someone,
    watched,
  }) => {
    watched.expect(/status of 4(00|10)/)
    const { page } = await someone({ javaScriptEnabled })
    const look = () => (javaScriptEnabled ? isInOrder(page) : Promise.resolve())
    const email = newAddress()

    await page.goto('/register')
    await page.getByLabel('Your name').fill('Kept Name')
    await page.getByRole('button', { name: 'Make my account' }).click()
    await expect(page.getByText('Add the day you were born').first()).toBeVisible()
    await expect(page.getByLabel('Your name')).toHaveValue('Kept Name')
    await look()

    await register(page, email)
    await look()
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/check-mail')
    await page.getByRole('button', { name: 'Send a new link' }).click()
    await expect(page.getByText('We sent a new link.')).toBeVisible()

    await confirm(page, email)
    await expect(page.getByText('Your e-mail is confirmed.')).toBeVisible()
    await look()
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('not the right words')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByText('This e-mail and password do not go together.')).toBeVisible()
    await expect(page.getByLabel('E-mail')).toHaveValue(email)
    await look()
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/account/second-factor')
    await page.getByRole('link', { name: 'Skip for now' }).click()
    await page.waitForURL('**/care')

    await page.goto('/account')
    await look()
    await page.getByRole('link', { name: 'Add the second lock' }).click()
    await page.getByRole('button', { name: 'Show me the square code' }).click()
    await look()
    const key = (await page.locator('.key').textContent()) ?? ''
    const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) })
    await page.getByLabel('Type the 6 numbers').fill(totp.generate())
    await page.getByRole('button', { name: 'Add the second lock' }).click()
    await page.waitForURL('**/account')
    await expect(page.getByText('Second lock On')).toBeVisible()

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/signed-out')
    await look()
    await page.goto('/account')
    await page.waitForURL('**/sign-in?return=%2Faccount')

    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/sign-in/code?**')
    await look()
    await page.getByLabel('Code, 6 numbers').fill(totp.generate({ timestamp: Date.now() + 30_000 }))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/account')
  })
}

test('a forgotten password is replaced by mail', async ({ someone }) => {
  const { page } = await someone()
  const email = newAddress()
  await register(page, email)
  await confirm(page, email)
  await page.goto('/forgot-password')
  await isInOrder(page)
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Look in your e-mail' })).toBeVisible()
  await openMail(page, email)
  await page.getByRole('link', { name: /reset-password/ }).click()
  await isInOrder(page)
  await page.getByLabel('New password').fill('window river pencil')
  await page.getByRole('button', { name: 'Save my new password' }).click()
  await page.waitForURL('**/sign-in?changed')
  await signIn(page, email, 'window river pencil')
})

test('a disabled person loses every open page at once, and comes back when enabled', async ({ someone, watched }) => {
  watched.expect(/status of 40[01]/)
  const { page: admin } = await someone()
  const { page: tess } = await someone()
  await signIn(admin, 'alex')
  await isInOrder(admin)
  const listening = tess.waitForResponse((response) => new URL(response.url()).pathname === '/live')
  await signIn(tess, 'tess')
  await tess.waitForURL('**/board')
  await listening
  await admin.getByRole('link', { name: 'Disable Tess Decoy' }).click()
  await isInOrder(admin)
  await admin.getByRole('button', { name: 'Disable the account' }).click()
  await tess.waitForURL('**/sign-in?return=%2Fboard**')
  await expect(tess.getByRole('heading', { name: 'You were away, so we locked the page' })).toBeVisible()
  await tess.getByLabel('E-mail').fill('tess@demo.example')
  await tess.getByLabel('Password', { exact: true }).fill('ilium demo 2026')
  await tess.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(tess.getByText('This e-mail and password do not go together.')).toBeVisible()
  await admin.getByRole('button', { name: 'Enable Tess Decoy' }).click()
  await expect(admin.getByRole('link', { name: 'Disable Tess Decoy' })).toBeVisible()
  await signIn(tess, 'tess')
  await tess.waitForURL('**/board')
})

test('signing out in one tab closes the other; loading again by itself never counts as doing something', async ({
  someone,
  watched,
}) => {
  watched.expect(/status of 401/)
  const { context, page } = await someone()
  const listening = page.waitForResponse((response) => new URL(response.url()).pathname === '/live')
  await signIn(page, 'alex')
  await listening
  const reload = page.waitForRequest((request) => new URL(request.url()).pathname === '/admin.data')
  const other = watched.watch(await context.newPage())
  await other.goto('/account')
  await other.getByRole('button', { name: 'Sign out on this device' }).click()
  await other.waitForURL('**/signed-out')
  expect((await reload).headers()['x-ilium-background']).toBe('1')
  await page.waitForURL('**/sign-in?**')
})

test('the audit log shows who did what, and its chain holds', async ({ someone }) => {
  const { page } = await someone()
  await signIn(page, 'alex')
  await page.getByRole('link', { name: 'Audit log' }).click()
  await expect(page.getByRole('heading', { name: /^Unbroken: / })).toBeVisible()
  await isInOrder(page)
  await page.getByRole('button', { name: 'Check every row now' }).click()
  await expect(page.getByRole('heading', { name: /^Unbroken: / })).toBeVisible()
  await page.getByRole('link', { name: 'Alex Placeholm' }).first().click()
  await expect(page.getByRole('link', { name: /Alex Placeholm.*Show everyone/ })).toBeVisible()
})
