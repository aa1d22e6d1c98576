import type { Answers } from '../intake/instrument'
import { canonicalTests, counts, painfulSide, testsOfJoint } from '../triage/canonical-tests'
import { examRules } from '../triage/rules-exam'
import type { RecordedFinding } from './exam-record'

export type ExamCount = { readonly done: number; readonly positive: number; readonly needed: number }

/** Different tests that count for the painful joint, how many of them were positive, and how many an exam needs before it changes the pattern. */
export function examCount(findings: readonly RecordedFinding[], answers: Answers): ExamCount {
  const done = canonicalTests(findings.filter(counts), examRules.tests)
  const { tests, positive } = testsOfJoint(done, painfulSide(answers))
  return { done: tests.length, positive: positive.length, needed: examRules.atLeastDone }
}
