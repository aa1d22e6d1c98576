import type { Answers } from './instrument'
import { firstOpenStep, partTitles, stepBySlug, stepsOf } from './steps'
import { visibleQuestions } from './visible-questions'

export type Progress = {
  readonly part: number
  readonly parts: number
  readonly partTitle: string
  /** Pages of this part: "Question 3 of 14". */
  readonly question: number
  readonly questions: number
  readonly words: string
  readonly answered: number
  readonly required: number
  readonly segments: readonly {
    readonly part: number
    readonly title: string
    readonly state: 'done' | 'now' | 'next'
  }[]
}

/** How far a person is: at the page with this slug, or where they would go on. */
export function progressOf(answers: Answers, slug?: string): Progress {
  const steps = stepsOf(answers)
  const here = (slug === undefined ? firstOpenStep(answers) : stepBySlug(answers, slug)) ?? steps.at(-1)
  const part = here?.part ?? 1
  const partTitle = partTitles[part - 1] ?? ''
  const inPart = steps.filter((step) => step.part === part)
  const question = inPart.findIndex((step) => step.slug === here?.slug) + 1
  const required = visibleQuestions(answers).filter((each) => each.required)
  return {
    part,
    parts: partTitles.length,
    partTitle,
    question,
    questions: inPart.length,
    words: `Part ${part} of ${partTitles.length}: ${partTitle} · Question ${question} of ${inPart.length}`,
    answered: required.filter((each) => answers[each.key] !== undefined).length,
    required: required.length,
    segments: partTitles.map((title, index) => ({
      part: index + 1,
      title,
      state: index + 1 < part ? 'done' : index + 1 === part ? 'now' : 'next',
    })),
  }
}
