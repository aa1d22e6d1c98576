import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { enqueue } from '@db/enqueue'
import { checklistItems, procedures } from '@db/schema/cases'
import { measures } from '@db/schema/outcomes'
import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { RecordWish } from '~/domain/case/case-wishes'
import { diaryTimings } from '~/domain/outcome/diary-timing'
import { refuse } from '~/domain/refusal'
import { atWallClock } from '~/domain/time/at-wall-clock'
import { dayOf } from '~/domain/time/day-of'
import { transact } from '../context'
import type { Context } from '../context'

/**
 * Records a procedure as done: side, needle times, pain before and after on the same 0 to 10 scale. Starts the diary.
 * Refuses 'side_differs' when the side said is not the side that was ordered, booked and consented to.
 */
export async function recordProcedure(context: Context, wish: { procedureId: string } & z.output<typeof RecordWish>) {
  return transact(context, async (tx) => {
    const [found] = await tx.select().from(procedures).where(eq(procedures.id, wish.procedureId)).for('update')
    if (!found) return refuse('missing', 'There is no such procedure.')
    if (found.state !== 'booked') return refuse('recorded', 'This procedure is recorded already.')
    if (wish.sideSaid !== found.side) {
      return refuse(
        'side_differs',
        `Ordered and booked: ${found.side}. Stop and clear this up before you record.`,
        'sideSaid',
      )
    }
    const day = dayOf(found.startsAt, context.clinic.timeZone)
    const needleInAt = atWallClock(day, wish.needleIn, context.clinic.timeZone)
    const needleOutAt = atWallClock(day, wish.needleOut, context.clinic.timeZone)
    if (needleOutAt <= needleInAt) return refuse('order', 'Needle out comes after needle in.', 'needleOut')
    if (needleOutAt > context.now) return refuse('future', 'This time has not come yet.', 'needleOut')
    await tx
      .update(procedures)
      .set({
        state: 'done',
        needleInAt,
        needleOutAt,
        painBefore: wish.painBefore,
        painAfter: wish.painAfter,
        recordedBy: context.actor.id,
        recordedAt: context.now,
      })
      .where(eq(procedures.id, found.id))
    const one = {
      patientId: found.patientId,
      procedureId: found.id,
      scale: 'nrs' as const,
      side: found.side,
      source: 'staff_in_clinic' as const,
      writtenBy: context.actor.id,
    }
    await tx.insert(measures).values([
      { ...one, anchor: 'now', value: wish.painBefore, takenAt: new Date(needleInAt.getTime() - 60_000) },
      { ...one, anchor: 'average_7_days', value: wish.averageBefore, takenAt: new Date(needleInAt.getTime() - 60_000) },
      { ...one, anchor: 'now', value: wish.painAfter, takenAt: needleOutAt },
    ])
    await tx
      .update(checklistItems)
      .set({
        state: 'done',
        proof: 'Checked in the procedure room',
        changedBy: context.actor.id,
        changedAt: context.now,
      })
      .where(and(eq(checklistItems.caseId, found.caseId), inArray(checklistItems.code, ['consent', 'side_confirmed'])))
    for (const { slot, dueAt } of diaryTimings(needleOutAt, context.clinic.timeZone)) {
      if (dueAt <= context.now) continue
      await enqueue(
        tx,
        'remind-diary',
        { procedureId: found.id, slot },
        { key: `remind-diary:${found.id}:${slot}`, runAt: dueAt },
      )
    }
    await recordAudit(tx, context, {
      did: 'procedure.record',
      patientId: found.patientId,
      thing: 'procedure',
      thingId: found.id,
      fields: ['state', 'needleInAt', 'needleOutAt', 'painBefore', 'painAfter'],
    })
    await announce(tx, { topic: 'case', patientId: found.patientId })
    return { procedureId: found.id, caseId: found.caseId }
  })
}
