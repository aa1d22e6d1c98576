import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from './client'
import { procedures } from './schema/cases'
import { urgentItems } from './schema/intake'
import { people } from './schema/people'
import { isQuestionKey } from '~/domain/intake/instrument'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import { dayOf } from '~/domain/time/day-of'
import type { TriageContext } from '~/domain/triage/triage-result'

type Wish = {
  readonly patientId: string
  readonly intakeId: string
  readonly answers: Answers
  readonly instrumentVersion: string
  readonly now: Date
  readonly zone: string
}

/** What the rules are told beside the answers: the day, where the person lives, their last injection, answers they took back. */
export async function readTriageContext(tx: Tx, wish: Wish): Promise<TriageContext> {
  const { patientId, intakeId, answers, zone } = wish
  const [person] = await tx.select({ homeState: people.homeState }).from(people).where(eq(people.id, patientId))
  const [done] = await tx
    .select({ side: procedures.side, startsAt: procedures.startsAt })
    .from(procedures)
    .where(and(eq(procedures.patientId, patientId), eq(procedures.state, 'done'), isNull(procedures.cancelledAt)))
    .orderBy(desc(procedures.startsAt))
    .limit(1)
  const corrected = await correctedKeys(tx, intakeId)
  return {
    asOf: dayOf(wish.now, zone),
    instrumentVersion: wish.instrumentVersion,
    corrected: corrected.length > 0 ? corrected : undefined,
    patientState: answers.stateOfResidence ?? person?.homeState ?? undefined,
    postProcedure: done ? { date: dayOf(done.startsAt, zone), side: done.side } : undefined,
  }
}

/** Questions whose emergency answer was taken back and not given again, whether or not a clinician has called since. */
async function correctedKeys(tx: Tx, intakeId: string): Promise<QuestionKey[]> {
  const items = await tx
    .select({ key: urgentItems.questionKey, correctedAt: urgentItems.correctedAt })
    .from(urgentItems)
    .where(eq(urgentItems.sourceId, intakeId))
  const standing = new Set(items.filter(({ correctedAt }) => correctedAt === null).map(({ key }) => key))
  const keys = items.flatMap(({ key, correctedAt }) => (key !== null && correctedAt !== null ? [key] : []))
  return [...new Set(keys)].filter((key) => !standing.has(key)).filter(isQuestionKey)
}
