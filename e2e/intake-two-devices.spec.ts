import type { Page } from '@playwright/test'
import { begunIntake } from './begun-intake'
import type { NewPatient } from './make-account'
import { expect, isInOrder, signIn, test } from './portal'
import { holdSaves } from './hold-saves'
import { sendElsewhere, storedAnswersOf } from './sessions'

let person: NewPatient
test.beforeAll('a person with an open draft', async ({ browser }) => {
  person = await begunIntake(browser, test.info().project.use.baseURL, 'Dua Devices')
})

type Someone = Parameters<Parameters<typeof test>[2]>[0]['someone']
async function devices(someone: Someone, path: string): Promise<[Page, Page]> {
  const both: Page[] = []
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]) {
    const { page } = await someone({ viewport })
    await signIn(page, person.email, person.password)
    await page.goto(path)
    both.push(page)
  }
  const [phone, computer] = both
  if (!phone || !computer) throw new Error('Two devices are needed')
  return [phone, computer]
}

const goals = (page: Page) => page.locator('[name=goals]')
const saved = (page: Page) => expect(page.locator('.saved')).toHaveText(/^Saved/)
const pick = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).locator('xpath=ancestor::label[1]').click()

test('the person chooses between two answers, each with its device and its time', async ({ someone }) => {
  const [phone, computer] = await devices(someone, '/care/intake/goals')
  await goals(computer).fill('Walk the dog')
  await saved(computer)
  await goals(phone).fill('Sleep through the night')
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Which answer should we keep?')
  const cards = phone.locator('label.choice')
  await expect(cards.filter({ hasText: 'Sleep through the night' })).toContainText(/This device · \d/)
  await expect(cards.filter({ hasText: 'Walk the dog' })).toContainText(/Other device · \d/)
  await expect(phone.getByText('both answers stay in your record')).toBeVisible()
  await isInOrder(phone)
  expect(await storedAnswersOf(person.email)).toHaveProperty('goals', 'Walk the dog')
  await pick(phone, 'keep.goals', 'mine')
  await phone.getByRole('button', { name: 'Keep this answer' }).click()
  await expect(goals(phone)).toHaveValue('Sleep through the night')
  expect(await storedAnswersOf(person.email)).toHaveProperty('goals', 'Sleep through the night')
})

test('an answer given offline is offered with the time it was given', async ({ someone, watched }) => {
  watched.expect(/ERR_/)
  const [phone, computer] = await devices(someone, '/care/intake/goals')
  await phone.context().setOffline(true)
  await goals(phone).fill('Given without a line')
  await expect(phone.getByRole('alert').filter({ hasText: 'You are offline.' })).toBeVisible()
  await goals(computer).fill('Given at the desk')
  await saved(computer)
  await phone.context().setOffline(false)
  await expect(phone.locator('label.choice').filter({ hasText: 'Given without a line' })).toContainText(
    'This device, offline · ',
  )
  await isInOrder(phone)
  await pick(phone, 'keep.goals', 'theirs')
  await phone.getByRole('button', { name: 'Keep this answer' }).click()
  await expect(goals(phone)).toHaveValue('Given at the desk')
})

test('of two answers to a safety question the one that needs us sooner is kept, and both are shown', async ({
  someone,
}) => {
  const [phone, computer] = await devices(someone, '/care/intake/fever')
  await pick(computer, 'fever', 'not_sure')
  await saved(computer)
  await pick(phone, 'fever', 'no')
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('We kept the answer that needs us sooner')
  await expect(phone.getByRole('listitem').filter({ hasText: 'Not sure' })).toContainText('We keep this one')
  await expect(phone.getByRole('listitem').filter({ hasText: 'This device' })).toContainText('No')
  await isInOrder(phone)
  await phone.getByRole('button', { name: 'Go on' }).click()
  await expect(phone.locator('input[name=fever][value=not_sure]')).toBeChecked()
  expect(await storedAnswersOf(person.email)).toHaveProperty('fever', 'not_sure')

  const [again, desk] = await devices(someone, '/care/intake/blood-flow')
  await pick(desk, 'legSwelling', 'no')
  await saved(desk)
  await pick(again, 'legSwelling', 'not_sure')
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('We kept the answer that needs us sooner')
  await expect(again.getByRole('listitem').filter({ hasText: 'Not sure' })).toContainText('This device')
  await again.getByRole('button', { name: 'Go on' }).click()
  await expect(again.locator('input[name=legSwelling][value=not_sure]')).toBeChecked()
  expect(await storedAnswersOf(person.email)).toHaveProperty('legSwelling', 'not_sure')
})

test('what comes after the answers were sent elsewhere is shown, not dropped', async ({ someone, watched }) => {
  watched.expect(/status of 409/)
  const { page } = await someone({ viewport: { width: 390, height: 844 } })
  const plain = await someone({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  await signIn(page, person.email, person.password)
  await plain.page.goto('/sign-in')
  await plain.page.getByLabel('E-mail').fill(person.email)
  await plain.page.getByLabel('Password', { exact: true }).fill(person.password)
  await plain.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  for (const one of [page, plain.page]) await one.goto('/care/intake/goals')
  const release = await holdSaves(page)
  for (const one of [page, plain.page]) await goals(one).fill('And dance at the wedding')
  const reloads = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/care/intake/goals.data')
  await sendElsewhere(person.email)
  await reloads
  release()
  for (const one of [page, plain.page]) {
    if (one === plain.page) await one.getByRole('button', { name: 'Continue' }).click()
    await expect(one.getByRole('heading', { level: 1 })).toHaveText('You have sent your answers already')
    await expect(one.getByText('And dance at the wedding')).toBeVisible()
  }
  await isInOrder(page)
})
