import { z } from 'zod'
import { sides } from '../people/side'
import type { ExamFinding } from '../triage/triage-result'
import { manoeuvreOf } from './manoeuvres'

export const examResults = ['positive', 'negative', 'not_possible', 'unsafe'] as const
export type ExamResult = (typeof examResults)[number]

const examModes = ['in_person', 'video'] as const
export type ExamMode = (typeof examModes)[number]

/** A finding as it is kept. A test that was not possible or not safe says why. */
export type RecordedFinding = ExamFinding & { readonly reason?: string }

/** All findings of an exam, the newest of each test and side. */
export type ExamRecord = { readonly findings: readonly RecordedFinding[] }

const shortestReason = 3

/** One finding as a form gives it. A test without a side is recorded for both. */
const findingWish = z
  .object({
    test: z.string().refine((id) => manoeuvreOf(id) !== null, 'There is no such test.'),
    side: z.enum(sides, 'Choose the side that was tested.').optional(),
    result: z.enum(examResults, 'Choose what the test showed.'),
    attested: z.preprocess((value) => value === 'on' || value === true, z.boolean()).default(false),
    reason: z.string().trim().max(500, 'Use at most 500 characters.').optional(),
  })
  .superRefine((finding, issues) => {
    const test = manoeuvreOf(finding.test)
    if (test?.sides === 'each' && finding.side === undefined)
      issues.addIssue({ code: 'custom', path: ['side'], message: 'Choose the side that was tested.' })
    const done = finding.result === 'positive' || finding.result === 'negative'
    if (!done && (finding.reason ?? '').length < shortestReason)
      issues.addIssue({ code: 'custom', path: ['reason'], message: 'Say why it was not done.' })
  })

/** What is saved at once: every test that was done, in person or by video. */
export const examWish = z.object({
  mode: z.enum(examModes, 'Say whether you are with the person or on video.'),
  findings: z.array(findingWish).min(1, 'Record at least one test.'),
})
export type ExamWish = z.infer<typeof examWish>

/** The finding of a wish as it is kept. Attesting means something over video only. */
export function findingOf(wish: ExamWish['findings'][number], mode: ExamMode): RecordedFinding {
  const each = manoeuvreOf(wish.test)?.sides === 'each'
  return {
    test: wish.test,
    side: each ? (wish.side ?? 'both') : 'none',
    result: wish.result,
    mode,
    attested: mode === 'video' && wish.attested,
    ...(wish.reason ? { reason: wish.reason } : {}),
  }
}
