import { answerWords } from '~/domain/intake/answer-words'
import { type Answers, isQuestionKey } from '~/domain/intake/instrument'
import type { Facts } from './facts'
import { askedIn } from './reason-of'
import { ticked } from './ticked'

const cares = {
  physicalTherapy: 'physical therapy',
  homeExercise: 'home exercise',
  manipulation: 'manual therapy',
  behavioral: 'behavioral therapy',
  painMedicine: 'medicine',
} as const

function dated(answers: Answers, care: keyof typeof cares): string {
  const [from, until] = [answers[`${care}From`], answers[`${care}Until`]]
  if (from === undefined && until === undefined) return ''
  const began = from === undefined ? '' : ` from ${answerWords(`${care}From`, from)}`
  return `${began}${until === undefined ? ' until now' : ` until ${answerWords(`${care}Until`, until)}`}`
}

function careWords(answers: Answers): string {
  const parts = (Object.keys(cares) as (keyof typeof cares)[]).flatMap((care) => {
    const weeks = answers[`${care}Weeks`]
    return weeks === undefined ? [] : [`${cares[care]} ${weeks} weeks${dated(answers, care)}`]
  })
  return parts.length === 0 ? 'No care recorded' : parts.join(', ')
}

function sessionWords({ siInjectionsThisYear, priorSiInjection }: Answers): string {
  return String(siInjectionsThisYear ?? (priorSiInjection === 'no' ? 0 : 'open'))
}

function inWords(facts: Facts, key: string): string {
  const answer = isQuestionKey(key) ? facts.answers[key] : undefined
  return isQuestionKey(key) && answer !== undefined ? answerWords(key, answer, askedIn(facts, key)) : 'open'
}

/**
 * Fills a policy line's words: {key} that answer as it is kept, {words:key} as the person saw it, {count:key} how many are
 * ticked, {care} the weeks of care, {sessions} injections of the year, {exam} the tests given. Open answers say "open".
 */
export function itemEvidence(template: string, facts: Facts, exam = ''): string {
  const { answers } = facts
  return template.replaceAll(/\{(?:(\w+):)?(\w+)\}/g, (_whole, how: string | undefined, name: string) => {
    if (name === 'care') return careWords(answers)
    if (name === 'sessions') return sessionWords(answers)
    if (name === 'exam') return exam
    const answer = (answers as { readonly [key: string]: unknown })[name]
    if (how === 'words') return inWords(facts, name)
    if (how === 'count') return Array.isArray(answer) ? String(ticked(answer)) : 'open'
    return answer === undefined ? 'open' : String(answer)
  })
}
