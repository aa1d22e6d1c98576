import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { intakeFiles } from '@db/schema/intake'
import type { PaperMediaType } from '~/domain/intake/paper-lists'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

export type OpenedPaper = { readonly name: string; readonly mediaType: PaperMediaType; readonly bytes: Uint8Array }

/** A paper with its bytes: for the person whose it is, and for clinicians. One that was taken back opens for nobody. */
export async function readPaper(
  context: Context,
  wish: { paperId: string },
): Promise<OpenedPaper | Refusal<'missing'>> {
  const missing = refuse('missing', 'There is no such paper.')
  if (!may.readPaper(context.actor, { patientId: context.actor.id })) return missing
  return transact(context, async (tx) => {
    const [paper] = await tx
      .select({
        patientId: intakeFiles.patientId,
        name: intakeFiles.name,
        mediaType: intakeFiles.mediaType,
        bytes: intakeFiles.content,
      })
      .from(intakeFiles)
      .where(and(eq(intakeFiles.id, wish.paperId), isNull(intakeFiles.removedAt)))
    if (!paper || !may.readPaper(context.actor, paper)) return missing
    const { patientId, ...opened } = paper
    await recordAudit(tx, context, { did: 'paper.read', patientId, thing: 'paper', thingId: wish.paperId })
    return opened
  })
}
