import { examples } from '~/domain/intake/examples'
import { answerIntake } from './answer-intake'
import { makeAccount, newPatient } from './make-account'
import { expect, isInOrder, test } from './portal'

/** Every page of the questionnaire on a phone, in both themes: nothing for axe to find, nothing that scrolls sideways, and a picture of each to look at. */
for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page of the questions on a phone, ${colorScheme}`, async ({ someone }, info) => {
    test.setTimeout(420_000)
    const { page } = await someone({ viewport: { width: 390, height: 844 }, colorScheme })
    const { page: tool } = await someone()
    await makeAccount(page, tool, newPatient(`Stella Steps ${colorScheme}`))
    const seen: string[] = []
    const picture = async (slug: string) => {
      await isInOrder(page)
      seen.push(slug)
      const path = info.outputPath(`${String(seen.length).padStart(2, '0')}-${slug}.png`)
      await page.screenshot({ path, fullPage: true })
    }
    await answerIntake(page, { answers: examples.rightSided.answers, onStep: picture })
    await page.waitForURL(/\/care\/next-step/)
    await picture('next-step')
    expect(new Set(seen).size).toBe(seen.length)
  })
}
