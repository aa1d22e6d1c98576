import { isQuestionKey, kindOf } from '~/domain/intake/instrument'
import type { QuestionKey } from '~/domain/intake/instrument'

/** Name of the field that carries the strength of one marked place. */
export function strengthField(key: QuestionKey, region: string): string {
  return `${key}.${region}`
}

/** Name of the hidden field with the number of change that an answer is based on. */
export function baseField(key: QuestionKey): string {
  return `base.${key}`
}

/** The questions a form shows: an empty field among them is an answer taken back, not one that was never asked. */
export function shownKeys(form: FormData): QuestionKey[] {
  return form.getAll('shown').filter((key): key is QuestionKey => typeof key === 'string' && isQuestionKey(key))
}

/** What a form holds for a question, as the texts that `parseFormAnswer` reads. */
export function textsIn(form: FormData, key: QuestionKey): string[] {
  const texts = form.getAll(key).filter((text) => typeof text === 'string')
  if (kindOf(key) !== 'regions') return texts
  return texts.map((region) => {
    const strength = form.get(strengthField(key, region))
    return typeof strength === 'string' && strength !== '' ? `${region}:${strength}` : region
  })
}

/** The number of change the form knew for an answer; 0 when it knew none. */
export function baseIn(form: FormData, key: QuestionKey): number {
  const base = Number(form.get(baseField(key)) ?? 0)
  return Number.isInteger(base) && base > 0 ? base : 0
}
