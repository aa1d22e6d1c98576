import { answerWords } from '~/domain/intake/answer-words'
import { formTexts } from '~/domain/intake/form-texts'
import type { AnswerValue, QuestionKey } from '~/domain/intake/instrument'

/** Two answers to one question, as a page shows them. */
export type ConflictView = {
  key: QuestionKey
  mine: { texts: string[]; words: string }
  theirs: { texts: string[]; words: string; version: number; at: Date | null }
  kept: 'theirs' | null
}

type Conflict = {
  readonly key: QuestionKey
  readonly mine: AnswerValue | undefined
  readonly theirs: { readonly value: AnswerValue | undefined; readonly version: number; readonly at: Date | null }
  readonly kept: 'theirs' | null
}

const words = (key: QuestionKey, value: AnswerValue | undefined) =>
  value === undefined ? 'No answer' : answerWords(key, value)

/** A conflict in words and in the texts that a form carries. */
export function conflictView({ key, mine, theirs, kept }: Conflict): ConflictView {
  return {
    key,
    mine: { texts: formTexts(key, mine), words: words(key, mine) },
    theirs: {
      texts: formTexts(key, theirs.value),
      words: words(key, theirs.value),
      version: theirs.version,
      at: theirs.at,
    },
    kept,
  }
}

/** What saving by script answers, as JSON. `gone`: the answers can no longer be changed. */
export type SaveReply =
  | { gone: string }
  | {
      savedAt: string
      versions: Partial<Record<QuestionKey, number>>
      problems: { key: QuestionKey; message: string }[]
      conflicts: (Omit<ConflictView, 'theirs'> & {
        theirs: Omit<ConflictView['theirs'], 'at'> & { at: string | null }
      })[]
      emergency: boolean
    }
