import type { Page } from '@playwright/test'
import { expect, openMail, signIn } from './portal'

export type NewPatient = { name: string; email: string; password: string }

/** A person nobody else in the demo is. */
export function newPatient(name: string): NewPatient {
  const short = name.toLowerCase().replaceAll(/[^a-z]+/g, '-')
  return { name, email: `${short}-${Date.now()}@example.test`, password: 'lantern porch kettle 42' }
}

/** Makes a patient's account as a person does: form, mail link, sign-in. `tool` reads the demo's mailbox. */
export async function makeAccount(page: Page, tool: Page, { name, email, password }: NewPatient): Promise<void> {
  await page.goto('/register')
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('The day you were born').fill('1972-03-03')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Phone').fill('612-555-0199')
  await page.getByLabel('The state you live in').selectOption('MN')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page
    .getByRole('main')
    .getByRole('button', { name: /account/i })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open the link we sent you')
  await openMail(tool, email)
  await page.goto((await tool.getByRole('link', { name: /verify-email/ }).getAttribute('href')) ?? '')
  await page.getByRole('main').getByRole('button').click()
  await page.waitForURL(/sign-in/)
  await signIn(page, email, password)
}
