import { answerWords } from '~/domain/intake/answer-words'
import { type Answers, type Instrument, instrument, type QuestionKey } from '~/domain/intake/instrument'
import type { SectionKey } from '~/domain/intake/question'
import { sections } from '~/domain/intake/sections'
import { visibleQuestions } from '~/domain/intake/visible-questions'

type SummaryLine = {
  readonly key: QuestionKey
  readonly label: string
  /** In the words the person chose from; null when the question applies and has no answer. */
  readonly answer: string | null
  readonly unsure: boolean
  readonly safety: boolean
}

export type SummarySection = {
  readonly section: SectionKey
  readonly name: string
  readonly lines: readonly SummaryLine[]
}

/**
 * The whole intake for a clinician, section by section in the words of the version that was asked. What applies and was
 * required stands there also without an answer; what could stay open and did is left out.
 */
export function intakeSections(answers: Answers, which: Instrument = instrument): SummarySection[] {
  const lines = visibleQuestions(answers, which).flatMap((question) => {
    const value = answers[question.key]
    const blank = value === undefined || value === ''
    if (blank && !question.required) return []
    return [
      {
        section: question.section,
        key: question.key,
        label: question.label,
        answer: blank ? null : answerWords(question.key, value, which),
        unsure: value === 'not_sure' || (Array.isArray(value) && (value as readonly unknown[]).includes('not_sure')),
        safety: question.emergency === true,
      },
    ]
  })
  return [...Map.groupBy(lines, ({ section }) => section)].map(([section, group]) => ({
    section,
    name: sections[section].name,
    lines: group.map(({ section: _section, ...line }) => line),
  }))
}
