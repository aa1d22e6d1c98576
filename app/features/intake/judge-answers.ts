import { questionOf } from '~/domain/intake/instrument'
import type { AnswerValue, Answers, QuestionKey } from '~/domain/intake/instrument'
import { sameAnswer } from '~/domain/intake/same-answer'
import { alarmOf, compareNeed } from '~/domain/urgent/alarm-of'

/**
 * An answer as a page gives it; `base` is the number of change the page knew, 0 when it knew none. `over` is what the
 * same page sent just before and has not heard of yet: where that stands now, nobody else has changed it.
 */
export type GivenAnswer = {
  readonly key: QuestionKey
  readonly value: AnswerValue | undefined
  readonly base: number
  readonly over?: AnswerValue
}

/** Two devices disagree. Of safety answers the one that needs us sooner is kept, and said; null asks the person. */
export type Conflict = {
  readonly key: QuestionKey
  readonly mine: AnswerValue | undefined
  readonly theirs: { readonly value: AnswerValue | undefined; readonly version: number; readonly at: Date | null }
  readonly kept: 'mine' | 'theirs' | null
}

type Known = { readonly value: AnswerValue; readonly version: number; readonly answeredAt: Date }

type Case = {
  given: readonly GivenAnswer[]
  stored: ReadonlyMap<QuestionKey, Known>
  asOf: string
  /** Keys whose emergency a clinician has not closed yet: their answer stays as it is. */
  held: ReadonlySet<string | null>
}

type Judged = {
  changes: { key: QuestionKey; value: AnswerValue | undefined }[]
  unchanged: QuestionKey[]
  conflicts: Conflict[]
}

/** Sorts given answers into changes to write, answers that already stand so, and conflicts with another device; a safety answer that wins is both. */
export function judgeAnswers({ given, stored, asOf, held }: Case): Judged {
  const judged: Judged = { changes: [], unchanged: [], conflicts: [] }
  const answers = Object.fromEntries([...stored].map(([key, known]) => [key, known.value])) as Answers
  for (const { key, value, base, over } of given) {
    const known = stored.get(key)
    if (sameAnswer(known?.value, value)) {
      judged.unchanged.push(key)
      continue
    }
    const theirs = { value: known?.value, version: known?.version ?? 0, at: known?.answeredAt ?? null }
    if (held.has(key)) {
      judged.conflicts.push({ key, mine: value, theirs, kept: 'theirs' })
    } else if (theirs.version === base || (over !== undefined && sameAnswer(known?.value, over))) {
      judged.changes.push({ key, value })
    } else {
      const alarm = (one: AnswerValue | undefined) => (one === undefined ? null : alarmOf(key, one, answers, asOf))
      const need = questionOf(key).emergency ? compareNeed(alarm(value), alarm(theirs.value)) : 0
      if (need > 0) judged.changes.push({ key, value })
      judged.conflicts.push({ key, mine: value, theirs, kept: need > 0 ? 'mine' : need < 0 ? 'theirs' : null })
    }
  }
  return judged
}
