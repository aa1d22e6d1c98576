import type { QuestionKey } from '~/domain/intake/instrument'
import type { Expr } from './expr'
import type { Evidence, Resolver, Tier } from './triage-result'

/** An answer that says yes to the very thing the words tell: the rules have judged it, and words call no second time. */
export type Told = {
  /** Surely holds: somebody said yes to it; what a "no" adds may only narrow it. */
  readonly when: Expr
  /** Only for these of the words found; every one of the group where none are named. */
  readonly words?: readonly string[]
  /** The sentence of the words must say one of these, too. */
  readonly with?: readonly string[]
  /** Only where the words are plainly somebody else's. */
  readonly others?: 'only'
  /** Nothing of this anywhere in the text: it would say more than the answer. `harmless` only looks like it. */
  readonly unless: readonly string[]
  readonly harmless?: readonly string[]
}

type Group = {
  readonly id: string
  /** What is feared. */
  readonly because: string
  /**
   * Phrases as people write them (see `phrasePattern`): `a|b` is one of them, `(a)` may be there, `{name}` is a list of the
   * reading, `num*` any ending, `..` up to 4 words between, `...` up to 10. In rule set 1.0.0: patterns of regular expressions.
   */
  readonly words: readonly string[]
  /** A plain denial is let through. Words of self-harm never are. */
  readonly negatable: boolean
  /** Everyday phrases that only look like it; the rest of the sentence is still read. */
  readonly harmless?: readonly string[]
  /** Somebody else's illness, plainly told as such, is let through. Never for self-harm or violence. */
  readonly others?: 'pass'
  /** What is plainly long ago and over is let through. */
  readonly past?: 'passes'
  /** Only where this holds or nobody knows: elsewhere the answers already tell it. */
  readonly when?: Expr
  readonly evidence?: readonly Evidence[]
  /** What people write that it must catch, and what it must let through: read them in place of the phrases. */
  readonly catches?: readonly string[]
  readonly letsThrough?: readonly string[]
}

/** Words of a free text that make someone look. */
export type Keyword = Group & {
  readonly codes: readonly string[]
  readonly tier: Exclude<Tier, 'routine'>
  /** Questions where these words are the expected answer. */
  readonly notIn?: readonly QuestionKey[]
  /** Never for self-harm or violence. */
  readonly told?: readonly Told[]
}

/** Words of a free text that leave something to clarify before a procedure. They raise no tier. */
export type WordCheck = Group & {
  readonly code: string
  readonly resolver: Resolver
  /** Phrases that count only in the answers to these questions. */
  readonly within?: { readonly keys: readonly QuestionKey[]; readonly words: readonly string[] }
}

/** Rule set 1.0.0: when a denial directly before the words lets them through, unless the sentence takes it back. */
export type PatternNegation = { readonly denial: string; readonly doubt: string }

/** How a free text is read. All of it phrases, so that it can be read and signed. */
export type Reading = {
  /** Phrases by name, used in others as `{name}`. */
  readonly lists: { readonly [name: string]: readonly string[] }
  /** Wrong spelling: right spelling. */
  readonly spellings: { readonly [wrong: string]: string }
  /** Words read with one wrong, missing or turned letter (two from 9 letters on), and look-alikes that stay as they are. */
  readonly tolerated: { readonly words: readonly string[]; readonly except: readonly string[] }
  /** A denial: `deny` before a list of `listed` words, or `no` after it; nothing of `doubt` in both. */
  readonly denial: {
    readonly deny: readonly string[]
    /** These govern a whole list; after the others a list with commas needs an "or". */
    readonly denyList: readonly string[]
    readonly no: readonly string[]
    readonly listed: readonly string[]
    readonly doubt: readonly string[]
    /** In the same clause before the denial. */
    readonly doubtBefore: readonly string[]
    /** In the rest of the sentence, up to its next denial. */
    readonly doubtLater: readonly string[]
    /** Signs that a "not" right before them denies. */
    readonly signs: readonly string[]
  }
  /** Another person: `who` and what they `have`, with only `listed` words and `between` between, and nothing of `self` in the rest. */
  readonly others: {
    readonly who: readonly string[]
    readonly have: readonly string[]
    readonly between: readonly string[]
    readonly self: readonly string[]
  }
  /** Past: both in one sentence, and nothing of `recent`. */
  readonly past: {
    readonly when: readonly string[]
    readonly over: readonly string[]
    readonly recent: readonly string[]
  }
  /** The words of a harmless phrase are passed over and the rest is read across them. Without it a hit that touches one is dropped. */
  readonly harmless?: 'passed over'
}
