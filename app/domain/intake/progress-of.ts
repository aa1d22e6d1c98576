import { estimatedMinutes } from './estimated-minutes'
import { type Answers, type Instrument, instrument } from './instrument'
import { firstOpenStep, stepBySlug, stepsOf } from './steps'
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
  /** Whole minutes from this page to the end, at least one. */
  readonly minutesLeft: number
  /** "about 6 min left" */
  readonly left: string
  readonly segments: readonly {
    readonly part: number
    readonly title: string
    readonly state: 'done' | 'now' | 'next'
  }[]
}

/** How far a person is: at the page with this slug, or where they would go on. */
export function progressOf(answers: Answers, slug?: string, which: Instrument = instrument): Progress {
  const steps = stepsOf(answers, which)
  const here = (slug === undefined ? firstOpenStep(answers, which) : stepBySlug(answers, slug, which)) ?? steps.at(-1)
  const part = here?.part ?? 1
  const { parts } = which
  const partTitle = parts[part - 1] ?? ''
  const inPart = steps.filter((step) => step.part === part)
  const question = inPart.findIndex((step) => step.slug === here?.slug) + 1
  const required = visibleQuestions(answers, which).filter((each) => each.required)
  const ahead = steps.slice(steps.findIndex((step) => step.slug === here?.slug))
  const minutesLeft = Math.max(1, Math.round(estimatedMinutes(answers, { which, steps: ahead, known: answers })))
  return {
    part,
    parts: parts.length,
    partTitle,
    question,
    questions: inPart.length,
    words: `Part ${part} of ${parts.length}: ${partTitle} · Question ${question} of ${inPart.length}`,
    answered: required.filter((each) => answers[each.key] !== undefined).length,
    required: required.length,
    minutesLeft,
    left: `about ${minutesLeft} min left`,
    segments: parts.map((title, index) => ({
      part: index + 1,
      title,
      state: index + 1 < part ? 'done' : index + 1 === part ? 'now' : 'next',
    })),
  }
}
