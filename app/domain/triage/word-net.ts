import type { QuestionKey } from '~/domain/intake/instrument'
import type { Keyword, PatternNegation, Reading, WordCheck } from './keyword'

/** The words a rule set looks for in free texts, and how it reads them: phrases, or in 1.0.0 patterns. */
export type WordNet = {
  readonly keywords: readonly Keyword[]
  /** Found while the answers name no blood thinner. */
  readonly thinners: Keyword
  readonly negation?: PatternNegation
  readonly reading?: Reading
  /** What words leave to clarify before a procedure. */
  readonly checks?: readonly WordCheck[]
  /** Questions for names where people also write of themselves. */
  readonly alsoIn?: readonly QuestionKey[]
}
