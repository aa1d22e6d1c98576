import type { Page } from '@playwright/test'
import { isStepSlug, stepBySlug } from '~/domain/intake/steps'
import { nearestNamed } from '~/ui/body-map/named-points'
import { answer, markPlaces, sayWorst } from './answer-intake'
import { looksInOrder } from './looks-in-order'
import { makeAccount, newPatient } from './make-account'
import { expect, test } from './portal'
import { richAnswers } from './rich-answers'
import { storedAnswersOf } from './sessions'

const slugOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

/** Presses a button that sends the page's form, and waits for the page that answers. */
async function send(page: Page, name: RegExp): Promise<void> {
  const answered = page.waitForEvent('load')
  await page.getByRole('button', { name }).last().click()
  await answered
}

test('the whole questionnaire without scripts: every page, what is missing on it, the map’s list, the spot, sending', async ({
  someone,
  watched,
}) => {
  test.setTimeout(600_000)
  watched.expect(/status of 400/)
  const size = { viewport: { width: 390, height: 844 } }
  const { page: maker } = await someone()
  const { page: tool } = await someone()
  const { page: looker } = await someone(size)
  const person = newPatient('Nora Noscript')
  await makeAccount(maker, tool, person)
  const { page } = await someone({ ...size, javaScriptEnabled: false })
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await send(page, /^Sign in$/)
  const answers = richAnswers()
  await page.goto('/care/intake')
  await looksInOrder(looker, page)
  await send(page, /Start/)

  const given = new Set<string>()
  const goOn = /^(Continue|Check my|Yes, )/
  for (let last = ''; slugOf(page) !== 'review';) {
    const slug = slugOf(page)
    if (!isStepSlug(slug)) throw new Error(`The questions led to ${slug}`)
    if (slug !== last) {
      await send(page, goOn)
      if (slugOf(page) !== slug) await page.goto(`/care/intake/${slug}`)
      await looksInOrder(looker, page)
    }
    last = slug
    for (const key of stepBySlug(answers, slug)?.keys ?? []) {
      const value = answers[key]
      if (value === undefined || key === 'painSide' || given.has(key)) continue
      if ((await page.locator(`[name="${key}"]:not([type=hidden])`).count()) === 0) continue
      if (key === 'painAreas') await markPlaces(page, answers.painAreas ?? [])
      else if (key === 'mainArea') await sayWorst(page, answers.mainArea)
      else await answer(page, key, value)
      given.add(key)
    }
    const before = given.size
    await send(page, goOn)
    if (slugOf(page) === slug && given.size === before) await looksInOrder(looker, page)
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Look once more')
  await looksInOrder(looker, page)
  await send(page, /^Sign and send/)
  await expect(page.getByText('Tick the box if you agree').first()).toBeVisible()
  await looksInOrder(looker, page)
  for (const key of ['consentTelehealth', 'consentPrivacy', 'signedName'] as const)
    await answer(page, key, answers[key])
  await send(page, /^Sign and send/)
  await expect(page).toHaveURL(/\/care\/(next-step|intake\/emergency)/)
  await looksInOrder(looker, page)
  const { onePoint, ...others } = answers
  expect(await storedAnswersOf(person.email, 'sent')).toEqual({
    ...others,
    onePoint: onePoint && nearestNamed(onePoint)?.point,
  })
})
