import type { Instrument, InstrumentQuestion } from './instrument'
import { instrumentTexts, type Texts } from './instrument-texts'
import { plainLabels } from './options-of'
import type { Page } from './pages'

type Said = (key: string, english: string) => string

const optional = (say: Said, key: string, english: string | undefined) =>
  english === undefined ? undefined : say(key, english)

function ofQuestion(question: InstrumentQuestion, say: Said): InstrumentQuestion {
  const at = `intake.${question.key}`
  const words = {
    label: say(`${at}.label`, question.label),
    hint: optional(say, `${at}.hint`, question.hint),
    why: optional(say, `${at}.why`, question.why),
  }
  switch (question.kind) {
    case 'yes-no-unsure':
      return {
        ...question,
        ...words,
        plainLabels: {
          yes: say('answer.yes', plainLabels.yes),
          no: say('answer.no', plainLabels.no),
          not_sure: say('answer.not_sure', plainLabels.not_sure),
        },
        notSureLabel: optional(say, `${at}.option.not_sure`, question.notSureLabel),
      }
    case 'choice':
    case 'multi-choice':
      return {
        ...question,
        ...words,
        options: question.options.map((option) => ({
          ...option,
          label: say(`${at}.option.${option.value}`, option.label),
          hint: optional(say, `${at}.option.${option.value}.hint`, option.hint),
        })),
      }
    case 'number':
      return {
        ...question,
        ...words,
        unit: optional(say, `${at}.unit`, question.unit),
        lowLabel: optional(say, `${at}.low`, question.lowLabel),
        highLabel: optional(say, `${at}.high`, question.highLabel),
      }
    case 'consent':
      return { ...question, ...words, consentText: say(`${at}.consent`, question.consentText) }
    default:
      return { ...question, ...words }
  }
}

function ofPage(page: Page, say: Said): Page {
  const at = `step.${page.slug}`
  return {
    ...page,
    title: say(`${at}.title`, page.title),
    lead: optional(say, `${at}.lead`, page.lead),
    instructions: page.instructions?.map((text, index) => say(`${at}.instruction.${index + 1}`, text)),
  }
}

export type InLanguage = {
  readonly instrument: Instrument
  /** Keys without a translation: their words stay English. */
  readonly missing: readonly string[]
  /** Keys that this version does not have. */
  readonly unknown: readonly string[]
}

/** The same questionnaire in another language: keys, values, conditions and the versions of consents stay. What is not translated is said in English. */
export function inLanguage(which: Instrument, { language, texts }: { language: string; texts: Texts }): InLanguage {
  const english = instrumentTexts(which)
  const isThere = (key: string) => Object.hasOwn(texts, key) && texts[key]?.trim() !== ''
  const say: Said = (key, text) => (isThere(key) ? (texts[key] ?? text) : text)
  return {
    instrument: {
      ...which,
      language,
      parts: which.parts.map((title, index) => say(`part.${index + 1}.title`, title)),
      notices: {
        'crisis-988': say('notice.crisis-988', which.notices['crisis-988']),
        'blood-thinner': say('notice.blood-thinner', which.notices['blood-thinner']),
      },
      pages: which.pages.map((page) => ofPage(page, say)),
      questions: which.questions.map((question) => ofQuestion(question, say)),
    },
    missing: Object.keys(english).filter((key) => !isThere(key)),
    unknown: Object.keys(texts).filter((key) => !Object.hasOwn(english, key)),
  }
}
