import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { authorisations, cases } from '@db/schema/cases'
import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { RequestWish } from '~/domain/case/case-wishes'
import { refuse } from '~/domain/refusal'
import { transact } from '../context'
import type { Context } from '../context'

/** Records that the plan was asked, and until when it must answer. One open request per case. */
export async function sendRequest(context: Context, wish: { caseId: string } & z.output<typeof RequestWish>) {
  return transact(context, async (tx) => {
    const [found] = await tx
      .select({ id: cases.id, patientId: cases.patientId })
      .from(cases)
      .where(and(eq(cases.id, wish.caseId), isNull(cases.closedAt)))
    if (!found) return refuse('missing', 'There is no such case.')
    const [sent] = await tx
      .insert(authorisations)
      .values({
        caseId: found.id,
        patientId: found.patientId,
        payer: wish.payer,
        sentAt: context.now,
        decisionDueAt: new Date(context.now.getTime() + wish.answerWithinDays * 86_400_000),
      })
      .onConflictDoNothing()
      .returning({ id: authorisations.id })
    if (!sent) return refuse('already_sent', 'A request is already with the plan.')
    await recordAudit(tx, context, {
      did: 'authorisation.send',
      patientId: found.patientId,
      thing: 'authorisation',
      thingId: sent.id,
      fields: ['payer', 'decisionDueAt'],
    })
    await announce(tx, { topic: 'case', patientId: found.patientId })
    return sent
  })
}
