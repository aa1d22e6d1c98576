import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { triageStanding } from '~/domain/triage/triage-standing'
import type { TriageStanding } from '~/domain/triage/triage-standing'
import type { Context } from '~/features/context'
import { lockTriage } from './lock-triage'
import { triageFile } from './triage-file'
import type { TriageFile } from './triage-file'

export type OpenTriage = { readonly file: TriageFile; readonly standing: TriageStanding }

/** An intake with what stands of it, locked until the transaction ends; missing for whoever is not a clinician. The reading is recorded. */
export async function openTriage(tx: Tx, context: Context, intakeId: string): Promise<OpenTriage | Refusal<'missing'>> {
  const missing = refuse('missing', 'There is no such intake.')
  if (!may.reviewTriage(context.actor)) return missing
  await lockTriage(tx, intakeId)
  const file = await triageFile(tx, intakeId)
  if (!file) return missing
  const about = { patientId: file.patientId, thing: 'intake', thingId: intakeId }
  await recordAudit(tx, context, { did: 'triage.read', ...about })
  return { file, standing: triageStanding(file) }
}

/** Refuses when something was said or decided after what the page showed. */
export function unlessChanged({ file, standing }: OpenTriage, seen: string): Refusal<'changed'> | null {
  if (seen === standing.newest) return null
  const last = [...file.readings, ...file.reviews].toSorted((one, other) => +one.at - +other.at).at(-1)
  const who = last ? `${last.by.name} has` : 'The answers have'
  return refuse('changed', `${who} changed this since you opened it. Look again, then decide.`)
}
