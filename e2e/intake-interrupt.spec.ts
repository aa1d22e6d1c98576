import type { Page } from '@playwright/test'
import { begunIntake } from './begun-intake'
import { holdSaves } from './hold-saves'
import { looksInOrder } from './looks-in-order'
import type { NewPatient } from './make-account'
import { expect, isInOrder, signIn, test } from './portal'
import { sessionEnds, storedAnswersOf } from './sessions'

const phone = { viewport: { width: 390, height: 844 } }
type Someone = Parameters<Parameters<typeof test>[2]>[0]['someone']

const newPerson = (name: string, browser: Parameters<typeof begunIntake>[0]) =>
  begunIntake(browser, test.info().project.use.baseURL, name)

async function comeIn(someone: Someone, person: NewPatient, options = {}): Promise<Page> {
  const { page } = await someone({ ...phone, ...options })
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return page
}

const card = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).locator('xpath=ancestor::label[1]')

/** The second question, once the page has moved the focus to it. */
async function askAgain(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'I tapped the wrong answer' }).click()
  await expect(page.getByRole('heading', { name: 'Did you tap the wrong answer?' })).toBeFocused()
}

async function says911(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Call 911 now.' })).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'Call 911 now.' })).toBeVisible()
  await expect(page.locator('a[href="tel:911"]').first()).toBeVisible()
  await expect(page.locator('a[href="tel:988"]').first()).toBeVisible()
}

test('an emergency answer interrupts at once, on every device, until it is put right by a second question', async ({
  someone,
  watched,
  browser,
}) => {
  watched.expect(/status of 400/)
  const name = `Ema Emergency ${Date.now()}`
  const person = await newPerson(name, browser)
  const page = await comeIn(someone, person)
  await page.goto('/care/intake/numbness')
  await card(page, 'saddleNumbness', 'yes').click()
  await page.waitForURL('**/care/intake/emergency')
  await says911(page)
  await expect(page.getByText('Say: “back pain and new numbness where I sit”')).toBeVisible()
  await expect(page.getByText(/We alerted our on-call clinician at \d/)).toBeVisible()
  await isInOrder(page)
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  await page.reload()
  await says911(page)
  const other = await comeIn(someone, person, { viewport: { width: 1280, height: 800 } })
  await other.goto('/care/intake/goals')
  await other.waitForURL('**/care/intake/emergency')
  await says911(other)

  await page.getByRole('link', { name: 'I tapped the wrong answer' }).click()
  const second = page.getByRole('region', { name: 'Did you tap the wrong answer?' })
  await expect(second.getByRole('heading', { name: 'Did you tap the wrong answer?' })).toBeFocused()
  await expect(second.getByText('If your first answer is true, call 911 now.')).toBeVisible()
  await expect(second.getByRole('group', { name: /^Do you have new numbness where you sit or wipe\?/ })).toBeVisible()
  await expect(second.getByRole('radio')).toHaveCount(3)
  await expect(second.getByRole('radio', { checked: true })).toHaveCount(0)
  await says911(page)
  await isInOrder(page)
  await second.getByRole('button', { name: 'Save this answer' }).click()
  await expect(page.getByText('Choose one. “Not sure” is a fine answer.').first()).toBeVisible()
  await isInOrder(page)
  await card(page, 'saddleNumbness', 'yes').click()
  await page.getByRole('button', { name: 'Save this answer' }).click()
  await expect(page.getByText('You gave the same answer again. Please call 911 now.')).toBeVisible()
  await says911(page)

  await askAgain(page)
  await card(page, 'saddleNumbness', 'no').click()
  await page.getByRole('button', { name: 'Save this answer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you. We changed your answer.')
  await expect(page.getByText('A clinician still calls you, to be sure.')).toBeVisible()
  await expect(page.getByText('You can choose a visit after the call.')).toBeVisible()
  await isInOrder(page)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you. We changed your answer.')
  expect(await storedAnswersOf(person.email)).toHaveProperty('saddleNumbness', 'no')
  await page.goto('/care/next-step')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/We call you/)
  await isInOrder(page)
  await page.goto('/care/book')
  await expect(page.locator('button[name="time"]')).toHaveCount(0)
  await page.goto('/care/intake/emergency')
  await page.getByRole('link', { name: 'Go on with my questions' }).click()
  await page.waitForURL(/\/care\/intake\/(?!emergency)/)
  await page.goto('/care/intake/goals')
  await page.locator('[name=goals]').fill('Walk again')
  await expect(page.locator('.saved')).toHaveText(/^Saved/)

  const { page: clinician } = await someone({ viewport: { width: 1440, height: 900 } })
  await signIn(clinician, 'nora')
  await clinician.goto('/worklist')
  await clinician.getByRole('link', { name }).first().click()
  await expect(clinician.getByText('They say a wrong tap, and answered again: “No”')).toBeVisible()
  await expect(clinician.getByText(/^Do you have new numbness where you sit or wipe\? Yes$/)).toBeVisible()
})

test('without scripts it interrupts, keeps the page’s other answers, and is put right', async ({
  someone,
  watched,
  browser,
}) => {
  watched.expect(/status of 40/)
  const person = await newPerson('Nils Noscript', browser)
  const page = await comeIn(someone, person, { javaScriptEnabled: false })
  const { page: looker } = await someone(phone)
  await page.goto('/care/intake/blood-flow')
  await card(page, 'legSwelling', 'no').click()
  await card(page, 'fainted', 'no').click()
  await card(page, 'chestSymptoms', 'yes').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/care\/intake\/emergency$/)
  await says911(page)
  expect(await storedAnswersOf(person.email)).toMatchObject({ legSwelling: 'no', fainted: 'no', chestSymptoms: 'yes' })
  await looksInOrder(looker, page)
  await page.getByRole('button', { name: 'I called 911' }).click()
  await expect(page.getByText('that you called 911')).toBeVisible()
  await page.getByRole('link', { name: 'I tapped the wrong answer' }).click()
  await looksInOrder(looker, page)
  await page.getByRole('button', { name: 'Save this answer' }).click()
  await expect(page.getByText('Choose one. “Not sure” is a fine answer.').first()).toBeVisible()
  await looksInOrder(looker, page)
  await sessionEnds['it is ended from elsewhere'](person.email)
  await card(page, 'chestSymptoms', 'not_sure').click()
  await page.getByRole('button', { name: 'Save this answer' }).click()
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in and keep my answers' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you. We changed your answer.')
  expect(await storedAnswersOf(person.email)).toHaveProperty('chestSymptoms', 'not_sure')
  await looksInOrder(looker, page)
})

test('thoughts of self-harm show 988 at the question, a plan the 988 page, words the same', async ({
  someone,
  browser,
}) => {
  const person = await newPerson('Cris Crisis', browser)
  const page = await comeIn(someone, person)
  await page.goto('/care/intake/mood')
  await expect(page.locator('a[href="tel:988"]').first()).toBeVisible()
  await page.goto('/care/intake/mood-thoughts')
  await expect(page.locator('a[href="tel:988"]').first()).toBeVisible()
  await card(page, 'selfHarm', 'several_days').click()
  const shown = page.getByRole('alert').filter({ hasText: 'Call or text 988' })
  await expect(shown.locator('a[href="tel:988"]')).toBeVisible()
  await isInOrder(page)
  await card(page, 'selfHarmNow', 'plan').click()
  await page.waitForURL('**/care/intake/emergency')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Call or text 988 now.')
  await isInOrder(page)
  await askAgain(page)
  await expect(page.getByText('If your first answer is true, call or text 988 now.')).toBeVisible()
  await card(page, 'selfHarmNow', 'none').click()
  await page.getByRole('button', { name: 'Save this answer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you. We changed your answer.')
  await page.goto('/care/intake/history')
  await page.locator('[name=painWords]').fill('I want to die and I have a plan to kill myself')
  await page.waitForURL('**/care/intake/emergency')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Call or text 988 now.')
})

test('on a slow or broken line the fixed text stands at once, and says what is true', async ({
  someone,
  watched,
  browser,
}) => {
  watched.expect(/ERR_/)
  const person = await newPerson('Sloane Slowline', browser)
  const page = await comeIn(someone, person)
  await page.goto('/care/intake/numbness')
  const release = await holdSaves(page)
  await card(page, 'saddleNumbness', 'yes').click()
  await says911(page)
  await expect(page.getByText('We are telling our on-call clinician now.')).toBeVisible()
  await isInOrder(page)
  release()
  await page.waitForURL('**/care/intake/emergency')
  await askAgain(page)
  await card(page, 'saddleNumbness', 'no').click()
  await page.getByRole('button', { name: 'Save this answer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you. We changed your answer.')

  await page.goto('/care/intake/fever')
  await page.goto('/care/intake/bowel')
  await page.context().setOffline(true)
  await card(page, 'sexualChange', 'no').click()
  await card(page, 'bowelTrouble', 'yes').click()
  await says911(page)
  await expect(page.getByText('You are offline. We do not know about your answer yet: please call.')).toBeVisible()
  await isInOrder(page)
  await page.context().setOffline(false)
  await page.waitForURL('**/care/intake/emergency')
  await says911(page)
  expect(await storedAnswersOf(person.email)).toMatchObject({ bowelTrouble: 'yes', sexualChange: 'no' })
})

test('with the session over the fixed text stands, and signing in there tells the clinic', async ({
  someone,
  watched,
  browser,
}) => {
  watched.expect(/status of 401|ERR_/)
  const person = await newPerson('Olga Over', browser)
  const page = await comeIn(someone, person)
  await page.goto('/care/intake/numbness')
  const release = await holdSaves(page)
  await card(page, 'saddleNumbness', 'yes').click()
  await sessionEnds['it is ended from elsewhere'](person.email)
  release()
  await says911(page)
  await expect(page.getByText('You were signed out. We do not know about your answer yet: please call.')).toBeVisible()
  await isInOrder(page)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/care/intake/emergency')
  await expect(page.getByText(/We alerted our on-call clinician at \d/)).toBeVisible()
})

test('two emergencies at once: the first stands whole, the other folds and opens by keyboard', async ({
  someone,
  browser,
}) => {
  for (const name of ['Una Urgent', 'Ugo Urgent']) {
    const page = await comeIn(someone, await newPerson(name, browser))
    await page.goto('/care/intake/numbness')
    await card(page, 'saddleNumbness', 'yes').click()
    await page.waitForURL('**/care/intake/emergency')
  }
  const { page: nora } = await someone({ viewport: { width: 820, height: 1180 } })
  await signIn(nora, 'nora')
  await nora.goto('/intakes')
  const pages = nora.getByRole('region', { name: 'Emergency pages', exact: true })
  const fold = pages.locator('summary')
  await expect(fold).toContainText(/\d+ more nobody has acknowledged/)
  await expect(pages.getByRole('article')).toHaveCount(1)
  await isInOrder(nora)
  await pages.getByRole('link', { name: 'See what they answered' }).focus()
  await nora.keyboard.press('Tab')
  await expect(fold).toBeFocused()
  await nora.keyboard.press('Enter')
  const more = nora.getByRole('region', { name: 'More emergency pages' })
  await expect(more.getByRole('article').first()).toBeVisible()
  await isInOrder(nora)
  await nora.keyboard.press('Tab')
  await expect(more).toBeFocused()
  await nora.keyboard.press('Tab')
  await expect(more.getByRole('button', { name: 'Acknowledge and call' }).first()).toBeFocused()
  await nora.keyboard.press('Shift+Tab')
  await nora.keyboard.press('Shift+Tab')
  await nora.keyboard.press('Space')
  await expect(pages.getByRole('article')).toHaveCount(1)
})

test('arrow keys that only pass over an emergency answer alarm nobody', async ({ someone, browser }) => {
  const person = await newPerson('Kaya Keyboard', browser)
  const page = await comeIn(someone, person)
  await page.goto('/care/intake/numbness')
  await page.waitForLoadState('networkidle')
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 1000)
  await page.locator('input[name=saddleNumbness][value=no]').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await expect(page.locator('input[name=saddleNumbness][value=yes]')).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await page.clock.resume()
  await page.clock.runFor(5000)
  await expect(page.locator('.saved')).toHaveText(/^Saved/)
  expect(new URL(page.url()).pathname).toBe('/care/intake/numbness')
  expect(await storedAnswersOf(person.email)).toHaveProperty('saddleNumbness', 'no')
  await page.keyboard.press('ArrowUp')
  await page.clock.runFor(5000)
  await page.waitForURL('**/care/intake/emergency')
  await says911(page)
})
