import { z } from 'zod'
import { emergencyTexts, type EmergencyTextKey } from '~/domain/intake/emergency-texts'
import { exprSchema, questionKey } from './expr-schema'
import type { Reading } from './keyword'
import { phrasePattern } from './phrase-pattern'
import type { RuleSet } from './rule-set'
import { evidenceGrades, resolvers, siTiers, tiers } from './triage-result'

const words = z.string().min(1)
const asks = z.array(questionKey)
const evidence = z.array(z.strictObject({ citation: words, grade: z.enum(evidenceGrades) })).min(1)
const rule = { id: words, because: words, asks, evidence, when: exprSchema }
const code = words.regex(/^(redflag|ddx|block|payer|admin|note|risk):/)
const text = z.custom<EmergencyTextKey>((key) => typeof key === 'string' && Object.hasOwn(emergencyTexts, key))
const siTier = z.enum(siTiers)
const pattern = words.refine((source) => isPattern(source), 'Not a pattern')

function isPattern(source: string): boolean {
  try {
    return new RegExp(source).source.length > 0
  } catch {
    return false
  }
}

const blocker = z.strictObject({ ...rule, code, resolver: z.enum(resolvers) })

const urgencyRule = z.strictObject({
  ...rule,
  tier: z.enum(tiers).exclude(['routine']),
  codes: z.array(code).min(1),
  unsure: z.enum(tiers).exclude(['emergency']).optional(),
  text: text.optional(),
})

const phrases = z.array(words)
const toldByAnswer = z.strictObject({
  when: exprSchema,
  words: phrases.min(1).optional(),
  with: phrases.min(1).optional(),
  others: z.literal('only').optional(),
  unless: phrases.min(1),
  harmless: phrases.optional(),
})
const wordGroup = {
  id: words,
  because: words,
  words: phrases.min(1),
  negatable: z.boolean(),
  harmless: phrases.optional(),
  others: z.literal('pass').optional(),
  past: z.literal('passes').optional(),
  when: exprSchema.optional(),
  evidence: evidence.optional(),
  catches: phrases.optional(),
  letsThrough: phrases.optional(),
}
const keyword = z.strictObject({
  ...wordGroup,
  codes: z.array(code).min(1),
  tier: z.enum(tiers).exclude(['routine']),
  notIn: asks.optional(),
  told: z.array(toldByAnswer).min(1).optional(),
})
const wordCheck = z.strictObject({
  ...wordGroup,
  code,
  resolver: z.enum(resolvers),
  within: z.strictObject({ keys: asks, words: phrases }).optional(),
})
const reading = z.strictObject({
  lists: z.record(z.string(), phrases),
  spellings: z.record(z.string(), words),
  tolerated: z.strictObject({ words: phrases, except: phrases }),
  denial: z.strictObject({
    deny: phrases,
    denyList: phrases,
    no: phrases,
    listed: phrases,
    doubt: phrases,
    doubtBefore: phrases,
    doubtLater: phrases,
    signs: phrases,
  }),
  others: z.strictObject({ who: phrases, have: phrases, between: phrases, self: phrases }),
  past: z.strictObject({ when: phrases, over: phrases, recent: phrases }),
  harmless: z.literal('passed over').optional(),
})

const inPhrases = z
  .strictObject({
    keywords: z.array(keyword),
    thinners: keyword,
    reading,
    checks: z.array(wordCheck),
    alsoIn: asks,
  })
  .refine(canBeRead, 'A phrase that cannot be read')
const inPatterns = z
  .strictObject({
    keywords: z.array(keyword),
    thinners: keyword,
    negation: z.strictObject({ denial: pattern, doubt: pattern }),
  })
  .refine((net) => [...net.keywords, net.thinners].every((each) => each.words.every(isPattern)), 'Not a pattern')

function canBeRead(net: Pick<RuleSet['words'], 'keywords' | 'thinners' | 'reading' | 'checks'>): boolean {
  const { keywords, thinners, checks = [], reading: how } = net
  if (!how) return false
  const groups = [...keywords, thinners, ...checks]
  const told = [...keywords, thinners].flatMap((group) => group.told ?? [])
  const given = [
    ...[...groups, ...told].flatMap(({ words: own = [], harmless = [] }) => [...own, ...harmless]),
    ...told.flatMap((each) => [...each.unless, ...(each.with ?? [])]),
  ]
  return [...given, ...Object.values(how.lists).flat()].every((each) => isPhrase(each, how.lists))
}

function isPhrase(each: string, lists: Reading['lists']): boolean {
  try {
    return isPattern(phrasePattern(each, lists))
  } catch {
    return false
  }
}

const test = z.strictObject({
  id: words,
  name: words,
  recordedAs: z.array(words).min(1),
  sides: z.literal('two').optional(),
})
const share = z.number().gt(0).lt(1)
const exam = z.strictObject({
  id: words,
  tests: z.array(test).min(1),
  atLeastDone: z.int().positive(),
  positive: z.int().positive(),
  probability: z.strictObject({
    prior: share,
    whenPositive: z.number().gt(1),
    whenNegative: share,
    certainty: words,
  }),
  evidence,
  probabilityEvidence: evidence,
})

const si = z.strictObject({
  gate: z.strictObject({
    id: words,
    asks,
    evidence,
    open: exprSchema,
    ajar: exprSchema,
    words: z.strictObject({ open: words, ajar: words, closed: words }),
  }),
  scores: z.array(z.strictObject({ ...rule, points: z.int(), group: z.string().optional() })),
  groupLimits: z.record(z.string(), z.int()),
  thresholds: z.strictObject({ likely: z.int(), possible: z.int() }),
  floor: z.strictObject({ ...rule, to: siTier }),
  exam: exam.optional(),
  cap: z.strictObject({ id: words, because: words, evidence, to: siTier, codes: z.array(code) }),
})

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const policy = z.strictObject({
  id: words,
  version: words,
  title: words,
  owner: words.optional(),
  effectiveFrom: day.optional(),
  source: words.optional(),
  signOff: z.enum(['awaiting', 'signed']).optional(),
  payerKinds: z.array(z.string()),
  planWords: z.array(pattern).min(1).optional(),
  items: z.array(
    z.strictObject({
      id: words,
      requirement: words.optional(),
      asks: asks.optional(),
      evidence: evidence.optional(),
      unverified: words.optional(),
      appliesWhen: exprSchema.optional(),
      shows: z.union([words, z.strictObject({ met: words, not_met: words, unknown: words })]),
      when: exprSchema.optional(),
      tests: z.strictObject({ atLeast: z.int().positive(), listed: z.array(test).min(1) }).optional(),
    }),
  ),
  gaps: z.array(blocker),
})

/** A whole rule set as it stands in a released file. Anything it does not know is refused. */
export const ruleSetSchema: z.ZodType<RuleSet> = z.strictObject({
  id: words,
  version: words.regex(/^\d+\.\d+\.\d+$/),
  effectiveFrom: day,
  owner: words,
  signOff: z.enum(['awaiting', 'signed']),
  purpose: words,
  limits: words,
  format: z.union([z.literal(1), z.literal(2)]),
  open: z.strictObject({ id: words, because: words, evidence }),
  urgency: z.array(urgencyRule),
  words: z.union([inPhrases, inPatterns]),
  si,
  differentials: z.array(z.strictObject({ ...rule, code })),
  flagCauses: z.record(code, code),
  blockers: z.array(blocker),
  notes: z.array(z.strictObject({ ...rule, note: code })),
  policies: z.array(policy).min(1),
})
