import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '@db/client'
import { intakeAnswers, intakes, triageResults } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { triageReadings, triageReviews } from '@db/schema/triage'
import { isQuestionKey } from '~/domain/intake/instrument'
import type { Answers } from '~/domain/intake/instrument'

export type TriageFile = NonNullable<Awaited<ReturnType<typeof triageFile>>>

const openers = alias(people, 'openers')

/** Everything that was ever said about the urgency of one intake, oldest first: the intake, its result, later readings, reviews. Null when there is none. */
export async function triageFile(tx: Tx, intakeId: string) {
  const [intake] = await tx
    .select({
      id: intakes.id,
      patientId: intakes.patientId,
      instrumentVersion: intakes.instrumentVersion,
      source: intakes.source,
      side: intakes.side,
      startedAt: intakes.startedAt,
      savedAt: intakes.savedAt,
      submittedAt: intakes.submittedAt,
      openedByName: openers.name,
      patient: {
        id: people.id,
        name: people.name,
        bornOn: people.bornOn,
        sexAtBirth: people.sexAtBirth,
        phone: people.phone,
        homeState: people.homeState,
      },
    })
    .from(intakes)
    .innerJoin(people, eq(people.id, intakes.patientId))
    .leftJoin(openers, eq(openers.id, intakes.openedBy))
    .where(eq(intakes.id, intakeId))
  if (!intake) return null
  const answers = await tx
    .select({ key: intakeAnswers.questionKey, value: intakeAnswers.value, by: intakeAnswers.answeredBy })
    .from(intakeAnswers)
    .where(eq(intakeAnswers.intakeId, intakeId))
  const [result] = await tx
    .select({
      id: triageResults.id,
      result: triageResults.result,
      urgency: triageResults.urgency,
      siPattern: triageResults.siPattern,
      at: triageResults.createdAt,
    })
    .from(triageResults)
    .where(eq(triageResults.intakeId, intakeId))
  const { openedByName, ...known } = intake
  return {
    ...known,
    /** Who asked by phone, and whether the consents were said to them; null when the patient answered. */
    filledBy:
      intake.source === 'phone'
        ? {
            name: openedByName ?? 'the clinic',
            spokenConsent: answers.some(({ key, by }) => key === 'consentTelehealth' && by !== intake.patientId),
          }
        : null,
    answers: Object.fromEntries(
      answers.filter(({ key }) => isQuestionKey(key)).map(({ key, value }) => [key, value]),
    ) as Answers,
    result: result ?? null,
    readings: await readingsOf(tx, intakeId),
    reviews: await reviewsOf(tx, intakeId),
  }
}

function readingsOf(tx: Tx, intakeId: string) {
  return tx
    .select({
      id: triageReadings.id,
      visitId: triageReadings.visitId,
      cause: triageReadings.cause,
      answers: triageReadings.answers,
      exam: triageReadings.exam,
      result: triageReadings.result,
      urgency: triageReadings.urgency,
      siPattern: triageReadings.siPattern,
      at: triageReadings.madeAt,
      by: { id: people.id, name: people.name },
    })
    .from(triageReadings)
    .innerJoin(people, eq(people.id, triageReadings.madeBy))
    .where(eq(triageReadings.intakeId, intakeId))
    .orderBy(asc(triageReadings.madeAt), asc(triageReadings.id))
}

function reviewsOf(tx: Tx, intakeId: string) {
  return tx
    .select({
      id: triageReviews.id,
      decision: triageReviews.decision,
      urgency: triageReviews.urgency,
      siPattern: triageReviews.siPattern,
      reasonCode: triageReviews.reasonCode,
      reason: triageReviews.reason,
      asked: triageReviews.asked,
      at: triageReviews.madeAt,
      by: { id: people.id, name: people.name },
    })
    .from(triageReviews)
    .innerJoin(people, eq(people.id, triageReviews.madeBy))
    .where(eq(triageReviews.intakeId, intakeId))
    .orderBy(asc(triageReviews.madeAt), asc(triageReviews.id))
}
