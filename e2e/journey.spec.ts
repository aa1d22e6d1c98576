import { examples } from '~/domain/intake/examples'
import { answerIntake } from './answer-intake'
import { expect, isInOrder, openMail, signIn, test } from './portal'

const email = `iris-${Date.now()}@example.test`
const password = 'lantern porch kettle 42'

test('from the first question to the outcome', async ({ someone }) => {
  test.setTimeout(600_000)
  const patient = await someone({ viewport: { width: 390, height: 844 } })
  const mailbox = await someone()

  await test.step('she makes an account and confirms her address', async () => {
    const { page } = patient
    await page.goto('/')
    await isInOrder(page)
    await page
      .getByRole('link', { name: /Start your questions/ })
      .first()
      .click()
    await page.getByLabel('Your name').fill('Iris Journeywoman')
    await page.getByLabel('The day you were born').fill('1972-03-03')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Phone').fill('612-555-0199')
    await page.getByLabel('The state you live in').selectOption('MN')
    await page.getByLabel('Password', { exact: true }).fill(password)
    await isInOrder(page)
    await page.getByRole('button', { name: /Make my account|Make account|Create/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open the link we sent you')
    await openMail(mailbox.page, email)
    const link = mailbox.page.getByRole('link', { name: /verify-email/ })
    await page.goto((await link.getAttribute('href')) ?? '')
    await isInOrder(page)
    await page.getByRole('main').getByRole('button').click()
    await page.waitForURL(/sign-in/)
    await signIn(page, email, password)
    await page.goto('/care')
    await isInOrder(page)
  })

  await test.step('she answers every question and sends them', async () => {
    const { page } = patient
    await answerIntake(page, {
      answers: { ...examples.rightSided.answers, signedName: 'Iris Journeywoman' },
      onStep: () => isInOrder(page),
    })
    await page.waitForURL('**/care/next-step')
    await isInOrder(page)
  })
})
