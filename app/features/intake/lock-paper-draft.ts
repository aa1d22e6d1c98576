import { and, eq } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { intakes } from '@db/schema/intake'
import { asks, instrumentOf } from '~/domain/intake/instrument'
import type { Instrument } from '~/domain/intake/instrument'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import type { Context } from '~/features/context'

export type PaperDraft = {
  readonly id: string
  readonly patientId: string
  readonly revision: number
  readonly instrument: Instrument
}

/** The person's own draft, locked, if papers can still be added to it or taken back. */
export async function lockPaperDraft(
  tx: Tx,
  context: Context,
  intakeId: string,
): Promise<PaperDraft | Refusal<'missing' | 'submitted'>> {
  const patientId = context.actor.id
  const [intake] = await tx
    .select({
      id: intakes.id,
      revision: intakes.revision,
      version: intakes.instrumentVersion,
      submittedAt: intakes.submittedAt,
    })
    .from(intakes)
    .where(and(eq(intakes.id, intakeId), eq(intakes.patientId, patientId)))
    .for('update')
  const instrument = intake && instrumentOf(intake.version)
  if (!instrument || !asks(instrument, 'papers')) return refuse('missing', 'These questions are not open.')
  if (intake.submittedAt) return refuse('submitted', 'You have sent your answers. They can no longer be changed.')
  return { id: intake.id, patientId, revision: intake.revision, instrument }
}
