import type { Locator, Page } from '@playwright/test'
import { questionOf } from '~/domain/intake/instrument'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import { regionOf } from '~/domain/intake/region-of'
import { optionsOf } from '~/domain/intake/options-of'
import { monthName } from '~/domain/time/calendar-names'
import { isStepSlug, stepBySlug } from '~/domain/intake/steps'
import { expect, isInOrder } from './portal'

/** More choices than this come as a list. */
const mostCards = 12

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
const starting = (text: string) => new RegExp(`^${escaped(text)}`)

/** Ticks a radio or box as a person does: by its card, which covers it. */
async function press(control: Locator): Promise<void> {
  if (await control.isChecked()) return
  await control.locator('xpath=ancestor::label[1]').click()
  await expect(control).toBeChecked()
}

/** Chooses the card or box whose label begins with these words. */
async function choose(group: Locator, words: string): Promise<void> {
  await press(group.getByLabel(starting(words)).first())
}

async function answer(page: Page, key: QuestionKey, value: unknown): Promise<void> {
  const question = questionOf(key)
  const group = page.getByRole('group', { name: starting(question.label) })
  const wordsOf = (one: unknown) => optionsOf(question).find((option) => option.value === one)?.label ?? String(one)
  switch (question.kind) {
    case 'yes-no-unsure':
    case 'choice': {
      if (optionsOf(question).length > mostCards) {
        await page.getByLabel(starting(question.label)).selectOption(String(value))
      } else await choose(group, wordsOf(value))
      return
    }
    case 'multi-choice':
      for (const one of value as string[]) await choose(group, wordsOf(one))
      return
    case 'number':
      if (question.lowLabel) await press(group.getByLabel(String(value), { exact: true }))
      else await page.getByLabel(starting(question.label)).fill(String(value))
      return
    case 'partial-date': {
      const [year = '', month = '1'] = String(value).split('-')
      await group.getByLabel('Month').selectOption({ label: monthName(Number(month)) })
      await group.getByLabel('Year').fill(year)
      return
    }
    case 'consent':
      await press(page.getByLabel(starting(question.label.split('. ')[0] ?? question.label)))
      return
    default:
      await page.getByLabel(starting(question.label)).fill(String(value))
  }
}

type Area = { region: string; strength?: number }

/** Marks places in the list, which is the same as the picture, and says they are right. */
async function markPlaces(page: Page, areas: readonly Area[]): Promise<void> {
  await page.getByRole('button', { name: /list/i }).first().click()
  for (const area of areas) await press(page.locator(`input[name="painAreas"][value="${area.region}"]`))
}

/** Of several places, says which one hurts most. */
async function sayWorst(page: Page, region: Answers['mainArea']): Promise<void> {
  const group = page.getByRole('group', { name: starting(questionOf('mainArea').label) })
  if (region) await press(group.getByLabel(new RegExp(`^${escaped(regionOf(region).name)}`, 'i')).first())
}

type Walk = { answers: Answers; onStep?: (slug: string) => Promise<void> }

/** Walks the whole questionnaire as a person does: every page it shows, every question on it, then sends it. */
export async function answerIntake(page: Page, { answers, onStep }: Walk): Promise<void> {
  await page.goto('/care/intake')
  await isInOrder(page)
  await page.getByRole('button', { name: /start/i }).click()
  await page.waitForURL(/\/care\/intake\/.+/)
  for (;;) {
    const slug = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    if (slug === 'review') break
    if (!isStepSlug(slug)) throw new Error(`The questions led to ${slug}`)
    const step = stepBySlug(answers, slug)
    if (slug === 'areas') await markPlaces(page, answers.painAreas ?? [])
    else if (slug === 'areas-check') await sayWorst(page, answers.mainArea)
    else {
      for (const key of step?.keys ?? []) {
        if (answers[key] !== undefined && key !== 'painSide' && key !== 'onePoint')
          await answer(page, key, answers[key])
      }
    }
    await onStep?.(slug)
    const before = page.url()
    await page
      .getByRole('button', { name: /^(Continue|Check my|Yes, )/ })
      .last()
      .click()
    await page.waitForURL((url) => url.href.split('#')[0] !== before.split('#')[0])
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Look once more')
  for (const key of ['consentTelehealth', 'consentPrivacy', 'signedName'] as const)
    await answer(page, key, answers[key])
  await isInOrder(page)
  await page.getByRole('button', { name: /Sign and send/ }).click()
}
