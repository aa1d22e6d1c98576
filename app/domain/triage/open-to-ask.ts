import { type Answers, type InstrumentQuestion, instrumentOf } from '../intake/instrument'
import { visibleQuestions } from '../intake/visible-questions'
import { mayAskLive } from './ask-wish'

/** A question a clinician can read aloud, because nobody knows the answer yet. */
export type OpenToAsk = {
  readonly question: InstrumentQuestion
  readonly why: 'missing' | 'not_sure'
  /** A safety question: these come first. */
  readonly safety: boolean
}

const isUnsure = (answer: unknown) => [answer].flat().includes('not_sure')

/** What applies and is missing though it must be answered, or was answered with "not sure": safety questions first, then in their order. */
export function openToAsk(answers: Answers, version: string): OpenToAsk[] {
  const open = visibleQuestions(answers, instrumentOf(version)).flatMap((question): OpenToAsk[] => {
    if (!mayAskLive(question.kind)) return []
    const answer: unknown = answers[question.key]
    const safety = question.emergency === true
    if (answer === undefined) return question.required ? [{ question, why: 'missing', safety }] : []
    return isUnsure(answer) ? [{ question, why: 'not_sure', safety }] : []
  })
  return [...open.filter((one) => one.safety), ...open.filter((one) => !one.safety)]
}

export type Completeness = {
  readonly answered: number
  readonly missing: number
  readonly notSure: number
  /** Safety questions without a sure answer. */
  readonly safety: number
}

/** How far an intake is answered, counted over the questions that apply. */
export function completenessOf(answers: Answers, version: string): Completeness {
  const applies = visibleQuestions(answers, instrumentOf(version))
  const given = applies.filter(({ key }) => answers[key] !== undefined)
  const missing = applies.filter(({ key, required }) => required && answers[key] === undefined)
  const notSure = given.filter(({ key }) => isUnsure(answers[key]))
  return {
    answered: given.length,
    missing: missing.length,
    notSure: notSure.length,
    safety: [...missing, ...notSure].filter((question) => question.emergency).length,
  }
}
