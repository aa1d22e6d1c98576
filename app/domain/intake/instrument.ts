import type { Question } from './question'
import { bodyMapVersion, type RegionId } from './body-map-regions'
import { consentQuestions } from './questions-consent'
import { functionQuestions } from './questions-function'
import { medicalQuestions } from './questions-medical'
import { painQuestions } from './questions-pain'
import { safetyQuestions } from './questions-safety'
import { treatmentQuestions } from './questions-treatments'
import { whereQuestions } from './questions-where'

const allQuestions = [
  ...safetyQuestions,
  ...whereQuestions,
  ...painQuestions,
  ...functionQuestions,
  ...treatmentQuestions,
  ...medicalQuestions,
  ...consentQuestions,
] as const

type YesNoUnsure = 'yes' | 'no' | 'not_sure'
export type PainArea = { region: RegionId; strength?: number }
export type BodyPoint = { view: 'back' | 'front'; x: number; y: number }

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
                : true

/** Answers so far, by question key. An absent key is an open question, never a "no". */
export type Answers = { [Q in AnyQuestion as Q['key']]?: AnswerTo<Q> }
export type AnswerValue = NonNullable<Answers[QuestionKey]>

export type InstrumentQuestion = Question & { readonly key: QuestionKey }

type Instrument = {
  readonly version: '1.0.0'
  /** Drawing of the body map that places and points refer to. */
  readonly bodyMapVersion: number
  readonly questions: readonly InstrumentQuestion[]
}

/** The whole questionnaire as data. A changed meaning is a new key; any change is a new version. */
export const instrument: Instrument = { version: '1.0.0', bodyMapVersion, questions: allQuestions }

const byKey = new Map<string, InstrumentQuestion>(instrument.questions.map((question) => [question.key, question]))

export function isQuestionKey(text: string): text is QuestionKey {
  return byKey.has(text)
}

export function questionOf(key: QuestionKey): InstrumentQuestion {
  const question = byKey.get(key)
  if (!question) throw new Error('No such question in the instrument')
  return question
}
