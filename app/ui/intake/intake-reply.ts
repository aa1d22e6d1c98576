import { answerWords } from '~/domain/intake/answer-words'
import { formTexts } from '~/domain/intake/form-texts'
import type { AnswerValue, Instrument, QuestionKey } from '~/domain/intake/instrument'

/** Two answers to one question, as a page shows them. */
export type ConflictView = {
  key: QuestionKey
  /** `offline`: given while nothing could be saved. */
  mine: { texts: string[]; words: string; at: Date; offline?: boolean }
  theirs: { texts: string[]; words: string; version: number; at: Date | null }
  kept: 'mine' | 'theirs' | null
}

type Conflict = {
  readonly key: QuestionKey
  readonly mine: AnswerValue | undefined
  readonly theirs: { readonly value: AnswerValue | undefined; readonly version: number; readonly at: Date | null }
  readonly kept: 'mine' | 'theirs' | null
}

const words = (key: QuestionKey, value: AnswerValue | undefined, which: Instrument) =>
  value === undefined ? 'No answer' : answerWords(key, value, which)

/** A conflict in words and in the texts that a form carries; `now` is when this page's answer came. */
export function conflictView({ key, mine, theirs, kept }: Conflict, now: Date, which: Instrument): ConflictView {
  return {
    key,
    mine: { texts: formTexts(key, mine), words: words(key, mine, which), at: now },
    theirs: {
      texts: formTexts(key, theirs.value),
      words: words(key, theirs.value, which),
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
      conflicts: (Omit<ConflictView, 'mine' | 'theirs'> & {
        mine: Pick<ConflictView['mine'], 'texts' | 'words'>
        theirs: Omit<ConflictView['theirs'], 'at'> & { at: string | null }
      })[]
      emergency: boolean
    }
