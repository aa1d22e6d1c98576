import type { Page } from '@playwright/test'
import { instrument, questionOf } from '~/domain/intake/instrument'
import type { Answers, AnswerValue, QuestionKey } from '~/domain/intake/instrument'
import { optionsOf } from '~/domain/intake/options-of'
import { stepsOf } from '~/domain/intake/steps'
import { alarmOf } from '~/domain/urgent/alarm-of'
import { answer } from './answer-intake'
import { expect } from './portal'

export type Entry = { readonly key: QuestionKey; readonly value: string | number }

/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pick = <Item>(random: () => number, items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Nothing to choose from')
  return item
}

/** An answer that calls nobody, on top of the others, to a question with one plain field; null for other kinds. */
function anAnswer(key: QuestionKey, random: () => number, answers: Answers): string | number | null {
  const question = questionOf(key)
  if (question.kind === 'text') return question.autoComplete ? null : `Words number ${Math.floor(random() * 10_000)}`
  if (question.kind === 'number')
    return question.min + Math.floor(random() * (Math.min(question.max, 10) - question.min + 1))
  if (question.kind !== 'yes-no-unsure' && question.kind !== 'choice') return null
  const calm = optionsOf(question).filter(({ value }) => !alarmOf(key, value as AnswerValue, answers, '2026-11-23'))
  return calm.length > 0 && calm.length <= 12 ? pick(random, calm).value : null
}

/** A page with at least two plain fields that nobody has answered yet, and an answer to each of them. */
export function randomPage(random: () => number, answered: Answers): { slug: string; entries: Entry[] } {
  const known = { birthDate: '1972-03-03', sexAtBirth: 'female', stateOfResidence: 'MN' } as const
  const pages = stepsOf(known, instrument).flatMap(({ slug, keys }) => {
    let answers: Answers = answered
    const entries = keys.flatMap((key) => {
      const value = key in known || key in answered ? null : anAnswer(key, random, answers)
      if (value === null) return []
      answers = { ...answers, [key]: value }
      return [{ key, value }]
    })
    return entries.length > 1 && slug !== 'consent' ? [{ slug, entries }] : []
  })
  return pick(random, pages)
}

/** Types or chooses an answer as a person does. */
export async function enter(page: Page, { key, value }: Entry): Promise<void> {
  await answer(page, key, value)
}

/** The answer stands in its field. */
export async function stands(page: Page, { key, value }: Entry): Promise<void> {
  const chosen = page.locator(`input[type=radio][name="${key}"][value="${value}"]`)
  if ((await chosen.count()) > 0) await expect(chosen, `${key} is ${value}`).toBeChecked()
  else
    await expect(page.locator(`[name="${key}"]:not([type=radio])`).last(), `${key} is ${value}`).toHaveValue(
      String(value),
    )
}

/** Waits until the page says that everything on it is saved. */
export async function isSaved(page: Page): Promise<void> {
  await expect(page.locator('.saved')).toHaveText(/^Saved \d/)
}
