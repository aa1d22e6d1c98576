import { randomUUID } from 'node:crypto'
import { withTx } from '../tx'
import { intakeAnswers, intakes, triageResults } from '../schema/intake'
import type { Version } from '~/domain/intake/versions'
import type { Actor } from '~/domain/people/actor'
import { systemActor } from '~/domain/people/actor'
import type { Tier, TriageResult } from '~/domain/triage/triage-result'
import type { TestDatabase } from '../test/database'
import { testNow } from '../test/context'

type Wish = {
  patient: Actor
  urgency?: Tier
  submitted?: boolean
  at?: Date
  side?: 'left' | 'right' | 'both'
  answers?: Record<string, unknown>
  result?: Partial<TriageResult>
  version?: Version
}

const noReasons = { reasons: [] }
const resultOf = (urgency: Tier): TriageResult => ({
  rulesetVersion: '1.0.0',
  inputHash: 'test',
  asOf: '2026-11-23',
  urgency: { tier: urgency, codes: [], ...noReasons },
  si: { tier: 'possible', score: 3, examDone: false, ...noReasons },
  ddx: [],
  blockers: [],
  payer: { policyId: 'test', policyVersion: '1', items: [] },
  notes: [],
  missing: [],
  actions: [],
})

/** An intake that was sent and triaged, or one that is still open. */
export async function anIntake(database: TestDatabase, wish: Wish): Promise<{ intakeId: string }> {
  const [intakeId, patientId] = [randomUUID(), wish.patient.id]
  const at = wish.at ?? testNow
  const urgency = wish.urgency ?? 'routine'
  const submittedAt = wish.submitted === false ? null : at
  const rows = Object.entries(wish.answers ?? {}).map(([questionKey, value]) => ({
    intakeId,
    patientId,
    questionKey,
    value,
    answeredAt: at,
    answeredBy: patientId,
  }))
  await withTx(database.app, systemActor, async (tx) => {
    const whole = { id: intakeId, patientId, instrumentVersion: wish.version ?? '1.0.0', startedAt: at, savedAt: at }
    await tx.insert(intakes).values({ ...whole, side: wish.side ?? 'right', submittedAt: null })
    if (rows.length > 0) await tx.insert(intakeAnswers).values(rows)
  })
  if (!submittedAt) return { intakeId }
  await database.owner`update intakes set submitted_at = ${submittedAt} where id = ${intakeId}`
  const result = { ...resultOf(urgency), ...wish.result }
  await withTx(database.app, systemActor, async (tx) => {
    await tx.insert(triageResults).values({
      intakeId,
      patientId,
      ruleSetVersion: result.rulesetVersion,
      inputHash: result.inputHash,
      asOf: at,
      urgency: result.urgency.tier,
      siPattern: result.si.tier,
      result,
      createdAt: at,
    })
  })
  return { intakeId }
}
