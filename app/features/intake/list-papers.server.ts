import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { readPapers } from '@db/read-papers'
import { intakes } from '@db/schema/intake'
import type { Paper } from '~/domain/paper/paper'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** The papers of an intake, oldest first: for the person whose it is, and for clinicians. */
export async function listPapers(
  context: Context,
  wish: { intakeId: string },
): Promise<readonly Paper[] | Refusal<'missing'>> {
  const missing = refuse('missing', 'There are no such questions.')
  if (!may.readPaper(context.actor, { patientId: context.actor.id })) return missing
  return transact(context, async (tx) => {
    const [intake] = await tx
      .select({ patientId: intakes.patientId })
      .from(intakes)
      .where(eq(intakes.id, wish.intakeId))
    if (!intake || !may.readPaper(context.actor, intake)) return missing
    await recordAudit(tx, context, {
      did: 'paper.list',
      patientId: intake.patientId,
      thing: 'intake',
      thingId: wish.intakeId,
    })
    return readPapers(tx, wish.intakeId)
  })
}
