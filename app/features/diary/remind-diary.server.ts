import { and, eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { procedures } from '@db/schema/cases'
import { diaryEntries } from '@db/schema/outcomes'
import { people } from '@db/schema/people'
import { sendMail } from '@db/send-mail'
import { diarySlots } from '~/domain/outcome/outcome-lists'
import { slotTiming } from '~/domain/outcome/diary-timing'
import { paths } from '~/domain/paths'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** Job: asks for a diary entry that is still missing, by mail, with a link and nothing else. Says nothing once it is written or has passed. */
export function remindDiary(context: Context, wish: { procedureId: string; slot: string }): Promise<{ sent: boolean }> {
  return transact(context, async (tx) => {
    const slot = diarySlots.find((one) => one === wish.slot)
    const [row] = await tx
      .select({ procedure: procedures, email: people.email, written: diaryEntries.id })
      .from(procedures)
      .innerJoin(people, eq(people.id, procedures.patientId))
      .leftJoin(diaryEntries, and(eq(diaryEntries.procedureId, procedures.id), eq(diaryEntries.slot, slot ?? 'm30')))
      .where(and(eq(procedures.id, wish.procedureId), eq(procedures.state, 'done')))
    const needleOutAt = row?.procedure.needleOutAt
    if (!slot || !row || !needleOutAt || row.written) return { sent: false }
    const { closesAt } = slotTiming(slot, needleOutAt, context.clinic.timeZone)
    if (context.now >= closesAt) return { sent: false }
    const { patientId } = row.procedure
    const mailId = await sendMail(tx, context, {
      toAddress: row.email,
      personId: patientId,
      subject: 'A short question from your clinic',
      body: [
        'Your diary is open. It takes a few taps, and the time matters.',
        `Open it here: ${context.clinic.origin}${paths.diary()}`,
        `Questions? Call ${context.clinic.name}: ${context.clinic.phone}.`,
      ].join('\n\n'),
    })
    if (!mailId) return { sent: false }
    await recordAudit(tx, context, { did: 'diary.remind', patientId, thing: 'procedure', thingId: row.procedure.id })
    return { sent: true }
  })
}
