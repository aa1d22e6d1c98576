import { z } from 'zod'
import { bodyMapRegions, type RegionTag } from '~/domain/intake/body-map-regions'
import { isQuestionKey, type QuestionKey } from '~/domain/intake/instrument'
import { comparisons, computedFacts, type Expr, measures } from './expr'

const tags = new Set<unknown>(bodyMapRegions.flatMap((region) => region.tags))

export const questionKey = z.custom<QuestionKey>((key) => typeof key === 'string' && isQuestionKey(key), {
  error: ({ input }) => `No such question: ${String(input)}`,
})
const regionTag = z.custom<RegionTag>((tag) => tags.has(tag), {
  error: ({ input }) => `No such tag on the body map: ${String(input)}`,
})
const comparison = z.enum(comparisons)
const missing = z.literal('no').optional()
const values = z.array(z.string()).min(1)

/** Conditions as they stand in a released file. Unknown operations, questions and tags are refused by name. */
export const exprSchema: z.ZodType<Expr> = z.lazy(() => {
  const parts = z.array(exprSchema)
  return z.discriminatedUnion('op', [
    z.strictObject({ op: z.enum(['all', 'any']), of: parts }),
    z.strictObject({ op: z.literal('atLeast'), count: z.int().positive(), of: parts }),
    z.strictObject({ op: z.enum(['not', 'surely']), of: exprSchema }),
    z.strictObject({ op: z.literal('named'), name: z.string().min(1), of: exprSchema }),
    z.strictObject({ op: z.literal('unknown') }),
    z.strictObject({ op: z.enum(['says', 'given', 'only']), key: questionKey, values }),
    z.strictObject({ op: z.literal('unanswered'), key: questionKey }),
    z.strictObject({ op: z.literal('number'), key: questionKey, is: comparison, than: z.number(), missing }),
    z.strictObject({ op: z.enum(measures), is: comparison, than: z.number() }),
    z.strictObject({ op: z.literal('count'), key: questionKey, is: comparison, than: z.number() }),
    z.strictObject({
      op: z.literal('score'),
      keys: z.array(questionKey).min(1),
      points: z.record(z.string(), z.number()),
      is: comparison,
      than: z.number(),
    }),
    z.strictObject({ op: z.literal('careWeeks'), months: z.int().positive(), is: comparison, than: z.number() }),
    z.strictObject({ op: z.enum(['marked', 'mainIs']), tags: z.array(regionTag).min(1) }),
    z.strictObject({
      op: z.literal('since'),
      key: questionKey,
      read: z.enum(['latest', 'earliest', 'both']),
      unit: z.enum(['days', 'months']),
      is: comparison,
      than: z.number(),
      missing,
    }),
    z.strictObject({ op: z.literal('computed'), fact: z.enum(computedFacts) }),
  ])
})
