import { canonicalTests, counts, positiveOfOneJoint } from '../triage/canonical-tests'
import { examRules } from '../triage/rules-exam'
import type { RecordedFinding } from './exam-record'

export type ExamCount = { readonly done: number; readonly positive: number; readonly needed: number }

/** Different tests that count, how many of them were positive on one joint, and how many an exam needs before it changes the pattern. */
export function examCount(findings: readonly RecordedFinding[]): ExamCount {
  const tests = canonicalTests(findings.filter(counts), examRules.tests)
  return { done: tests.length, positive: positiveOfOneJoint(tests).length, needed: examRules.atLeastDone }
}
