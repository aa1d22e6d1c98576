import type { Answers, Instrument, InstrumentQuestion, QuestionKey } from './instrument'
import { asks, instrument, questionOf } from './instrument'
import type { SectionKey } from './question'
import { stepsOf } from './steps'
import type { Step } from './steps'
import { visibleQuestions } from './visible-questions'

/** One question read aloud, and the page of the portal it stands on. */
export type PhoneQuestion = { readonly question: InstrumentQuestion; readonly step: Step }

/** What needs eyes or a screen: pictures, papers and the finger on the map. None of it is required. */
function needsScreen({ kind, section }: InstrumentQuestion): boolean {
  return kind === 'point' || kind === 'files' || section === 'selftests'
}

/** The questions that apply, one after the other, as they are asked by phone. */
export function phoneQuestions(answers: Answers, which: Instrument = instrument): PhoneQuestion[] {
  return stepsOf(answers, which).flatMap((step) =>
    step.keys
      .map((key) => ({ question: questionOf(key, which), step }))
      .filter(({ question }) => !needsScreen(question)),
  )
}

export function phoneQuestion(answers: Answers, slug: string, which: Instrument = instrument) {
  return phoneQuestions(answers, which).find(({ question }) => question.key === slug)
}

/** The question after this one; undefined: only the review is left. */
export function nextPhoneQuestion(answers: Answers, key: QuestionKey, which: Instrument = instrument) {
  const asked = phoneQuestions(answers, which)
  const here = asked.findIndex(({ question }) => question.key === key)
  return here < 0 ? firstOpenPhoneQuestion(answers, which) : asked[here + 1]
}

export function previousPhoneQuestion(answers: Answers, key: QuestionKey, which: Instrument = instrument) {
  const asked = phoneQuestions(answers, which)
  return asked[asked.findIndex(({ question }) => question.key === key) - 1]
}

/** Where the next call goes on: the first required question without an answer; undefined: only the review is left. */
export function firstOpenPhoneQuestion(answers: Answers, which: Instrument = instrument): PhoneQuestion | undefined {
  return phoneQuestions(answers, which).find(({ question }) => question.required && answers[question.key] === undefined)
}

export type PhoneProgress = {
  /** "Part 1 of 6: Safety · question 9 of 41". */
  readonly words: string
  readonly question: number
  readonly questions: number
  /** Required questions of the whole intake, and how many have an answer. */
  readonly answered: number
  readonly required: number
}

/** How far a call is, at this question or where it would go on. */
export function phoneProgress(answers: Answers, key?: QuestionKey, which: Instrument = instrument): PhoneProgress {
  const asked = phoneQuestions(answers, which)
  const here =
    asked.find(({ question }) => question.key === key) ?? firstOpenPhoneQuestion(answers, which) ?? asked.at(-1)
  const part = here?.step.part ?? 1
  const inPart = asked.filter(({ step }) => step.part === part)
  const question = inPart.findIndex((each) => each.question.key === here?.question.key) + 1
  const required = visibleQuestions(answers, which).filter((each) => each.required)
  const title = which.parts[part - 1] ?? ''
  return {
    words: `Part ${part} of ${which.parts.length}: ${title} · question ${question} of ${inPart.length}`,
    question,
    questions: inPart.length,
    answered: required.filter((each) => answers[each.key] !== undefined).length,
    required: required.length,
  }
}

const wordsOf: Record<SectionKey, QuestionKey | null> = {
  safety: 'safetyWords',
  where: 'painWords',
  pain: 'painWords',
  selftests: null,
  function: 'painWords',
  treatments: 'treatmentWords',
  medical: 'conditionsWords',
  consent: null,
}

/** The free-text question that takes what a person adds in their own words; null where the question is one itself or the part has none. */
export function wordsBeside(question: InstrumentQuestion, which: Instrument = instrument): InstrumentQuestion | null {
  const key = wordsOf[question.section]
  if (question.kind === 'text' || key === null || !asks(which, key)) return null
  return questionOf(key, which)
}

const spoken: Partial<Record<QuestionKey, string>> = {
  painAreas: 'Where does it hurt? Tell me every place, and left or right.',
  rmdq: 'I read out some sentences. Say yes to each one that is true for you today.',
  signedName: 'Please say your full name to sign.',
}

/** The words to read aloud: the person's own, except where they speak of tapping or typing. */
export function readAloud(question: InstrumentQuestion): string {
  if (question.kind === 'consent') return question.consentText
  return spoken[question.key] ?? question.label
}
