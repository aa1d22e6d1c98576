import type { ExamResult, RecordedFinding } from './exam-record'
import type { ManoeuvreGroup } from './manoeuvre'

export const examResultWords: Record<ExamResult, string> = {
  positive: 'Positive',
  negative: 'Negative',
  not_possible: 'Not possible',
  unsafe: 'Unsafe',
}

export const groupWords: Record<ManoeuvreGroup, string> = {
  pain: 'Where it hurts',
  provocation: 'SI joint tests',
  load: 'Under load',
  nerve: 'Nerves',
  hip: 'Hip',
  movement: 'Back',
}

/** A step with its side in words. */
export function stepWords(step: string, side: 'left' | 'right'): string {
  return step.replaceAll('{side}', side).replaceAll('{other}', side === 'left' ? 'right' : 'left')
}

/** "Positive, right, by video, attested". */
export function findingWords(finding: RecordedFinding): string {
  return [
    examResultWords[finding.result],
    finding.side === 'none' ? null : finding.side === 'both' ? 'both sides' : finding.side,
    finding.mode === 'video' ? 'by video' : 'in person',
    finding.attested ? 'attested' : null,
    finding.reason ?? null,
  ]
    .filter(Boolean)
    .join(', ')
}
