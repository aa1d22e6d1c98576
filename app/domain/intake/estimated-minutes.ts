import { type Answers, type Instrument, type InstrumentQuestion, instrument, questionOf } from './instrument'
import { optionsOf } from './options-of'
import type { Page } from './pages'
import type { Question } from './question'
import { type Step, stepsOf } from './steps'

/** Sentences are read; a list of choices is looked over for what fits. */
const wordsAMinute = { read: 200, lookedOver: 450 }

/** Seconds to give an answer once the question is read; a text and a list of places take longer the more is said. */
const secondsToAnswer: Record<Question['kind'], number> = {
  'yes-no-unsure': 1,
  choice: 1,
  'multi-choice': 1,
  number: 2,
  date: 5,
  'partial-date': 5,
  text: 2,
  regions: 5,
  region: 2,
  point: 3,
  files: 30,
  consent: 2,
}

const secondsEach = { word: 1.5, tick: 0.5, place: 4, page: 0.5 }

/** What is assumed of an answer that is still to come. */
const usually = { words: 4, ticks: 1, places: 3 }

/** A list longer than this is searched for a word one knows, not looked over. */
const longList = 30
const secondsToSearch = 4

const words = (text: string | undefined) => text?.split(/\s+/).filter(Boolean).length ?? 0
const secondsToRead = (count: number) => (count / wordsAMinute.read) * 60

/** Of a single choice nobody reads on below the answer that fits; while it is to come, that is halfway. */
function wordsLookedOver(question: Question, answer: unknown): number {
  if (question.kind === 'yes-no-unsure') return 0
  const options = optionsOf(question)
  const each = options.map(({ label, hint }) => words(label) + words(hint))
  const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0)
  if (question.kind === 'multi-choice') return sum(each)
  const chosen = options.findIndex(({ value }) => value === answer)
  return chosen < 0 ? sum(each) / 2 : sum(each.slice(0, chosen + 1))
}

function secondsToGive({ kind }: Question, answer: unknown): number {
  const given = secondsToAnswer[kind]
  if (kind === 'text') return given + secondsEach.word * (typeof answer === 'string' ? words(answer) : usually.words)
  const count = Array.isArray(answer) ? answer.length : undefined
  if (kind === 'multi-choice') return given + secondsEach.tick * (count ?? usually.ticks)
  if (kind === 'regions') return given + secondsEach.place * (count ?? usually.places)
  return given
}

/** Seconds for one question. Of one that may stay open, and does, only the label is read. */
function secondsOf(question: InstrumentQuestion, answers: Answers): number {
  const answer = answers[question.key]
  if (!question.required && answer === undefined) return secondsToRead(words(question.label))
  const read = secondsToRead(words(question.label) + words(question.hint))
  if (optionsOf(question).length > longList) return read + secondsToSearch
  const looked = (wordsLookedOver(question, answer) / wordsAMinute.lookedOver) * 60
  return read + looked + secondsToGive(question, answer)
}

function secondsAbove({ lead, instructions = [], notice }: Page, which: Instrument): number {
  const texts = [lead, ...instructions, notice === 'crisis-988' ? which.notices[notice] : undefined]
  return secondsEach.page + secondsToRead(texts.reduce((sum, text) => sum + words(text), 0))
}

type Walk = {
  readonly which?: Instrument
  /** The pages that are walked; all that apply when left out. */
  readonly steps?: readonly Step[]
  /** Answers that are there before: their questions are passed by at a glance. */
  readonly known?: Answers
}

/**
 * Minutes for a person who gives these answers: the words of every page at 200 a minute, choices looked over, and a few
 * seconds for each answer. A fixed text that stands on several pages is read once. A proposal, to be held against the times that are measured.
 */
export function estimatedMinutes(answers: Answers, { which = instrument, steps, known = {} }: Walk = {}): number {
  const walked = steps ?? stepsOf(answers, which)
  const notices = new Set<string>()
  let seconds = 0
  for (const step of walked) {
    const again = step.notice !== undefined && notices.has(step.notice)
    seconds += secondsAbove(again ? { ...step, notice: undefined } : step, which)
    if (step.notice) notices.add(step.notice)
    for (const key of step.keys) if (known[key] === undefined) seconds += secondsOf(questionOf(key, which), answers)
  }
  return seconds / 60
}
