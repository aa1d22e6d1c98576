import type { Question } from './question'
import { bodyMapVersion, type RegionId } from './body-map-regions'
import { asWorded } from './earlier-wording'
import { fixedTexts } from './emergency-texts'
import { type Notice, type Page, pages } from './pages'
import type { PaperKind } from './paper-lists'
import { consentQuestions } from './questions-consent'
import { functionQuestions } from './questions-function'
import { medicalQuestions } from './questions-medical'
import { painQuestions } from './questions-pain'
import { safetyQuestions } from './questions-safety'
import { selfTestQuestions } from './questions-selftests'
import { treatmentQuestions } from './questions-treatments'
import { whereQuestions } from './questions-where'
import { partTitles } from './sections'
import { currentVersion, isPartOf, isVersion, type Version, versions } from './versions'

const allQuestions = [
  ...safetyQuestions,
  ...whereQuestions,
  ...painQuestions,
  ...selfTestQuestions,
  ...functionQuestions,
  ...treatmentQuestions,
  ...medicalQuestions,
  ...consentQuestions,
] as const

type YesNoUnsure = 'yes' | 'no' | 'not_sure'
export type PainArea = { region: RegionId; strength?: number }
export type BodyPoint = { view: 'back' | 'front'; x: number; y: number }
/** A paper handed over: its id in the record, and what it is. */
export type Paper = { id: string; kind: PaperKind }

type AnyQuestion = (typeof allQuestions)[number]
export type QuestionKey = AnyQuestion['key']

type OptionValue<Q> = Q extends { options: readonly { value: infer Value }[] } ? Value : never
type AnswerTo<Q> = Q extends { kind: 'yes-no-unsure' }
  ? YesNoUnsure
  : Q extends { kind: 'choice' }
    ? OptionValue<Q>
    : Q extends { kind: 'multi-choice' }
      ? OptionValue<Q>[]
      : Q extends { kind: 'number' }
        ? number
        : Q extends { kind: 'date' | 'partial-date' | 'text' }
          ? string
          : Q extends { kind: 'regions' }
            ? PainArea[]
            : Q extends { kind: 'region' }
              ? RegionId
              : Q extends { kind: 'point' }
                ? BodyPoint
                : Q extends { kind: 'files' }
                  ? Paper[]
                  : true

/** Answers so far, by question key. An absent key is an open question, never a "no". */
export type Answers = { [Q in AnyQuestion as Q['key']]?: AnswerTo<Q> }
export type AnswerValue = NonNullable<Answers[QuestionKey]>

export type InstrumentQuestion = Question & { readonly key: QuestionKey }

export type Instrument = {
  readonly version: Version
  /** Drawing of the body map that places and points refer to. */
  readonly bodyMapVersion: number
  /** Language of its words, as in BCP 47. */
  readonly language: string
  /** Titles of the six parts. */
  readonly parts: readonly string[]
  /** Fixed texts that stand above questions. */
  readonly notices: { readonly [notice in Notice]: string }
  readonly pages: readonly Page[]
  readonly questions: readonly InstrumentQuestion[]
}

function questionsOf(version: Version): InstrumentQuestion[] {
  const list: readonly InstrumentQuestion[] = allQuestions
  return list
    .filter((question) => isPartOf(question, version))
    .map((question) => {
      if (question.kind !== 'choice' && question.kind !== 'multi-choice') return question
      return { ...question, options: question.options.filter((option) => isPartOf(option, version)) }
    })
    .map((question) => asWorded(question, version))
}

function pagesOf(version: Version, asked: ReadonlySet<string>): Page[] {
  return pages
    .filter((page) => isPartOf(page, version))
    .map((page) => ({ ...page, keys: page.keys.filter((key) => asked.has(key)) }))
}

function build(version: Version): Instrument {
  const questions = questionsOf(version)
  const asked = new Set<string>(questions.map(({ key }) => key))
  return {
    version,
    bodyMapVersion,
    language: 'en-US',
    parts: partTitles,
    notices: { 'crisis-988': fixedTexts.crisis, 'blood-thinner': fixedTexts.bloodThinner },
    pages: pagesOf(version, asked),
    questions,
  }
}

const built = new Map<string, Instrument>(versions.map((version) => [version, build(version)]))

/** The questionnaire as it was released under this version: an intake keeps the one it began with. Throws on a version that never was. */
export function instrumentOf(version: string): Instrument {
  const found = isVersion(version) ? built.get(version) : undefined
  if (!found) throw new Error('No such version of the questionnaire')
  return found
}

/** The whole questionnaire as data, as new intakes begin with it. A changed meaning is a new key; any change is a new version. */
export const instrument: Instrument = instrumentOf(currentVersion)

const kinds = new Map<string, Question['kind']>(allQuestions.map(({ key, kind }) => [key, kind]))

/** Whether any version asks this. */
export function isQuestionKey(text: string): text is QuestionKey {
  return kinds.has(text)
}

/** The kind of a question; it is the same in every version. */
export function kindOf(key: QuestionKey): Question['kind'] {
  const kind = kinds.get(key)
  if (!kind) throw new Error('No such question in any version')
  return kind
}

const indexes = new WeakMap<Instrument, ReadonlyMap<string, InstrumentQuestion>>()

function indexOf(which: Instrument): ReadonlyMap<string, InstrumentQuestion> {
  const found = indexes.get(which) ?? new Map(which.questions.map((question) => [question.key, question]))
  indexes.set(which, found)
  return found
}

/** Whether this version asks it. */
export function asks(which: Instrument, key: string): key is QuestionKey {
  return indexOf(which).has(key)
}

/** Throws when this version does not ask it: keys are checked where answers come in. */
export function questionOf(key: QuestionKey, which: Instrument = instrument): InstrumentQuestion {
  const question = indexOf(which).get(key)
  if (!question) throw new Error('No such question in the instrument')
  return question
}
