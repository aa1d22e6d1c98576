import { and, eq, inArray } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { urgentItems } from '@db/schema/intake'
import { diaryEntries } from '@db/schema/outcomes'
import { may } from '~/domain/people/permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

export type DiaryAlarm = Awaited<ReturnType<typeof diaryAlarms>>[number]

/** The diary entries that raised these calls, in the numbers the patient gave. Empty for whoever is not a clinician. */
export async function diaryAlarms(context: Context, { itemIds }: { itemIds: readonly string[] }) {
  if (itemIds.length === 0 || !may.readWorklist(context.actor)) return []
  return transact(context, async (tx) => {
    const rows = await tx
      .select({
        itemId: urgentItems.id,
        patientId: urgentItems.patientId,
        questionKey: urgentItems.questionKey,
        slot: diaryEntries.slot,
        painNow: diaryEntries.painNow,
        numbOrWeak: diaryEntries.numbOrWeak,
        fever: diaryEntries.fever,
        words: diaryEntries.words,
        writtenAt: diaryEntries.writtenAt,
      })
      .from(urgentItems)
      .innerJoin(diaryEntries, eq(diaryEntries.id, urgentItems.sourceId))
      .where(and(inArray(urgentItems.id, [...itemIds]), eq(urgentItems.source, 'diary')))
    await recordAudit(
      tx,
      context,
      rows.map((row) => ({ did: 'diary.read', patientId: row.patientId, thing: 'urgent_item', thingId: row.itemId })),
    )
    return rows
  })
}
