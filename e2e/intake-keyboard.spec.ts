import { isStepSlug, stepBySlug } from '~/domain/intake/steps'
import { nearestNamed } from '~/ui/body-map/named-points'
import { answerByKeyboard, tabTo } from './keyboard'
import { makeAccount, newPatient } from './make-account'
import { expect, isInOrder, test } from './portal'
import { richAnswers } from './rich-answers'
import { storedAnswersOf } from './sessions'

test('the whole questionnaire with the keyboard alone: every page, the map’s list, the spot, the consents, sending', async ({
  someone,
}) => {
  test.setTimeout(600_000)
  const { page } = await someone({ viewport: { width: 390, height: 844 } })
  const { page: tool } = await someone()
  const person = newPatient('Kei Keyboard')
  await makeAccount(page, tool, person)
  const answers = richAnswers()
  await page.goto('/care/intake')
  await tabTo(page, 'button', /Start/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/care/intake/about-you')
  const seen: string[] = []
  for (;;) {
    const slug = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    if (slug === 'review') break
    if (!isStepSlug(slug)) throw new Error(`The questions led to ${slug}`)
    expect(seen).not.toContain(slug)
    seen.push(slug)
    for (const key of stepBySlug(answers, slug)?.keys ?? []) {
      const value = answers[key]
      if (value === undefined || key === 'painSide') continue
      await answerByKeyboard(page, key, value)
    }
    await isInOrder(page)
    await tabTo(page, 'button', /^(Continue|Check my|Yes, )/)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => !url.pathname.endsWith(`/${slug}`))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Look once more')
  await isInOrder(page)
  for (const key of ['consentTelehealth', 'consentPrivacy', 'signedName'] as const)
    await answerByKeyboard(page, key, answers[key] ?? true)
  await tabTo(page, 'button', /^Sign and send/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/care\/(next-step|intake\/emergency)/)
  await isInOrder(page)
  expect(seen.length).toBeGreaterThan(45)
  const { onePoint, ...others } = answers
  expect(await storedAnswersOf(person.email, 'sent')).toEqual({
    ...others,
    onePoint: onePoint && nearestNamed(onePoint)?.point,
  })
})
