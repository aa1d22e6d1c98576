import { cite } from './citations'
import type { Evidence } from './triage-result'

/** One provocation test, with every name under which a finding of it may be recorded. */
export type ExamTest = {
  readonly id: string
  readonly name: string
  readonly recordedAs: readonly string[]
  /** Left and right are two tests. */
  readonly sides?: 'two'
}

export type ExamRules = {
  readonly id: string
  readonly tests: readonly ExamTest[]
  /** Fewer tests done than this change nothing. */
  readonly atLeastDone: number
  /** So many positive tests make the pattern at least possible. */
  readonly positive: number
  /** Prior probability and likelihood ratios of a cluster, with the certainty in words. */
  readonly probability: {
    readonly prior: number
    readonly whenPositive: number
    readonly whenNegative: number
    readonly certainty: string
  }
  readonly evidence: readonly Evidence[]
  readonly probabilityEvidence: readonly Evidence[]
}

/**
 * What an exam changes (clinical basis 10.4). Only tests done in person count, and those over video that the clinician
 * attests. Two names of one manoeuvre are one test; Gaenslen left and right are two, as Laslett counts them. With pain on one
 * side only tests of that joint count.
 */
export const examRules: ExamRules = {
  id: 'SI-EX',
  tests: [
    { id: 'faber', name: 'FABER', recordedAs: ['faber', 'faber-seated', 'patrick', 'fabere'] },
    {
      id: 'thigh-thrust',
      name: 'thigh thrust',
      recordedAs: ['thigh-thrust', 'posterior-shear', 'p4', 'pppp', 'posterior-pelvic-pain-provocation'],
    },
    { id: 'distraction', name: 'distraction', recordedAs: ['distraction', 'gapping'] },
    { id: 'compression', name: 'compression', recordedAs: ['compression', 'approximation'] },
    { id: 'gaenslen', name: 'Gaenslen', recordedAs: ['gaenslen'], sides: 'two' },
    { id: 'sacral-thrust', name: 'sacral thrust', recordedAs: ['sacral-thrust'] },
    { id: 'yeoman', name: 'Yeoman', recordedAs: ['yeoman'] },
  ],
  atLeastDone: 5,
  positive: 3,
  probability: { prior: 0.2, whenPositive: 2.13, whenNegative: 0.33, certainty: 'very low certainty' },
  evidence: [cite.laslett2005, cite.clinicRule],
  probabilityEvidence: [cite.saueressig],
}
