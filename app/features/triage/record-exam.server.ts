import { findingOf } from '~/domain/exam/exam-record'
import type { ExamWish } from '~/domain/exam/exam-record'
import { gatesOf } from '~/domain/exam/gates-of'
import { manoeuvreOf } from '~/domain/exam/manoeuvres'
import { mergeFindings } from '~/domain/exam/merge-findings'
import { refuse, wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { openTriage } from './open-triage'
import type { OpenTriage } from './open-triage'
import { ownRunningVisit } from './own-running-visit'
import { writeReading } from './write-reading'
import type { Reading } from './write-reading'

/** Why a test cannot be recorded as done; null when it can. Over video a gate that fires keeps a test from being done. */
function whyNot(
  context: Context,
  { file, standing }: OpenTriage,
  wish: ExamWish,
  company: boolean | null,
): Refusal<'gate'> | null {
  if (wish.mode === 'in_person') return null
  const facts = {
    answers: standing.answers,
    today: dayOf(context.now, context.clinic.timeZone),
    bornOn: file.patient.bornOn,
    urgency: standing.urgency,
    codes: standing.reading?.urgency.codes ?? [],
    company,
  }
  for (const finding of wish.findings) {
    const test = manoeuvreOf(finding.test)
    const done = finding.result === 'positive' || finding.result === 'negative'
    if (!test || !done) continue
    if (test.counts === 'in_person')
      return refuse('gate', `${test.name}: an examiner’s hands are needed. Record it in person.`, finding.test)
    const [gate] = gatesOf(test, facts).skip
    if (gate) return refuse('gate', `${test.name} is not done by video: ${gate.because}.`, finding.test)
  }
  return null
}

/**
 * Keeps the findings of an exam beside the intake, together with those recorded before; a newer one of the same test and side
 * takes its place. The rules read the intake again with them. A test by video counts only if the clinician attests it.
 */
export function recordExam(
  context: Context,
  wish: ExamWish & { intakeId: string },
): Promise<Reading | Refusal<'missing' | 'gate'>> {
  return transact(context, async (tx) => {
    const open = await openTriage(tx, context, wish.intakeId)
    if (wasRefused(open)) return open
    const visit = await ownRunningVisit(tx, context, open.file.patientId)
    const no = whyNot(context, open, wish, visit?.company ?? null)
    if (no) return no
    const newer = wish.findings.map((finding) => findingOf(finding, wish.mode))
    const exam = { findings: mergeFindings(open.standing.exam.findings, newer) }
    return writeReading(tx, context, open, { cause: 'exam', visitId: visit?.id ?? null, exam })
  })
}
