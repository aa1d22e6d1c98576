import { answerWords } from '~/domain/intake/answer-words'
import { givenAnswers } from '~/domain/intake/given-answers'
import { asks, instrument } from '~/domain/intake/instrument'
import type { Answers, BodyPoint, Instrument, PainArea, QuestionKey } from '~/domain/intake/instrument'
import { regionWords } from '~/domain/intake/region-words'
import { alarmOf } from '~/domain/urgent/alarm-of'
import { cautionsOf } from './cautions'
import type { Caution } from './cautions'
import { pegOf } from './peg'
import { scoresOf } from './scores'
import type { Scores } from './scores'
import { sinceWords } from './since-words'
import { triedWords } from './tried-words'

export type IntakeSummary = {
  /** The patient's own sentences, as typed. */
  words: string[]
  places: string | null
  areas: PainArea[]
  point: BodyPoint | null
  painNow: number | null
  painAverage: number | null
  painWorst: number | null
  /** "Mar 2026, 8 months" */
  since: string | null
  began: string | null
  /** Mean of the three PEG items, 0 to 10; null when one is missing: half a questionnaire has no score. */
  peg: number | null
  /** PEG, RMDQ, PHQ-2 and PHQ-9 as published. */
  scores: Scores
  worse: string | null
  better: string | null
  tried: string | null
  medicines: string | null
  cautions: Caution[]
  /** Emergency questions that were answered: whose answer asks for a call by itself, who is not sure, and what was denied. */
  safety: {
    asked: number
    raised: { label: string; answer: string }[]
    unsure: string[]
    denied: string[]
  }
}

/**
 * The answers in the words and numbers a clinician reads first, in the wording that was asked; those of questions that no
 * longer apply are left out. `asOf` is the day they were sent, `YYYY-MM-DD`.
 */
export function intakeSummary(all: Answers, asOf: string, which: Instrument = instrument): IntakeSummary {
  const answers = givenAnswers(all, which)
  const say = (key: QuestionKey) => {
    const value = asks(which, key) ? answers[key] : undefined
    return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
      ? null
      : answerWords(key, value, which)
  }
  const list = (key: QuestionKey) => asList(say(key))
  return {
    words: [answers.painWords, answers.goals].filter((text): text is string => Boolean(text?.trim())),
    places: answers.painAreas ? regionWords(answers.painAreas.map((area) => area.region)) : null,
    areas: answers.painAreas ?? [],
    point: answers.onePoint ?? null,
    painNow: answers.painNow ?? null,
    painAverage: answers.painAverage ?? null,
    painWorst: answers.painWorst ?? null,
    since: answers.painSince ? sinceWords(answers.painSince, asOf) : null,
    began: say('onset'),
    peg: pegOf(answers),
    scores: scoresOf(answers),
    worse: list('aggravators'),
    better: list('relievers'),
    tried: triedWords(answers, which),
    medicines: say('medicines'),
    cautions: cautionsOf(answers, which),
    safety: safetyOf(answers, asOf, which),
  }
}

/** "Rising from a chair; Climbing stairs" as one list: "Rising from a chair, climbing stairs". */
function asList(words: string | null): string | null {
  if (!words) return null
  const [first = '', ...rest] = words.split('; ')
  return [first, ...rest.map((part) => (/^I\b/.test(part) ? part : part.charAt(0).toLowerCase() + part.slice(1)))].join(
    ', ',
  )
}

const isUnsure = (value: unknown) => [value].flat().includes('not_sure')
const isDenied = (value: unknown) => [value].flat().every((one) => one === 'no' || one === 'none')

function safetyOf(answers: Answers, asOf: string, which: Instrument): IntakeSummary['safety'] {
  const asked = which.questions.filter((question) => question.emergency && answers[question.key] !== undefined)
  return {
    asked: asked.length,
    raised: asked.flatMap(({ key, label }) => {
      const value = answers[key]
      return value === undefined || !alarmOf(key, value, answers, asOf)
        ? []
        : [{ label, answer: answerWords(key, value, which) }]
    }),
    unsure: asked.filter(({ key }) => isUnsure(answers[key])).map(({ label }) => label),
    denied: asked.filter(({ key }) => isDenied(answers[key])).map(({ label }) => label),
  }
}
