import { z } from 'zod'
import { isQuestionKey, type QuestionKey } from '~/domain/intake/instrument'
import { dayRange } from '~/domain/intake/partial-date'
import { isVersion } from '~/domain/intake/versions'
import { examTestNames, isExamTest } from './exam-test-names'
import type { TriageContext } from './triage-result'

const day = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && dayRange(text) !== null, 'Write a day as YYYY-MM-DD')
const state = z.string().regex(/^[A-Z]{2}$/, 'Write a state in two capital letters')
const key = z.custom<QuestionKey>((value) => typeof value === 'string' && isQuestionKey(value), 'No such question')

const finding = z.strictObject({
  test: z.string().refine(isExamTest, {
    error: ({ input }) => `No such exam test: ${String(input)}. Known: ${examTestNames.join(', ')}`,
  }),
  side: z.enum(['left', 'right', 'both', 'none']),
  result: z.enum(['positive', 'negative', 'not_possible', 'unsafe']),
  mode: z.enum(['in_person', 'video']),
  attested: z.boolean(),
})

const context = z.strictObject({
  asOf: day,
  age: z.int().min(0).max(120).optional(),
  sex: z.enum(['female', 'male', 'other']).optional(),
  patientState: state.optional(),
  clinicState: state.optional(),
  postProcedure: z.strictObject({ date: day, side: z.enum(['left', 'right', 'both']).optional() }).optional(),
  exam: z.strictObject({ findings: z.array(finding) }).optional(),
  corrected: z.array(key).optional(),
  instrumentVersion: z.string().refine(isVersion, 'No such version of the questionnaire').optional(),
})

/** What is known beside the answers, as it may come from outside. Anything it does not know is refused by name. */
export const triageContextSchema: z.ZodType<TriageContext> = context
