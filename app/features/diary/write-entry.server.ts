import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { dequeue } from '@db/enqueue'
import { openUrgentItem } from '@db/open-urgent-item'
import { diaryEntries, measures } from '@db/schema/outcomes'
import { diaryAlarms } from '~/domain/outcome/diary-alarms'
import { diaryState } from '~/domain/outcome/diary-state'
import { averageSlots } from '~/domain/outcome/diary-wish'
import type { DiaryEntryWish } from '~/domain/outcome/diary-wish'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { ownDiary } from './own-diary'

type Written = { readonly entryId: string; readonly raised: 'emergency' | 'same_day' | null }

/**
 * Writes one entry of the asking patient's diary, with its measures and, when an answer is alarming, the call that follows,
 * in one transaction. A slot is written once; a second time is answered with what stands. A number added later is kept with
 * its slot and is no measure of pain now.
 */
export function writeEntry(
  context: Context,
  wish: DiaryEntryWish,
): Promise<Written | Refusal<'missing' | 'closed' | 'written'>> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const diary = await ownDiary(tx, patientId, true)
    if (!diary) return refuse('missing', 'Your diary starts after your injection.')
    const slots = diaryState({
      needleOutAt: diary.needleOutAt,
      zone: context.clinic.timeZone,
      written: diary.entries.map((entry) => entry.slot),
      now: context.now,
    })
    const slot = slots.find((one) => one.slot === wish.slot)
    if (slot?.state === 'written') return refuse('written', 'This entry is saved already.')
    if (slot?.state !== 'now' && slot?.state !== 'addable') {
      return refuse('closed', 'This entry cannot be written now.')
    }

    const { average, ...answers } = wish
    const by = { source: 'patient', writtenBy: patientId } as const
    const [entry] = await tx
      .insert(diaryEntries)
      .values({ ...answers, ...by, procedureId: diary.id, patientId, dueAt: slot.dueAt, writtenAt: context.now })
      .onConflictDoNothing()
      .returning()
    if (!entry) return refuse('written', 'This entry is saved already.')
    const measure = {
      ...by,
      patientId,
      procedureId: diary.id,
      scale: 'nrs',
      side: diary.side,
      takenAt: context.now,
    } as const
    if (slot.state === 'now') await tx.insert(measures).values({ ...measure, anchor: 'now', value: entry.painNow })
    if (average !== undefined && averageSlots.includes(slot.slot)) {
      await tx.insert(measures).values({ ...measure, anchor: 'average_7_days', value: average })
    }
    await recordAudit(tx, context, {
      did: 'diary.write',
      patientId,
      thing: 'diary_entry',
      thingId: entry.id,
      fields: [slot.slot],
    })
    const alarms = diaryAlarms(entry, {
      earlier: diary.entries.filter((one) => one.dueAt < entry.dueAt),
      painBefore: diary.painBefore,
      sinceNeedleOutMs: context.now.getTime() - diary.needleOutAt.getTime(),
    })
    for (const alarm of alarms) {
      await openUrgentItem(tx, context, { ...alarm, patientId, source: 'diary', sourceId: entry.id })
    }
    await announce(tx, { topic: 'diary', patientId })
    await dequeue(tx, `remind-diary:${diary.id}:${slot.slot}`)
    const raised = alarms.some((alarm) => alarm.urgency === 'emergency') ? 'emergency' : (alarms[0]?.urgency ?? null)
    return { entryId: entry.id, raised }
  })
}
