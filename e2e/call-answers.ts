import type { Page } from '@playwright/test'
import { examples } from '~/domain/intake/examples'
import { formTexts } from '~/domain/intake/form-texts'
import { isQuestionKey, questionOf } from '~/domain/intake/instrument'
import type { AnswerValue, QuestionKey } from '~/domain/intake/instrument'
import { optionsOf } from '~/domain/intake/options-of'
import { expect } from './portal'

const told: Partial<Record<QuestionKey, AnswerValue>> = examples.rightSided.answers
const letters: Record<string, string> = { yes: 'y', no: 'n', not_sure: 's' }

/** The question that is open, by its place in the address. */
export function questionAt(page: Page): QuestionKey {
  const key = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  if (!isQuestionKey(key)) throw new Error(`No question is open at ${page.url()}`)
  return key
}

/** What the invented caller says: as told in the example, else what is nothing special. */
function saidTo(key: QuestionKey): AnswerValue | undefined {
  const question = questionOf(key)
  if (told[key] !== undefined || !question.required) return told[key]
  const values = optionsOf(question).map(({ value }) => value)
  const calm = values.find((value) => ['no', 'none', 'not_at_all'].includes(value)) ?? values.at(-1)
  return (question.kind === 'multi-choice' ? [calm] : calm) as AnswerValue | undefined
}

async function pick(page: Page, key: QuestionKey, value: string): Promise<void> {
  const control = page.locator(`[name="${key}"][value="${value}"]`)
  if (letters[value] && (await control.getAttribute('data-letter'))) await page.keyboard.press(letters[value])
  else await control.check({ force: true })
  await expect(control).toBeChecked()
}

async function enter(page: Page, key: QuestionKey, value: AnswerValue): Promise<void> {
  const question = questionOf(key)
  const texts = formTexts(key, value)
  const [first = ''] = texts
  switch (question.kind) {
    case 'regions':
      for (const text of texts) {
        const [region = '', strength] = text.split(':')
        await page.locator(`[name="${key}"][value="${region}"]`).check({ force: true })
        if (strength) await page.locator(`[name="${key}.${region}"]`).selectOption(strength)
      }
      return
    case 'multi-choice':
      for (const text of texts) await pick(page, key, text)
      return
    case 'consent':
      await page.locator(`[name="${key}"]`).check({ force: true })
      return
    case 'partial-date': {
      const [year = '', month] = String(value).split('-')
      const fields = page.locator(`[name="${key}"]`)
      if (month) await page.locator(`select[name="${key}"]`).selectOption(month)
      await fields.last().fill(year)
      return
    }
    case 'text':
    case 'date':
      await page.locator(`[name="${key}"]`).fill(first)
      return
    default: {
      const select = page.locator(`select[name="${key}"]`)
      if ((await select.count()) > 0) await select.selectOption(first)
      else if ((await page.locator(`input[name="${key}"][type=radio]`).count()) > 0) await pick(page, key, first)
      else await page.locator(`[name="${key}"]`).fill(first)
    }
  }
}

/** Reads the open question and answers it; returns which one it was. */
export async function answerHere(page: Page): Promise<QuestionKey> {
  const key = questionAt(page)
  const value = saidTo(key)
  const known = await page.locator(`[name="${key}"]`).first().inputValue()
  if (value !== undefined && !(key === 'birthDate' && known)) await enter(page, key, value)
  return key
}

/** Goes on to the next question, or to the review after the last one: with Enter where a choice has the focus. */
export async function goOn(page: Page): Promise<void> {
  const from = page.url()
  if ((await page.locator('input[type=radio]:focus').count()) > 0) await page.keyboard.press('Enter')
  else await page.getByRole('button', { name: 'Next question' }).click()
  await page.waitForURL((url) => url.href !== from)
}
