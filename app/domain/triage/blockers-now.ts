import type { Tier, TriageResult } from './triage-result'

const openFlag = 'block:redflag_open'
type Blocker = TriageResult['blockers'][number]

/** The blockers of a reading as they stand now: an urgency that a clinician has lowered to routine blocks nothing, one that was raised does. */
export function blockersNow(blockers: readonly Blocker[], urgency: Tier | null): readonly Blocker[] {
  if (urgency === null) return blockers
  if (urgency === 'routine') return blockers.filter((blocker) => blocker.code !== openFlag)
  if (blockers.some((blocker) => blocker.code === openFlag)) return blockers
  return [{ code: openFlag, resolver: 'clinician', reasons: [] }, ...blockers]
}
