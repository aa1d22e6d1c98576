import { and, eq, inArray, sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { openUrgentItem } from '@db/open-urgent-item'
import { readOpenUrgent } from '@db/read-open-urgent'
import { intakeAnswers, intakes } from '@db/schema/intake'
import type { AnswerValue, QuestionKey } from '~/domain/intake/instrument'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { alarmOf } from '~/domain/urgent/alarm-of'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { judgeAnswers } from './judge-answers'
import type { Conflict, GivenAnswer } from './judge-answers'
import { storedAnswers, valuesOf } from './stored-answers'

export type Saved = {
  readonly savedAt: Date
  /** The number of change of every answer that now stands as it was given; 0 for one that was taken back. */
  readonly versions: Partial<Record<QuestionKey, number>>
  /** Answers that another device has changed meanwhile: not overwritten. */
  readonly conflicts: readonly Conflict[]
  /** An answer needs help now: the person belongs on the emergency page. */
  readonly emergency: boolean
}

type Changed = { key: QuestionKey; value: AnswerValue | undefined }

/**
 * Keeps answers of the person's own draft. Each carries the number of change it was based on: what another device has
 * changed since is never silently overwritten. An answer that needs a call at once opens it in the same transaction.
 */
export function saveAnswers(
  context: Context,
  wish: { intakeId: string; answers: readonly GivenAnswer[] },
): Promise<Saved | Refusal<'missing' | 'submitted'>> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const [intake] = await tx
      .select({ id: intakes.id, revision: intakes.revision, submittedAt: intakes.submittedAt })
      .from(intakes)
      .where(and(eq(intakes.id, wish.intakeId), eq(intakes.patientId, patientId)))
      .for('update')
    if (!intake) return refuse('missing', 'These questions are not open.')
    if (intake.submittedAt) return refuse('submitted', 'You have sent your answers. They can no longer be changed.')
    const asOf = dayOf(context.now, context.clinic.timeZone)
    const stored = await storedAnswers(tx, intake.id)
    const open = await readOpenUrgent(tx, patientId)
    const held = open.filter((item) => item.urgency === 'emergency' && item.sourceId === intake.id)
    const { changes, unchanged, conflicts } = judgeAnswers({
      given: wish.answers,
      stored,
      asOf,
      held: new Set(held.map((item) => item.questionKey)),
    })
    const revision = changes.length > 0 ? intake.revision + 1 : intake.revision
    if (changes.length > 0) await write(tx, context, intake.id, revision, changes)
    const emergency = await raise(tx, context, {
      intakeId: intake.id,
      changes,
      stored: valuesOf(stored),
      asOf,
      waits: open.length > 0,
    })
    return {
      savedAt: context.now,
      versions: Object.fromEntries([
        ...unchanged.map((key) => [key, stored.get(key)?.version ?? 0]),
        ...changes.map(({ key, value }) => [key, value === undefined ? 0 : revision]),
      ]),
      conflicts,
      emergency: emergency || open.some((item) => item.urgency === 'emergency'),
    }
  })
}

async function write(tx: Tx, context: Context, intakeId: string, revision: number, changes: readonly Changed[]) {
  const patientId = context.actor.id
  const rows = changes.flatMap(({ key, value }) =>
    value === undefined
      ? []
      : [
          {
            intakeId,
            patientId,
            questionKey: key,
            value,
            version: revision,
            answeredAt: context.now,
            answeredBy: patientId,
          },
        ],
  )
  const cleared = changes.filter(({ value }) => value === undefined).map(({ key }) => key)
  if (rows.length > 0)
    await tx
      .insert(intakeAnswers)
      .values(rows)
      .onConflictDoUpdate({
        target: [intakeAnswers.intakeId, intakeAnswers.questionKey],
        set: {
          value: sql`excluded.value`,
          version: sql`excluded.version`,
          answeredAt: sql`excluded.answered_at`,
          answeredBy: sql`excluded.answered_by`,
        },
      })
  if (cleared.length > 0)
    await tx
      .delete(intakeAnswers)
      .where(and(eq(intakeAnswers.intakeId, intakeId), inArray(intakeAnswers.questionKey, cleared)))
  await tx.update(intakes).set({ revision, savedAt: context.now }).where(eq(intakes.id, intakeId))
  await recordAudit(tx, context, {
    did: 'intake.save',
    patientId,
    thing: 'intake',
    thingId: intakeId,
    fields: changes.map(({ key }) => key),
  })
}

type Raised = {
  intakeId: string
  changes: readonly Changed[]
  stored: ReturnType<typeof valuesOf>
  asOf: string
  waits: boolean
}

/** Opens the calls that these answers ask for. One same-day call per person is enough; every emergency is its own. */
async function raise(tx: Tx, context: Context, { intakeId, changes, stored, asOf, waits }: Raised): Promise<boolean> {
  const answers = { ...stored, ...Object.fromEntries(changes.map(({ key, value }) => [key, value])) }
  let [emergency, called] = [false, waits]
  for (const { key, value } of changes) {
    const alarm = value === undefined ? null : alarmOf(key, value, answers, asOf)
    if (!alarm || (alarm.urgency === 'same_day' && called)) continue
    const about = { patientId: context.actor.id, source: 'intake' as const, sourceId: intakeId, questionKey: key }
    await openUrgentItem(tx, context, { ...about, ...alarm })
    called = true
    emergency ||= alarm.urgency === 'emergency'
  }
  return emergency
}
