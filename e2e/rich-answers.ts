import { examples } from '~/domain/intake/examples'
import { questionOf } from '~/domain/intake/instrument'
import type { Answers, AnswerValue, QuestionKey } from '~/domain/intake/instrument'
import { intakeProblems } from '~/domain/intake/intake-problems'
import { optionsOf } from '~/domain/intake/options-of'
import { visibleQuestions } from '~/domain/intake/visible-questions'
import { alarmOf } from '~/domain/urgent/alarm-of'

const asOf = '2026-11-22'

/** Answers that open as many further questions as they can. */
const opening: Answers = {
  bloodThinner: 'yes',
  diabetes: 'yes',
  priorSiInjection: 'yes',
  phqInterest: 'nearly_every_day',
  phqDown: 'nearly_every_day',
  selfHarm: 'not_at_all',
  selfTestsWish: 'now',
}

const opens = (key: QuestionKey, value: AnswerValue, answers: Answers) =>
  visibleQuestions({ ...answers, [key]: value }).length

/** Something true enough to say to a question of any kind: what opens most, and calls nobody. */
function anAnswer(key: QuestionKey, answers: Answers): AnswerValue | undefined {
  const question = questionOf(key)
  switch (question.kind) {
    case 'yes-no-unsure':
    case 'choice': {
      const calm = optionsOf(question)
        .map(({ value }) => value as AnswerValue)
        .filter((value) => !alarmOf(key, value, answers, asOf))
      return calm.toSorted((one, other) => opens(key, other, answers) - opens(key, one, answers))[0]
    }
    case 'multi-choice': {
      const calm = optionsOf(question)
        .map(({ value }) => [value] as unknown as AnswerValue)
        .filter((value) => !alarmOf(key, value, answers, asOf))
      return calm.toSorted((one, other) => opens(key, other, answers) - opens(key, one, answers))[0]
    }
    case 'number':
      return Math.min(question.max, question.min + 3)
    case 'date':
      return '2026-05-04'
    case 'partial-date':
      return '2026-05'
    case 'text':
      return 'Words for this'
    case 'consent':
      return true
    default:
      return undefined
  }
}

/** The fullest walk through the questions that alarms nobody: every page that such answers can open, every field on it. */
export function richAnswers(): Answers {
  let answers: Answers = { ...examples.rightSided.answers, ...opening }
  for (;;) {
    const open = visibleQuestions(answers).find(({ key, kind }) => answers[key] === undefined && kind !== 'files')
    const value = open && anAnswer(open.key, answers)
    if (!open) break
    if (value === undefined) throw new Error(`Nothing to say to ${open.key}`)
    answers = { ...answers, [open.key]: value }
  }
  const problems = intakeProblems(answers, asOf)
  if (problems.length > 0) throw new Error(problems.map(({ key, message }) => `${key}: ${message}`).join(', '))
  return answers
}
