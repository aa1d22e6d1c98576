import type { Locator, Page } from '@playwright/test'
import { questionOf } from '~/domain/intake/instrument'
import type { Answers, BodyPoint, QuestionKey } from '~/domain/intake/instrument'
import { regionOf } from '~/domain/intake/region-of'
import { optionsOf } from '~/domain/intake/options-of'
import { monthName } from '~/domain/time/calendar-names'
import { isStepSlug, stepBySlug } from '~/domain/intake/steps'
import { nearestNamed } from '~/ui/body-map/named-points'
import type { NamedPoint } from '~/ui/body-map/named-points'
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

/** Chooses the card or box that stands for this value and says these words. */
async function choose(group: Locator, value: string, words: string): Promise<void> {
  const control = group.locator(`input[value="${value}"]`)
  await expect(control.locator('xpath=ancestor::label[1]')).toContainText(words)
  await press(control)
}

/** The line of the list of spots that names this place. */
export function placeLabel(named: NamedPoint | undefined): string {
  return named ? `${named.point.view === 'back' ? 'Back' : 'Front'}: ${named.name}` : ''
}

/** Gives one answer on the page that shows its question, whatever its kind. */
export async function answer(page: Page, key: QuestionKey, value: unknown): Promise<void> {
  const question = questionOf(key)
  const named = page.locator(`[name="${key}"]`)
  const group = page.getByRole('group', { name: starting(question.label) }).filter({ has: named })
  const field = page.getByLabel(starting(question.label)).and(named)
  const wordsOf = (one: unknown) => optionsOf(question).find((option) => option.value === one)?.label ?? String(one)
  switch (question.kind) {
    case 'yes-no-unsure':
    case 'choice': {
      if (optionsOf(question).length > mostCards) {
        await field.selectOption(String(value))
      } else await choose(group, String(value), wordsOf(value))
      return
    }
    case 'multi-choice':
      for (const one of value as string[]) await choose(group, one, wordsOf(one))
      return
    case 'number':
      if (question.lowLabel) await press(group.getByLabel(String(value), { exact: true }))
      else await field.fill(String(value))
      return
    case 'partial-date': {
      const [year = '', month = '1'] = String(value).split('-')
      await group.getByLabel('Month').selectOption({ label: monthName(Number(month)) })
      await group.getByLabel('Year').fill(year)
      return
    }
    case 'point': {
      await page
        .locator('select')
        .and(named)
        .selectOption({ label: placeLabel(nearestNamed(value as BodyPoint)) })
      return
    }
    case 'consent':
      await press(page.getByLabel(starting(question.label.split('. ')[0] ?? question.label)).and(named))
      return
    default:
      await field.fill(String(value))
  }
}

type Area = { region: string; strength?: number }

/** Marks places in the list, which is the same as the picture, and says they are right. */
export async function markPlaces(page: Page, areas: readonly Area[]): Promise<void> {
  const list = page.getByRole('button', { name: 'Use a list' })
  const row = page.locator('input[name="painAreas"]').first().locator('xpath=ancestor::label[1]')
  await expect(async () => {
    if (await list.isVisible()) await list.click()
    await expect(row).toBeVisible({ timeout: 1000 })
  }).toPass()
  for (const { region, strength } of areas) {
    await press(page.locator(`input[name="painAreas"][value="${region}"]`))
    if (strength !== undefined) await page.locator(`select[name="painAreas.${region}"]`).selectOption(String(strength))
  }
}

/** Of several places, says which one hurts most. */
export async function sayWorst(page: Page, region: Answers['mainArea']): Promise<void> {
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
        if (answers[key] !== undefined && key !== 'painSide') await answer(page, key, answers[key])
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
