import { and, desc, eq, isNotNull, ne } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { intakeAnswers, intakes } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { visits } from '@db/schema/visits'
import { diaryState } from '~/domain/outcome/diary-state'
import { isLate } from '~/domain/outcome/diary-timing'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { ownDiary } from './own-diary'

/** The asking patient's own diary: where each slot stands, what they wrote, and the marks of their body map. */
export function readDiary(context: Context) {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const diary = await ownDiary(tx, patientId)
    if (!diary) return refuse('missing', 'Your diary starts after your injection.') as Refusal<'missing'>
    await recordAudit(tx, context, { did: 'diary.read', patientId, thing: 'procedure', thingId: diary.id })
    const [map] = await tx
      .select({ value: intakeAnswers.value })
      .from(intakeAnswers)
      .innerJoin(intakes, eq(intakes.id, intakeAnswers.intakeId))
      .where(
        and(
          eq(intakes.patientId, patientId),
          isNotNull(intakes.submittedAt),
          eq(intakeAnswers.questionKey, 'painAreas'),
        ),
      )
      .orderBy(desc(intakes.submittedAt))
      .limit(1)
    const [followUp] = await tx
      .select({ startsAt: visits.startsAt, endedAt: visits.endedAt, providerName: people.name })
      .from(visits)
      .innerJoin(people, eq(people.id, visits.providerId))
      .where(and(eq(visits.procedureId, diary.id), ne(visits.state, 'cancelled')))
      .orderBy(desc(visits.createdAt))
      .limit(1)
    const slots = diaryState({
      needleOutAt: diary.needleOutAt,
      zone: context.clinic.timeZone,
      written: diary.entries.map((entry) => entry.slot),
      now: context.now,
    })
    return {
      procedure: { id: diary.id, side: diary.side, painBefore: diary.painBefore, needleOutAt: diary.needleOutAt },
      slots: slots.map((slot) => {
        const entry = diary.entries.find((one) => one.slot === slot.slot)
        return { ...slot, entry: entry ? { ...entry, late: isLate(slot, entry.writtenAt) } : null }
      }),
      marks: map?.value ?? null,
      followUp: followUp ?? null,
    }
  })
}
