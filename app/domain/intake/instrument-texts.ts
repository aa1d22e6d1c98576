import type { Instrument, InstrumentQuestion } from './instrument'
import { optionsOf, plainLabels } from './options-of'
import type { Page } from './pages'

/** Texts by stable translation key. */
export type Texts = { readonly [key: string]: string }

type Found = readonly [key: string, text: string | undefined]

function ofOptions(question: InstrumentQuestion): Found[] {
  const at = `intake.${question.key}.option`
  if (question.kind === 'yes-no-unsure') return [[`${at}.not_sure`, question.notSureLabel]]
  return optionsOf(question).flatMap(({ value, label, hint }): Found[] => [
    [`${at}.${value}`, label],
    [`${at}.${value}.hint`, hint],
  ])
}

function ofQuestion(question: InstrumentQuestion): Found[] {
  const at = `intake.${question.key}`
  const number = question.kind === 'number' ? question : undefined
  return [
    [`${at}.label`, question.label],
    [`${at}.hint`, question.hint],
    [`${at}.why`, question.why],
    [`${at}.unit`, number?.unit],
    [`${at}.low`, number?.lowLabel],
    [`${at}.high`, number?.highLabel],
    [`${at}.consent`, question.kind === 'consent' ? question.consentText : undefined],
    ...ofOptions(question),
  ]
}

function ofPage(page: Page): Found[] {
  const at = `step.${page.slug}`
  return [
    [`${at}.title`, page.title],
    [`${at}.lead`, page.lead],
    ...(page.instructions ?? []).map((text, index): Found => [`${at}.instruction.${index + 1}`, text]),
  ]
}

/**
 * Every text a person reads in this version, by a key that stays: what a translator gets. "Yes", "No" and "Not sure" of
 * plain questions are said once.
 */
export function instrumentTexts(which: Instrument): Texts {
  const [plain] = which.questions.flatMap((each) => (each.kind === 'yes-no-unsure' ? [each] : []))
  const found: Found[] = [
    ...Object.entries(plain?.plainLabels ?? plainLabels).map(([value, label]): Found => [`answer.${value}`, label]),
    ...which.parts.map((title, index): Found => [`part.${index + 1}.title`, title]),
    ...Object.entries(which.notices).map(([notice, text]): Found => [`notice.${notice}`, text]),
    ...which.pages.flatMap(ofPage),
    ...which.questions.flatMap(ofQuestion),
  ]
  return Object.fromEntries(found.filter((each): each is readonly [string, string] => each[1] !== undefined))
}
