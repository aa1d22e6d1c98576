import { and, eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { openUrgentItem } from '@db/open-urgent-item'
import { readOpenUrgent } from '@db/read-open-urgent'
import { intakeAnswerHistory, intakes } from '@db/schema/intake'
import { answerSchema } from '~/domain/intake/answer-schema'
import { asks, instrumentOf, kindOf } from '~/domain/intake/instrument'
import type { Instrument, QuestionKey } from '~/domain/intake/instrument'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { alarmsOf } from '~/domain/urgent/alarms-of'
import { needsNow } from '~/domain/urgent/needs-now'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { judgeAnswers } from './judge-answers'
import type { Conflict, GivenAnswer } from './judge-answers'
import { paceAnswered } from './pace-answered'
import { storedAnswers, valuesOf } from './stored-answers'
import { writeAnswers } from './write-answers'
import type { Changed } from './write-answers'

export type Saved = {
  /** The version of the questions that this intake began with. */
  readonly instrumentVersion: string
  readonly savedAt: Date
  /** The number of change of every answer that now stands as it was given; 0 for one that was taken back. */
  readonly versions: Partial<Record<QuestionKey, number>>
  /** Answers that another device has changed meanwhile: not overwritten, or kept because they need us sooner. */
  readonly conflicts: readonly Conflict[]
  /** An answer needs help now: the person belongs on the emergency page. */
  readonly emergency: boolean
}

/**
 * Keeps answers of a draft: the person's own, or, with `patientId`, that of the person who is asked by phone; each answer
 * is signed by whoever enters it. Each carries the number of change it was based on: what another device has
 * changed since is never silently overwritten, and an answer that is not kept stays in the record beside the one that is.
 * An answer that needs a call at once opens it in the same transaction.
 */
export function saveAnswers(
  context: Context,
  wish: { intakeId: string; patientId?: string; answers: readonly GivenAnswer[] },
): Promise<Saved | Refusal<'missing' | 'submitted'>> {
  return transact(context, async (tx) => {
    const patientId = wish.patientId ?? context.actor.id
    const [intake] = await tx
      .select({
        id: intakes.id,
        revision: intakes.revision,
        submittedAt: intakes.submittedAt,
        version: intakes.instrumentVersion,
      })
      .from(intakes)
      .where(and(eq(intakes.id, wish.intakeId), eq(intakes.patientId, patientId)))
      .for('update')
    if (!intake) return refuse('missing', 'These questions are not open.')
    if (intake.submittedAt) return refuse('submitted', 'You have sent your answers. They can no longer be changed.')
    const asked = instrumentOf(intake.version)
    if (!wish.answers.every((answer) => fits(answer, asked))) return refuse('missing', 'Nobody asked this here.')
    const asOf = dayOf(context.now, context.clinic.timeZone)
    const stored = await storedAnswers(tx, intake.id)
    const open = await readOpenUrgent(tx, patientId)
    const held = open.filter((item) => needsNow(item) && item.sourceId === intake.id)
    const { changes, unchanged, conflicts } = judgeAnswers({
      given: wish.answers.filter(({ key }) => kindOf(key) !== 'files'),
      stored,
      asOf,
      held: new Set(held.map((item) => item.questionKey)),
    })
    const revision = changes.length > 0 ? intake.revision + 1 : intake.revision
    if (changes.length > 0) {
      await writeAnswers(tx, context, { intakeId: intake.id, patientId, revision, changes, did: 'intake.save' })
      const answers = { ...valuesOf(stored), ...Object.fromEntries(changes.map(({ key, value }) => [key, value])) }
      const about = { intakeId: intake.id, patientId, instrument: asked }
      await paceAnswered(tx, { ...about, at: context.now, changes, answers, onPage: !wish.patientId })
    } else await recordAudit(tx, context, { did: 'intake.read', patientId, thing: 'intake', thingId: intake.id })
    await keepBoth(tx, context, { intakeId: intake.id, patientId, conflicts })
    const emergency = await raise(tx, context, {
      intakeId: intake.id,
      patientId,
      changes,
      stored: valuesOf(stored),
      asOf,
      waits: open.length > 0,
    })
    return {
      instrumentVersion: asked.version,
      savedAt: context.now,
      versions: Object.fromEntries([
        ...unchanged.map((key) => [key, stored.get(key)?.version ?? 0]),
        ...changes.map(({ key, value }) => [key, value === undefined ? 0 : revision]),
      ]),
      conflicts,
      emergency: emergency || open.some(needsNow),
    }
  })
}

/** Whether the version that this intake began with asks the question and takes this answer. */
function fits({ key, value }: GivenAnswer, asked: Instrument): boolean {
  return asks(asked, key) && (value === undefined || answerSchema(key, asked).safeParse(value).success)
}

/** What a person gave here and did not get, because another device's answer stands: in the record, never in its place. */
async function keepBoth(
  tx: Tx,
  context: Context,
  { intakeId, patientId, conflicts }: { intakeId: string; patientId: string; conflicts: readonly Conflict[] },
) {
  const about = { patientId, thing: 'intake', thingId: intakeId }
  const refused = conflicts.filter(({ kept }) => kept !== 'mine')
  if (refused.length === 0) return
  await recordAudit(tx, context, { did: 'intake.conflict', ...about, fields: refused.map(({ key }) => key) })
  const rows = refused.flatMap(({ key, mine, theirs }) => (mine === undefined ? [] : [{ key, mine, theirs }]))
  if (rows.length === 0) return
  const now = context.now
  await tx.insert(intakeAnswerHistory).values(
    rows.map(({ key, mine, theirs }) => ({
      intakeId,
      patientId,
      questionKey: key,
      version: theirs.version,
      value: mine,
      answeredAt: now,
      answeredBy: context.actor.id,
      replacedAt: now,
    })),
  )
}

type Raised = {
  intakeId: string
  patientId: string
  changes: readonly Changed[]
  stored: ReturnType<typeof valuesOf>
  asOf: string
  waits: boolean
}

/** Opens the calls that these answers ask for. One same-day call per person is enough; every emergency is its own. */
async function raise(
  tx: Tx,
  context: Context,
  { intakeId, patientId, changes, stored, asOf, waits }: Raised,
): Promise<boolean> {
  const answers = { ...stored, ...Object.fromEntries(changes.map(({ key, value }) => [key, value])) }
  let [emergency, called] = [false, waits]
  for (const { key, alarm } of alarmsOf(changes, answers, asOf)) {
    if (alarm.urgency === 'same_day' && called) continue
    const about = { patientId, source: 'intake' as const, sourceId: intakeId, questionKey: key }
    await openUrgentItem(tx, context, { ...about, ...alarm })
    called = true
    emergency ||= alarm.urgency === 'emergency'
  }
  return emergency
}
