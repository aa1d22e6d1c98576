import type { BrowserContext, Page } from '@playwright/test'
import { begunIntake } from './begun-intake'
import { holdSaves } from './hold-saves'
import type { NewPatient } from './make-account'
import { ownServer } from './own-server'
import type { OwnServer } from './own-server'
import { expect, isInOrder, signIn, test } from './portal'
import { enter, isSaved, randomFrom, randomPage, stands } from './random-page'
import type { Entry } from './random-page'
import { sessionEnds, storedAnswersOf } from './sessions'

/** What browsers say of a line that is down, of a stream that ends, and of a sign-in that is asked for. */
const lineIsDown =
  /ERR_(CONNECTION_REFUSED|INTERNET_DISCONNECTED|CONNECTION_RESET|INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE|FAILED|NETWORK)/
const signedOut = /status of 401/

type Someone = Parameters<Parameters<typeof test>[2]>[0]['someone']

let server: OwnServer
let person: NewPatient
test.beforeAll('a server of its own, and a person with an open draft', async ({ browser }) => {
  server = await ownServer()
  await server.start()
  person = await begunIntake(browser, server.origin, 'Nola Nothinglost')
})
test.afterAll(() => server.kill())

/** The person on a phone of theirs, signed in. */
async function comeIn(someone: Someone): Promise<{ page: Page; context: BrowserContext }> {
  const phone = await someone({ viewport: { width: 390, height: 844 }, baseURL: server.origin })
  await signIn(phone.page, person.email, person.password)
  return phone
}

/** Two pages filled at random; `disaster` strikes between two fields of the second, after as many as the seed says. */
async function planOf(seed: number) {
  const random = randomFrom(seed)
  const answered = await storedAnswersOf(person.email)
  const first = randomPage(random, answered)
  const taken = Object.fromEntries(first.entries.map(({ key, value }) => [key, value]))
  const second = randomPage(random, { ...answered, ...taken })
  const strikesAfter = 1 + Math.floor(random() * (second.entries.length - 1))
  const acknowledgedOnly = random() < 0.5
  return { first, second, strikesAfter, acknowledgedOnly }
}

async function fill(page: Page, slug: string, entries: readonly Entry[]): Promise<void> {
  if (new URL(page.url()).pathname !== `/care/intake/${slug}`) await page.goto(`/care/intake/${slug}`)
  for (const entry of entries) await enter(page, entry)
}

async function allStand(page: Page, slug: string, entries: readonly Entry[]): Promise<void> {
  await page.goto(`/care/intake/${slug}`)
  for (const entry of entries) await stands(page, entry)
}

async function areStored(entries: readonly Entry[]): Promise<void> {
  await expect
    .poll(async () => {
      const stored = await storedAnswersOf(person.email)
      return entries.map(({ key }) => stored[key])
    })
    .toEqual(entries.map(({ value }) => value))
}

async function signInAgain(page: Page, { email, password } = person): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'You were signed out.' })
  await dialog.getByLabel('E-mail').fill(email)
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

for (const seed of [1, 2, 3]) {
  test(`the tab is killed between two fields (${seed})`, async ({ someone, watched }) => {
    watched.expect(lineIsDown)
    const { page, context } = await comeIn(someone)
    const { first, second, strikesAfter } = await planOf(seed)
    await fill(page, first.slug, first.entries)
    await isSaved(page)
    const before = second.entries.slice(0, strikesAfter)
    await fill(page, second.slug, before)
    await isSaved(page)
    await page.close()
    const again = watched.watch(await context.newPage())
    await allStand(again, second.slug, before)
    await fill(again, second.slug, second.entries.slice(strikesAfter))
    await isSaved(again)
    await allStand(again, first.slug, first.entries)
    await allStand(again, second.slug, second.entries)
    await areStored([...first.entries, ...second.entries])
  })
}

for (const [seed, [how, end]] of Object.entries(sessionEnds).entries()) {
  test(`the session is over: ${how}`, async ({ someone, watched }) => {
    watched.expect(lineIsDown)
    watched.expect(signedOut)
    const { page } = await comeIn(someone)
    const { second, strikesAfter } = await planOf(11 + seed)
    const before = second.entries.slice(0, strikesAfter)
    const after = second.entries.slice(strikesAfter)
    await fill(page, second.slug, before)
    await isSaved(page)
    const release = await holdSaves(page)
    await fill(page, second.slug, after)
    await end(person.email)
    release()
    const notice = page.getByRole('alert').filter({ hasText: 'You were signed out.' })
    await expect(notice).toContainText('Your answers are on this page. Sign in to keep them.')
    for (const entry of second.entries) await stands(page, entry)
    await isInOrder(page)
    await notice.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await isInOrder(page)
    await signInAgain(page)
    await isSaved(page)
    await expect(notice).toHaveCount(0)
    const last = after.at(-1)
    if (last) await expect(page.locator(':focus')).toHaveAttribute('name', last.key)
    await areStored(second.entries)
    await allStand(page, second.slug, second.entries)
  })
}

for (const seed of [21, 22]) {
  test(`the server is killed between two fields and started again (${seed})`, async ({ someone, watched }) => {
    watched.expect(lineIsDown)
    const { page } = await comeIn(someone)
    const { first, second, strikesAfter, acknowledgedOnly } = await planOf(seed)
    await fill(page, first.slug, first.entries)
    await isSaved(page)
    const before = second.entries.slice(0, strikesAfter)
    await fill(page, second.slug, before)
    if (acknowledgedOnly) await isSaved(page)
    await server.kill()
    try {
      await fill(page, second.slug, second.entries.slice(strikesAfter))
      await expect(page.getByRole('alert').filter({ hasText: 'We keep trying.' })).toBeVisible()
      for (const entry of second.entries) await stands(page, entry)
      await page.getByRole('button', { name: 'Continue' }).click()
      await expect(page.getByText('You can go on when it is saved.')).toBeVisible()
      for (const entry of second.entries) await stands(page, entry)
    } finally {
      await server.start()
    }
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await isSaved(page)
    await areStored([...first.entries, ...second.entries])
    await allStand(page, second.slug, second.entries)
    await allStand(page, first.slug, first.entries)
  })
}

for (const seed of [31, 32]) {
  test(`the line drops between two fields and comes back (${seed})`, async ({ someone, watched }) => {
    watched.expect(lineIsDown)
    const { page, context } = await comeIn(someone)
    const { second, strikesAfter } = await planOf(seed)
    await fill(page, second.slug, second.entries.slice(0, strikesAfter))
    await isSaved(page)
    await context.setOffline(true)
    const after = second.entries.slice(strikesAfter)
    await fill(page, second.slug, after)
    const notice = page.getByRole('alert').filter({ hasText: 'You are offline. We keep trying.' })
    await expect(notice).toContainText('kept on this page')
    await expect(page.getByText('Kept on this page only')).toBeVisible()
    await isInOrder(page)
    for (const entry of second.entries) await stands(page, entry)
    await page.getByRole('link', { name: 'Back' }).click()
    await expect(page.getByText('You can go on when it is saved.')).toBeVisible()
    for (const entry of second.entries) await stands(page, entry)
    await context.setOffline(false)
    await isSaved(page)
    await areStored(second.entries)
    await allStand(page, second.slug, second.entries)
  })
}

test('text that cannot be read as an answer stays typed from page to page, and says what is wrong', async ({
  someone,
}) => {
  const { page } = await comeIn(someone)
  await page.goto('/care/intake/beginning')
  const year = page.locator('input[name=painSince]').last()
  await year.fill('abcd')
  await expect(page.locator('.saved')).toHaveText('Not saved yet')
  await expect(page.locator('#q-painSince-error')).toBeVisible()
  await page.getByRole('link', { name: 'Back' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/beginning'))
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('How did your pain begin?')
  await page.goBack()
  await expect(year).toHaveValue('abcd')
  await expect(page.locator('#q-painSince-error')).toBeVisible()
  await year.fill('2024')
  await isSaved(page)
})
