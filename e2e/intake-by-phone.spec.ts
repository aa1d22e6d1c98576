import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { answerHere, goOn, questionAt } from './call-answers'
import { expect, isInOrder, openMail, signIn, test } from './portal'

const wide = { viewport: { width: 1440, height: 900 } }
const narrow = { viewport: { width: 820, height: 1180 } }
const password = 'porch lemon kettle'

const someName = () => `Pat ${randomUUID().slice(0, 8)}`
const somePhone = () => `612-555-${String(1000 + Math.floor(Math.random() * 9000))}`

async function saidFirst(page: Page): Promise<void> {
  await page.getByLabel('Name and date of birth said back').check({ force: true })
  await page.getByLabel('Agreed to answer by phone').check({ force: true })
}

async function register(page: Page, wish: { name: string; phone: string; email?: string }): Promise<void> {
  await page.goto('/calls/register')
  await page.getByLabel('Name', { exact: true }).fill(wish.name)
  await page.getByLabel('Born', { exact: true }).fill('1968-07-09')
  await page.getByLabel('Sex at birth').selectOption('female')
  await page.getByLabel('Phone', { exact: true }).fill(wish.phone)
  await page.getByLabel('Lives in').selectOption('MN')
  if (wish.email) {
    await page.getByLabel('E-mail (optional)').fill(wish.email)
    await page.getByLabel(/E-mail said back/).check({ force: true })
  }
  await page.getByLabel('Wants an interpreter?').selectOption('no')
  await saidFirst(page)
  await page.getByRole('button', { name: 'Register and begin the questions' }).click()
}

/** Answers by its letter, once the page says that letters answer. */
async function press(page: Page, letter: 'Y' | 'N' | 'S'): Promise<void> {
  await expect(page.locator('kbd', { hasText: letter })).toBeVisible()
  await page.keyboard.press(letter.toLowerCase())
}

const isAsked = (page: Page) => page.waitForURL(/\/calls\/[0-9a-f-]{36}\/\w+$/)

test('a scheduler registers a caller, asks everything, reads it back and sends it', async ({ someone, watched }) => {
  test.slow()
  watched.expect(/status of 4(00|09)/)
  const { page } = await someone(wide)
  await signIn(page, 'robin')
  await page.getByRole('link', { name: 'Calls' }).click()
  await page.waitForURL('**/calls')
  await expect(page.getByRole('link', { name: /Olga Newcombe/ })).toBeVisible()
  await isInOrder(page)

  await page.goto('/calls/register')
  await page.getByRole('button', { name: 'Register and begin the questions' }).click()
  await expect(page.getByText('Say name and date of birth back first').first()).toBeVisible()
  await isInOrder(page)

  const [name, phone, email] = [someName(), somePhone(), `caller-${randomUUID().slice(0, 8)}@example.org`]
  await register(page, { name, phone, email })
  await isAsked(page)
  const looked = new Set<string>()
  while (!page.url().endsWith('/review')) {
    const key = await answerHere(page)
    if (
      [
        'pregnancy',
        'saddleNumbness',
        'painAreas',
        'painSide',
        'mainArea',
        'painSince',
        'painNow',
        'treatments',
        'selfHarm',
        'consentPrivacy',
      ].includes(key)
    ) {
      looked.add(key)
      await isInOrder(page)
    }
    if (key === 'painAreas') await expect(page.getByText(/You told me: your right/)).toBeVisible()
    await goOn(page)
  }
  expect(looked.size).toBe(10)
  await expect(page.getByText(`given by phone, entered by Robin Standin`).first()).toBeVisible()
  await isInOrder(page)
  await page.getByRole('button', { name: /^Send .*answers$/ }).click()
  await page.waitForURL('**/sent')
  await expect(page.getByRole('heading', { name: 'Book your video visit' })).toBeVisible()
  await expect(page.getByText('They choose the time themselves')).toBeVisible()
  await isInOrder(page)
  const sent = page.url()

  const { page: theirs } = await someone()
  await openMail(theirs, email)
  await theirs.getByRole('link', { name: /\/welcome\// }).click()
  await expect(theirs.getByRole('button', { name: 'Show' })).toBeVisible()
  await theirs.getByLabel('The day you were born').fill('1968-07-10')
  await theirs.getByLabel('Password', { exact: true }).fill(password)
  await theirs.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(theirs.getByText('This birth date is not the one we wrote down.').first()).toBeVisible()
  await isInOrder(theirs)
  await theirs.getByLabel('The day you were born').fill('1968-07-09')
  await theirs.getByLabel('Password', { exact: true }).fill(password)
  await theirs.getByRole('button', { name: 'Save and sign in' }).click()
  await theirs.waitForURL('**/sign-in?confirmed')
  await signIn(theirs, email, password)
  await theirs.goto('/care/next-step')
  await expect(theirs.getByRole('heading', { name: 'Book your video visit' })).toBeVisible()
  await expect(theirs.getByText(/· by phone$/)).toBeVisible()

  await page.goto(sent.replace('/sent', '/goals'))
  await page.waitForURL('**/sent')
})

test('a call is stopped, gone on with after saying who it is, and corrected by the person meanwhile', async ({
  someone,
  watched,
}) => {
  watched.expect(/status of 4(00|09)/)
  const { page } = await someone(narrow)
  await signIn(page, 'robin')
  const [name, phone, email] = [someName(), somePhone(), `caller-${randomUUID().slice(0, 8)}@example.org`]
  await register(page, { name, phone, email })
  await isAsked(page)
  const intake = new URL(page.url()).pathname.split('/')[2] ?? ''
  await page.goto(`/calls/${intake}/fever`)
  await press(page, 'S')
  await expect(page.getByText('Not sure counts.')).toBeVisible()
  await page.getByLabel(/own words, if any/).fill('Felt hot on Friday night')
  await expect(page.getByText(/^Saved /)).toBeVisible()
  await isInOrder(page)
  await page.getByRole('button', { name: /^Stop here, call/ }).click()
  await page.waitForURL('**/calls?stopped=*')
  await expect(page.getByText(`${name}’s answers are saved.`)).toBeVisible()
  await isInOrder(page)

  const { page: theirs } = await someone()
  await openMail(theirs, email)
  await theirs.getByRole('link', { name: /\/welcome\// }).click()
  await expect(theirs.getByRole('button', { name: 'Show' })).toBeVisible()
  await theirs.getByLabel('The day you were born').fill('1968-07-09')
  await theirs.getByLabel('Password', { exact: true }).fill(password)
  await theirs.getByRole('button', { name: 'Save and sign in' }).click()
  await theirs.waitForURL('**/sign-in?confirmed')
  await signIn(theirs, email, password)
  const told = theirs.getByText(/^We wrote down what you told us by phone on .* Please check it\./)
  await theirs.goto('/care/intake')
  await expect(told).toBeVisible()
  await isInOrder(theirs)
  await theirs.getByRole('link', { name: 'See all answers so far' }).click()
  await theirs.waitForURL('**/review')
  await expect(told).toBeVisible()
  await isInOrder(theirs)
  await theirs.goto('/care/intake/safe')
  await expect(theirs.getByText('Felt hot on Friday night')).toBeVisible()

  const { page: tess } = await someone(narrow)
  await signIn(tess, 'tess')
  await tess.goto(`/calls/${intake}/fever`)
  await tess.waitForURL('**/calls/patients/*')
  await saidFirst(tess)
  await isInOrder(tess)
  await tess.getByRole('button', { name: 'Go on with the questions' }).click()
  await isAsked(tess)
  await tess.goto(`/calls/${intake}/fever`)
  await expect(tess.getByRole('radio', { name: 'Not sure' })).toBeChecked()
  await page.goto(`/calls/${intake}/painNewOrWorse`)
  await tess.goto(`/calls/${intake}/painNewOrWorse`)
  await press(page, 'Y')
  await expect(page.getByText(/^Saved /)).toBeVisible()
  await tess.getByRole('radio', { name: 'No', exact: true }).check({ force: true })
  await expect(tess.getByText(/Changed meanwhile/)).toBeVisible()
  await isInOrder(tess)
  await tess.getByRole('radio', { name: 'No', exact: true }).check({ force: true })
  await goOn(tess)
  await page.goto(`/calls/${intake}/painNewOrWorse`)
  await expect(page.getByRole('radio', { name: 'No', exact: true })).toBeChecked()
})

test('an emergency turns the page red, pages a clinician, and is put right only by asking again', async ({
  someone,
}) => {
  const { page } = await someone(narrow)
  await signIn(page, 'robin')
  const name = someName()
  await register(page, { name, phone: somePhone() })
  await isAsked(page)
  const intake = new URL(page.url()).pathname.split('/')[2] ?? ''
  await page.goto(`/calls/${intake}/saddleNumbness`)
  await press(page, 'Y')
  await page.waitForURL('**/emergency')
  await expect(page.getByRole('heading', { name: /Call 911 now\./ })).toBeFocused()
  await expect(page.getByText('back pain and new numbness where I sit')).toBeVisible()
  await isInOrder(page)
  await page.goto(`/calls/${intake}/fever`)
  await page.waitForURL('**/emergency')

  const { page: nora } = await someone(wide)
  await signIn(nora, 'nora')
  await expect(nora.getByText(name).first()).toBeVisible()

  await page.getByRole('link', { name: 'I entered the wrong answer' }).click()
  await expect(page.getByRole('heading', { name: 'Ask once more, word for word' })).toBeFocused()
  await isInOrder(page)
  await page.getByRole('radio', { name: 'No', exact: true }).check({ force: true })
  await page.getByRole('button', { name: 'Save this answer' }).click()
  await page.waitForURL('**?corrected')
  await expect(page.getByText('A clinician still calls you, to be sure.')).toBeVisible()
  await nora.goto('/worklist')
  await expect(nora.getByText(name).first()).toBeVisible()
})

test('nobody is registered twice, and what somebody answers in the portal is not seen but taken over with a yes', async ({
  someone,
  watched,
}) => {
  watched.expect(/status of 4(00|09)/)
  const { page } = await someone(wide)
  await signIn(page, 'robin')
  const [name, phone] = [someName(), somePhone()]
  await register(page, { name, phone })
  await isAsked(page)
  await register(page, { name, phone: somePhone() })
  await expect(page.getByRole('heading', { name: 'Is this the same person?' })).toBeFocused()
  await isInOrder(page)
  await page.getByRole('link', { name: `Yes, go on with ${name}` }).click()
  await page.waitForURL('**/calls/patients/*')

  const adding = page.getByRole('form', { name: 'Add an e-mail' })
  await adding.getByLabel('E-mail', { exact: true }).fill('enid@demo.example')
  await adding.getByRole('button').click()
  await expect(page.getByText(/^Say name, date of birth and e-mail back first/).first()).toBeVisible()
  await isInOrder(page)
  await adding.getByLabel(/said back/).check({ force: true })
  await adding.getByRole('button').click()
  await expect(page.getByText('This e-mail cannot be used here. Ask for another one.').first()).toBeVisible()
  const email = `later-${randomUUID().slice(0, 8)}@example.org`
  await adding.getByLabel('E-mail', { exact: true }).fill(email)
  await adding.getByRole('button').click()
  await expect(page.getByText('The e-mail is added. The invitation is on its way.')).toBeVisible()
  await expect(adding).toHaveCount(0)
  expect(page.url()).not.toContain('example.org')
  await isInOrder(page)
  const { page: theirs } = await someone()
  await openMail(theirs, email)
  await expect(theirs.getByRole('link', { name: /\/welcome\// })).toBeVisible()

  await page.goto('/calls')
  await page.getByLabel('Name', { exact: true }).fill('enid')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: /^Ask the questions with Enid/ }).click()
  expect(page.url()).not.toMatch(/enid/i)
  await saidFirst(page)
  await page.getByLabel('Wants an interpreter?').selectOption('no')
  await page.getByRole('button', { name: 'Begin the questions' }).click()
  await expect(page.getByRole('heading', { name: /has begun the questions in the portal/ })).toBeFocused()
  await isInOrder(page)
  await page.getByRole('button', { name: 'Take over by phone' }).click()
  await expect(page.getByText('Ask first: without a yes').first()).toBeVisible()
})

test('without scripts the questions are asked and kept all the same', async ({ someone }) => {
  const { page } = await someone({ ...wide, javaScriptEnabled: false })
  await signIn(page, 'robin')
  await register(page, { name: someName(), phone: somePhone() })
  await isAsked(page)
  const first = questionAt(page)
  await page.locator(`[name="${first}"]`).last().check({ force: true })
  await goOn(page)
  expect(questionAt(page)).not.toBe(first)
  await page.goBack()
  await page.reload()
  await expect(page.locator(`[name="${first}"]`).last()).toBeChecked()
})
