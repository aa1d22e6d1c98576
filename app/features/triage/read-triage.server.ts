import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { readOpenUrgent } from '@db/read-open-urgent'
import { readPapers } from '@db/read-papers'
import { readTriageContext } from '@db/read-triage-context'
import { intakes } from '@db/schema/intake'
import { arrivals, visits } from '@db/schema/visits'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import type { TriageContext } from '~/domain/triage/triage-result'
import { triageStanding } from '~/domain/triage/triage-standing'
import { alone } from '~/domain/visit/arrival'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { triageFile } from './triage-file'

export type ReadTriage = Exclude<Awaited<ReturnType<typeof readTriage>>, { refused: string }>

type Wish = { readonly intakeId: string } | { readonly visitId: string }

/**
 * Everything a clinician sees of one intake and what was said of it since, by its id, or for a visit: the newest one the
 * patient sent, else the open draft. Missing for whoever is not a clinician, and where there is none.
 */
export async function readTriage(context: Context, wish: Wish) {
  return transact(context, async (tx) => {
    const missing: Refusal<'missing'> = refuse('missing', 'There is no such intake.')
    if (!may.reviewTriage(context.actor)) return missing
    const intakeId = 'intakeId' in wish ? wish.intakeId : await intakeOfVisit(tx, wish.visitId)
    const file = intakeId ? await triageFile(tx, intakeId) : null
    if (!file) return missing
    const { id, patientId, instrumentVersion } = file
    await recordAudit(tx, context, { did: 'triage.read', patientId, thing: 'intake', thingId: id })
    const standing = triageStanding(file)
    const about = { patientId, intakeId: id, answers: standing.answers, instrumentVersion }
    const told: TriageContext = await readTriageContext(tx, {
      ...about,
      now: context.now,
      zone: context.clinic.timeZone,
    })
    const open = await readOpenUrgent(tx, patientId)
    return {
      file,
      standing,
      context: told,
      papers: await readPapers(tx, id),
      calls: open.filter((item) => item.sourceId === id),
      visit: await visitAhead(tx, patientId),
    }
  })
}

async function intakeOfVisit(tx: Tx, visitId: string): Promise<string | null> {
  const [visit] = await tx.select({ patientId: visits.patientId }).from(visits).where(eq(visits.id, visitId))
  if (!visit) return null
  const rows = await tx
    .select({ id: intakes.id, submittedAt: intakes.submittedAt })
    .from(intakes)
    .where(eq(intakes.patientId, visit.patientId))
    .orderBy(desc(intakes.startedAt))
  return (rows.find((row) => row.submittedAt) ?? rows[0])?.id ?? null
}

async function visitAhead(tx: Tx, patientId: string) {
  const [row] = await tx
    .select({
      id: visits.id,
      state: visits.state,
      startsAt: visits.startsAt,
      providerId: visits.providerId,
      whoIsThere: arrivals.whoIsThere,
    })
    .from(visits)
    .leftJoin(arrivals, eq(arrivals.visitId, visits.id))
    .where(and(eq(visits.patientId, patientId), inArray(visits.state, ['booked', 'waiting', 'in_visit'])))
    .orderBy(asc(visits.startsAt))
    .limit(1)
  if (!row) return null
  const { whoIsThere, ...visit } = row
  return { ...visit, company: whoIsThere === null ? null : whoIsThere !== alone }
}
