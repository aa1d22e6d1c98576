import { answerSchema } from './answer-schema'
import { type Answers, type AnswerValue, asks, type Instrument, instrument, questionOf } from './instrument'
import { contradictions } from './intake-problems'
import { openQuestions } from './visible-questions'

/** What to repair, at a question key and, inside a list, at its place. An empty path means the whole. */
export type IntakeIssue = { readonly path: readonly (string | number)[]; readonly message: string }

function issuesOfAnswer(key: string, value: unknown, which: Instrument): IntakeIssue[] {
  if (!asks(which, key)) return [{ path: [key], message: 'Unknown key' }]
  const issues = answerSchema(key, which).safeParse(value).error?.issues ?? []
  return issues.map(({ path, message }) => ({
    path: [key, ...path.map((part) => (typeof part === 'symbol' ? String(part) : part))],
    message,
  }))
}

/** Everything that keeps an unknown value from being a complete intake, all at once. Empty: it is one. */
export function intakeIssues(input: unknown, which: Instrument = instrument): IntakeIssue[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return [{ path: [], message: 'An intake is one JSON object, keyed by question key' }]
  }
  const given = Object.entries(input).filter(([, value]) => value !== undefined)
  const wrong = given.flatMap(([key, value]) => issuesOfAnswer(key, value, which))
  const atFault = new Set(wrong.map((issue) => issue.path[0]))
  const valid: Answers = Object.fromEntries(given.filter(([key]) => !atFault.has(key)) as [string, AnswerValue][])
  const open = openQuestions(valid, which).filter(({ key }) => !atFault.has(key))
  return [
    ...wrong,
    ...open.map(({ key }) => ({ path: [key], message: `Required: ${questionOf(key, which).label}` })),
    ...contradictions(valid).map(({ key, message }) => ({ path: [key], message })),
  ]
}
