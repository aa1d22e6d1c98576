import { admitAndTalk } from './clinic-steps'
import { expectMediaArrives, watchMedia } from './media'
import { expect, isInOrder, signIn, test } from './portal'

test('a guest asks, the patient agrees on screen, the provider lets them in, and the link dies with the visit', async ({
  someone,
  watched,
}) => {
  test.setTimeout(180_000)
  const { page: patient } = await someone({ viewport: { width: 390, height: 844 } })
  const { page: provider } = await someone({ viewport: { width: 1440, height: 900 } })
  const { page: guest } = await someone({ viewport: { width: 390, height: 844 } })
  for (const page of [patient, provider, guest]) await watchMedia(page)

  await signIn(patient, 'marla')
  await patient.getByRole('link', { name: /visit/i }).first().click()
  await patient.waitForURL(/\/room$/)
  await signIn(provider, 'nora')
  await admitAndTalk(provider, patient, 'Marla Sampleton')

  await provider.getByRole('button', { name: 'Guest' }).click()
  const dialog = provider.getByRole('dialog')
  await dialog
    .getByLabel(/^Family or friend/)
    .locator('xpath=ancestor::label[1]')
    .click()
  await dialog.getByLabel('Name').fill('Arvid Invented')
  await dialog.getByRole('button', { name: /link/i }).first().click()
  const link = new URL(await dialog.getByLabel('Link for the guest').inputValue())
  await isInOrder(provider)

  await guest.goto(link.pathname)
  await isInOrder(guest)
  await guest.getByRole('button', { name: 'Ask to join' }).click()
  await guest.waitForURL(/\/guest$/)
  await isInOrder(guest)

  const question = patient.getByRole('dialog')
  await expect(question).toContainText('Arvid')
  await isInOrder(patient)
  await question.getByRole('button', { name: /Yes|Let/ }).click()
  await dialog.getByRole('button', { name: 'Let Arvid Invented in' }).click()
  await Promise.all([expectMediaArrives(guest), expectMediaArrives(patient)])
  await isInOrder(guest)

  await provider.keyboard.press('Escape')
  await provider.getByRole('button', { name: 'End visit' }).click()
  await provider.getByRole('dialog').getByRole('button', { name: /^End/ }).click()
  await provider.waitForURL(/\/ended$/)
  await expect(guest.getByText(/visit is over/i).first()).toBeVisible()
  watched.expect(/404 \(Not Found\).*\/guest\//)
  expect((await guest.goto(link.pathname))?.status()).toBe(404)
})
