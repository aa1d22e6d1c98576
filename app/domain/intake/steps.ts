import { type Answers, type Instrument, instrument, type QuestionKey } from './instrument'
import { type Page, pages } from './pages'
import { type Part, sections } from './sections'
import { openQuestions, visibleQuestions } from './visible-questions'

export type Step = Page & { readonly part: Part; readonly partTitle: string }

/** Pages that have at least one question for these answers, each with only the questions that apply. */
export function stepsOf(answers: Answers, which: Instrument = instrument): Step[] {
  const visible = new Set(visibleQuestions(answers, which).map((question) => question.key))
  return which.pages.flatMap((page) => {
    const keys = page.keys.filter((key) => visible.has(key))
    const { part } = sections[page.section]
    return keys.length === 0 ? [] : [{ ...page, keys, part, partTitle: which.parts[part - 1] ?? '' }]
  })
}

/** Whether any version has a page with this address. */
export function isStepSlug(slug: string): boolean {
  return pages.some((page) => page.slug === slug)
}

/** The page with this address; undefined when it is unknown or nothing on it applies. */
export function stepBySlug(answers: Answers, slug: string, which: Instrument = instrument): Step | undefined {
  return stepsOf(answers, which).find((step) => step.slug === slug)
}

export function slugOfQuestion(key: QuestionKey, which: Instrument = instrument): string {
  const page = which.pages.find((each) => each.keys.includes(key))
  if (!page) throw new Error('A question without a page')
  return page.slug
}

function placeOf(slug: string): number {
  return pages.findIndex((page) => page.slug === slug)
}

/** The page after this one, also when this one no longer applies. Undefined: only the review is left. */
export function nextStep(answers: Answers, slug: string, which: Instrument = instrument): Step | undefined {
  return stepsOf(answers, which).find((step) => placeOf(step.slug) > placeOf(slug))
}

export function previousStep(answers: Answers, slug: string, which: Instrument = instrument): Step | undefined {
  return stepsOf(answers, which).findLast((step) => placeOf(step.slug) < placeOf(slug))
}

function hasOpenQuestion(answers: Answers, step: Step, which: Instrument) {
  return openQuestions(answers, which).some((question) => step.keys.includes(question.key))
}

/** Where to go after a page was saved: the same page while an answer on it opened a required question, else the next. */
export function stepAfterSaving(answers: Answers, slug: string, which: Instrument = instrument): Step | undefined {
  const same = stepBySlug(answers, slug, which)
  return same && hasOpenQuestion(answers, same, which) ? same : nextStep(answers, slug, which)
}

/** Where a person goes on. Undefined: everything required is answered. */
export function firstOpenStep(answers: Answers, which: Instrument = instrument): Step | undefined {
  return stepsOf(answers, which).find((step) => hasOpenQuestion(answers, step, which))
}
