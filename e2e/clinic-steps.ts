import type { Page } from '@playwright/test'
import { expectMediaArrives } from './media'
import { expect, isInOrder } from './portal'
import { tick } from './patient-steps'

/** Moves the clinic's clock forward to a moment, in the demo's own page. */
export async function moveClockTo(page: Page, moment: Date): Promise<void> {
  await page.goto('/demo/clock')
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: 'America/Chicago',
      dateStyle: 'short',
      timeStyle: 'short',
      hour12: false,
    })
      .formatToParts(moment)
      .map((part) => [part.type, part.value]),
  )
  await page
    .getByLabel('Move to')
    .fill(`${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`)
  await page.getByRole('button', { name: 'Move the clock' }).click()
  await expect(page.getByLabel('Move to')).toBeVisible()
}

/** What the clinic's clock shows. */
export async function clinicNow(page: Page): Promise<Date> {
  await page.goto('/demo/clock')
  return new Date((await page.getByRole('main').locator('time').getAttribute('datetime')) ?? '')
}

/** Admits whoever waits from the worklist and talks: decoded pictures and sound on both sides. */
export async function admitAndTalk(provider: Page, patient: Page, name: string): Promise<void> {
  const row = provider.getByRole('main').locator('.arr', { hasText: name })
  await expect(row).toBeVisible()
  await isInOrder(provider)
  await row.getByRole('button', { name: 'Admit' }).click()
  await provider.waitForURL(/\/visits\/[0-9a-f-]{36}$/)
  await expect(patient.getByRole('navigation', { name: 'Call controls' })).toBeVisible()
  await Promise.all([expectMediaArrives(provider), expectMediaArrives(patient)])
  await isInOrder(patient)
  await isInOrder(provider)
}

/** Writes what a signature needs into the note of the open visit. */
export async function writeNote(page: Page): Promise<void> {
  await page.getByLabel('Assessment').fill('Pain pattern that fits the right SI joint.')
  await page.getByLabel('Plan', { exact: true }).fill('Diagnostic injection, diary, follow-up after two weeks.')
  await page
    .getByLabel('Words for the patient')
    .fill('We plan an injection near your dimple. Call us if anything new worries you.')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
}

/** Orders an injection of this side from the visit's dialog. */
export async function orderInjection(page: Page, side: 'LEFT' | 'RIGHT' | 'BOTH'): Promise<void> {
  await page.getByRole('link', { name: /Order/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await tick(page, 'Side', side)
  await tick(page, 'Kind', /^Diagnostic/)
  await dialog.getByLabel('Reason, in your words').fill('Find out whether the joint is the source.')
  await isInOrder(page)
  await dialog.getByRole('button', { name: /^Order/ }).click()
  await expect(dialog).toHaveCount(0)
}

/** Ends the visit after the question whether to. */
export async function endVisit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'End visit' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^End/ }).click()
  await page.waitForURL(/\/ended$/)
  await isInOrder(page)
}

/** Ends the visit and signs its note afterwards. */
export async function endAndSign(page: Page): Promise<void> {
  await endVisit(page)
  await page.getByRole('main').getByRole('button', { name: /^Sign/ }).first().click()
  await expect(page.getByText(/Signed and locked|signed and locked|Note signed/).first()).toBeVisible()
}

/** Asks the numbers again on the same scale and decides the next step of a follow-up. */
export async function decideNextStep(page: Page): Promise<void> {
  await page.getByLabel(/^What number best describes your pain on average/).selectOption('2')
  await page.getByLabel(/enjoyment of life/).selectOption('2')
  await page.getByLabel(/general activity/).selectOption('2')
  const write = page.getByRole('button', { name: /^Write the (new )?numbers$/ })
  const answered = page.waitForResponse(
    (response) => response.url().includes('/outcome') && response.request().method() === 'POST',
  )
  await write.click()
  expect((await answered).ok()).toBe(true)
  await expect(page.getByText(/^asked \d/)).toBeVisible()
  await isInOrder(page)
  await page
    .getByLabel(/^Active rehab/)
    .first()
    .locator('xpath=ancestor::label[1]')
    .click()
  await page.getByLabel('Why, in your words').fill('Strong relief on the same scale; rehab, then week 12.')
  await page.getByRole('button', { name: 'Record the next step' }).click()
  await expect(page.getByRole('button', { name: 'Record the next step' })).toHaveCount(0)
}
