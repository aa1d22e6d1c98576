import type { Browser } from '@playwright/test'
import { makeAccount, newPatient } from './make-account'
import type { NewPatient } from './make-account'

/** A new person with questions just begun. */
export async function begunIntake(browser: Browser, baseURL: string | undefined, name: string): Promise<NewPatient> {
  const context = await browser.newContext({ baseURL })
  const person = newPatient(name)
  const page = await context.newPage()
  await makeAccount(page, await context.newPage(), person)
  await page.goto('/care/intake')
  await page.getByRole('button', { name: /start/i }).click()
  await page.waitForURL('**/care/intake/about-you')
  await context.close()
  return person
}
