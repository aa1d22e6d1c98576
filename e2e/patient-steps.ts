import type { Page } from '@playwright/test'
import { expect, isInOrder } from './portal'

const byLabel = (page: Page, group: string | RegExp, label: string | RegExp) =>
  page.getByRole('group', { name: group }).getByLabel(label, { exact: true })

/** Ticks a radio or box by the card that covers it. */
export async function tick(page: Page, group: string | RegExp, label: string | RegExp): Promise<void> {
  const control = byLabel(page, group, label).first()
  await control.locator('xpath=ancestor::label[1]').click()
  await expect(control).toBeChecked()
}

export type Booked = { visitId: string; provider: string; startsAt: Date }

/** Takes the first free time of the first day, keeps it, and says which visit it became. */
export async function bookFirstTime(page: Page): Promise<Booked> {
  await page.goto('/care/book')
  await isInOrder(page)
  const group = page
    .getByRole('main')
    .getByRole('group')
    .filter({ has: page.locator('button[name="time"]') })
    .first()
  const provider = (await group.getAttribute('aria-label')) ?? ''
  await group.getByRole('button').first().click()
  const keep = page.getByRole('region', { name: 'Your hold' }).getByRole('button')
  await expect(keep).toBeVisible()
  await isInOrder(page)
  await keep.click()
  await page.waitForURL(/\/care\/visits\/[0-9a-f-]{36}\/booked/)
  await isInOrder(page)
  const visitId = /visits\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  const startsAt = new Date((await page.locator('time').first().getAttribute('datetime')) ?? '')
  return { visitId, provider, startsAt }
}

/** Checks camera and microphone, says where she is, and goes into the waiting room. */
export async function arrive(page: Page, visitId: string): Promise<void> {
  await page.goto(`/care/visits/${visitId}`)
  await page.waitForURL(/\/check$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your camera and sound')
  await isInOrder(page)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(/\/arrive$/)
  await page.getByLabel('Street address').fill('77 Journey Lane')
  await page.getByLabel('City').fill('St. Paul')
  await page.getByLabel('State').selectOption('MN')
  await page.getByLabel('Phone if the video stops').fill('612-555-0199')
  await page.getByLabel('Someone we can call for you').fill('Pat Invented, 612-555-0198')
  await tick(page, 'Who is in the room with you?', 'No one')
  const consent = page.getByLabel('I understand and agree to a video visit')
  if (!(await consent.isChecked())) await consent.locator('xpath=ancestor::label[1]').click()
  await isInOrder(page)
  await page.getByRole('button', { name: 'Go to the waiting room' }).click()
  await page.waitForURL(/\/room$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('you are here')
  await isInOrder(page)
}

/** Writes the diary entry that is due. */
export async function writeDiary(page: Page, pain: number, average?: number): Promise<void> {
  await page.goto('/care/diary')
  await isInOrder(page)
  const now = page.locator('fieldset', { has: page.getByRole('heading', { level: 1 }) })
  await now.getByLabel(String(pain), { exact: true }).locator('xpath=ancestor::label[1]').click()
  await tick(page, /And when you did what usually hurts/, String(Math.min(10, pain + 1)))
  await tick(page, 'Is a leg numb or weak now?', /^No/)
  await tick(page, 'Do you have a fever or chills now?', /^No/)
  if (average !== undefined) await tick(page, /average in the past 7 days/, String(average))
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0)
  await isInOrder(page)
}
