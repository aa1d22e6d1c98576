import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { readPapers } from '@db/read-papers'
import { intakes } from '@db/schema/intake'
import type { Paper } from '~/domain/paper/paper'
import { may } from '~/domain/people/permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** What was handed in with one intake that is sent. */
export type SentPapers = { readonly intakeId: string; readonly sentAt: Date; readonly papers: readonly Paper[] }

/** The papers in what the asking person has sent, the newest intake first; intakes without papers are left out. */
export function listSentPapers(context: Context): Promise<SentPapers[]> {
  return transact(context, async (tx) => {
    if (!may.readPaper(context.actor, { patientId: context.actor.id })) return []
    const patientId = context.actor.id
    const sent = await tx
      .select({ intakeId: intakes.id, sentAt: intakes.submittedAt })
      .from(intakes)
      .where(and(eq(intakes.patientId, patientId), isNotNull(intakes.submittedAt)))
      .orderBy(desc(intakes.submittedAt))
    await recordAudit(
      tx,
      context,
      sent.map(({ intakeId }) => ({ did: 'paper.list', patientId, thing: 'intake', thingId: intakeId })),
    )
    const lists: SentPapers[] = []
    for (const { intakeId, sentAt } of sent) {
      const papers = await readPapers(tx, intakeId)
      if (sentAt && papers.length > 0) lists.push({ intakeId, sentAt, papers })
    }
    return lists
  })
}
