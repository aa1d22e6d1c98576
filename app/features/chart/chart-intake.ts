import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { readPapers } from '@db/read-papers'
import { readTriageEvents } from '@db/read-triage-events'
import { intakeAnswers, intakes, triageResults } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { standingPattern, standingUrgency } from '~/domain/triage/standing-urgency'

/** The latest intake this person has sent, with its answers by question key and the triage result made from it. */
export async function chartIntake(tx: Tx, patientId: string) {
  const [intake] = await tx
    .select({
      id: intakes.id,
      instrumentVersion: intakes.instrumentVersion,
      submittedAt: intakes.submittedAt,
      side: intakes.side,
      source: intakes.source,
      openedBy: people.name,
    })
    .from(intakes)
    .leftJoin(people, eq(people.id, intakes.openedBy))
    .where(and(eq(intakes.patientId, patientId), isNotNull(intakes.submittedAt)))
    .orderBy(desc(intakes.submittedAt))
    .limit(1)
  if (!intake?.submittedAt) return null
  const answers = await tx
    .select({ key: intakeAnswers.questionKey, value: intakeAnswers.value, by: intakeAnswers.answeredBy })
    .from(intakeAnswers)
    .where(eq(intakeAnswers.intakeId, intake.id))
  const [triage] = await tx
    .select({
      id: triageResults.id,
      ruleSetVersion: triageResults.ruleSetVersion,
      asOf: triageResults.asOf,
      result: triageResults.result,
    })
    .from(triageResults)
    .where(eq(triageResults.intakeId, intake.id))
  const events = await readTriageEvents(tx, [intake.id])
  return {
    id: intake.id,
    instrumentVersion: intake.instrumentVersion,
    sentAt: intake.submittedAt,
    side: intake.side,
    filledBy:
      intake.source === 'phone'
        ? {
            name: intake.openedBy ?? 'the clinic',
            /** The consents were said, not typed: whoever asked entered them. */
            spokenConsent: answers.some(({ key, by }) => key === 'consentTelehealth' && by !== patientId),
          }
        : null,
    answers: Object.fromEntries(answers.map((answer) => [answer.key, answer.value])),
    triage: triage ?? null,
    /** What stands after later readings and reviews. */
    urgency: standingUrgency(events),
    siPattern: standingPattern(events),
    papers: await readPapers(tx, intake.id),
  }
}
