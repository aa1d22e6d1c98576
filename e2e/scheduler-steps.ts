import type { Page } from '@playwright/test'
import { expect, isInOrder } from './portal'

/** Follows the act of a patient's card on the board: the case, its booking or its record. */
export async function openCase(page: Page, name: string): Promise<void> {
  await page.goto('/board')
  await isInOrder(page)
  await page.getByRole('article').filter({ hasText: name }).getByRole('link').click()
  await page.waitForURL(/\/(cases|procedures)\//)
  await isInOrder(page)
}

/** Records the request to the plan and its yes, with a year to go. */
export async function authorise(page: Page, until: Date): Promise<void> {
  const day = (date: Date) => date.toISOString().slice(0, 10)
  await page.getByText('Record the request').click()
  await page.getByRole('button', { name: 'Record that it was sent' }).click()
  await page.getByText('Record the answer').click()
  const yes = page.getByRole('form', { name: 'The plan says yes' })
  await yes.getByLabel('Plan’s reference').fill('PDH-1')
  await yes.getByLabel('Valid from').fill(day(new Date(until.getTime() - 364 * 86_400_000)))
  await yes.getByLabel('Last day').fill(day(until))
  await isInOrder(page)
  await yes.getByRole('button', { name: 'Record yes' }).click()
  await expect(page.getByText(/Approved, PDH-1/).first()).toBeVisible()
}

/** Settles every line that this person may settle, each with its proof. */
export async function settleLines(page: Page): Promise<void> {
  const open = page.getByText('Settle', { exact: true })
  await expect(open.first()).toBeVisible()
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().click()
    await page.getByLabel('What proves it').first().fill('Asked by phone, all in order')
    await page.getByRole('button', { name: 'Mark as settled' }).first().click()
    await expect(open).toHaveCount(left - 1)
  }
}

/** Books the first time at which provider, room and C-arm are free. */
export async function bookProcedure(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Find a time')
  await page
    .getByRole('button', { name: /^Book:/ })
    .first()
    .click()
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/)
  await expect(page.getByText('Not confirmed by the patient yet')).toBeVisible()
  await isInOrder(page)
}

/** Records the procedure as done, on the side that was ordered. */
export async function recordProcedure(
  page: Page,
  wish: { side: string; needleIn: string; needleOut: string },
): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Record')
  const press = async (group: RegExp | string, label: string) =>
    page
      .getByRole('group', { name: group })
      .getByLabel(label, { exact: true })
      .locator('xpath=ancestor::label[1]')
      .click()
  await press('Side injected', wish.side)
  await page.getByLabel('Needle in').fill(wish.needleIn)
  await page.getByLabel('Needle out').fill(wish.needleOut)
  await press(/^Pain just before/, '7')
  await press(/^Average pain/, '6')
  await press(/^Pain just after/, '1')
  await page
    .getByLabel(/Consent for this procedure/)
    .locator('xpath=ancestor::label[1]')
    .click()
  await isInOrder(page)
  await page.getByRole('button', { name: /^Record .* as done$/ }).click()
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/)
}
