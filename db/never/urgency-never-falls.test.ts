import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { anIntake } from '@db/factories/an-intake'
import { aPerson } from '@db/factories/a-person'
import { openUrgentItem } from '@db/open-urgent-item'
import { attempt } from '@db/test/attempt'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { wholeRecord } from '@db/test/whole-record'
import type { WholeRecord } from '@db/test/whole-record'
import { withTx } from '@db/tx'
import { systemActor } from '~/domain/people/actor'
import type { Actor } from '~/domain/people/actor'
import { readBooking } from '~/features/schedule/read-booking.server'
import { closeUrgent } from '~/features/urgent/close-urgent.server'
import { takeUrgent } from '~/features/urgent/take-urgent.server'

const database = testDatabase()
let whole: WholeRecord
beforeAll(async () => {
  whole = await wholeRecord(database)
}, 120_000)

const everyone = ['patient', 'provider', 'colleague', 'scheduler', 'admin', 'guest', 'system', 'visitor'] as const

async function anOpenCall(urgency: 'emergency' | 'same_day' = 'emergency') {
  const patient = await aPerson(database)
  const { intakeId } = await anIntake(database, { patient, urgency })
  const wish = {
    patientId: patient.id,
    urgency,
    source: 'triage',
    sourceId: intakeId,
    code: 'redflag:cauda_equina',
  } as const
  const { id } = await withTx(database.app, systemActor, (tx) => openUrgentItem(tx, testContext(database), wish))
  return { patient, intakeId, id }
}
const itemOf = async (id: string) => (await database.owner`select * from urgent_items where id = ${id}`)[0]

describe.each(everyone)('the %s', (who) => {
  const me = (patient: Actor): Actor => (who === 'patient' ? patient : whole[who])
  const tryAll = async (patient: Actor, attacks: string[]) => {
    for (const attack of attacks)
      expect(await attempt(database, me(patient), patient.id, (sql) => sql.unsafe(attack)), attack).not.toBe('done')
  }

  test('does not lower the urgency of a stored result', async () => {
    const { patient, intakeId } = await anOpenCall()
    await tryAll(patient, [
      `update triage_results set urgency = 'routine' where intake_id = '${intakeId}'`,
      `update triage_results set result = '{}' where intake_id = '${intakeId}'`,
      `delete from triage_results where intake_id = '${intakeId}'`,
      `update intakes set patient_id = '${whole.stranger.id}' where id = '${intakeId}'`,
    ])
    const [row] = await database.owner`select urgency from triage_results where intake_id = ${intakeId}`
    expect(row?.['urgency']).toBe('emergency')
  })

  test('does not lower, put off, misfile, hide or delete an open call', async () => {
    const { patient, id } = await anOpenCall()
    const before = await itemOf(id)
    const change = (what: string) => `update urgent_items set ${what} where id = '${id}'`
    await tryAll(patient, [
      change(`urgency = 'same_day'`),
      change(`due_at = due_at + interval '1 day'`),
      change(`opened_at = now() + interval '1 year'`),
      change(`patient_id = '${whole.stranger.id}'`),
      change(`code = 'redflag:none'`),
      change(`source_id = '${randomUUID()}'`),
      `delete from urgent_items where id = '${id}'`,
    ])
    expect(await itemOf(id)).toEqual(before)
  })

  test('does not close a call that they have not taken, or without words', async () => {
    const { patient, id } = await anOpenCall()
    const actor = me(patient)
    const close = (outcome: string, by = actor.id) =>
      `update urgent_items set closed_at = now(), closed_by = '${by}', outcome = '${outcome}' where id = '${id}'`
    await tryAll(patient, [close('all is well'), close('all is well', whole.provider.id), close('')])
    await tryAll(patient, [
      `update urgent_items set owner_id = '${whole.provider.id}', taken_at = now() where id = '${id}' and '${actor.id}' <> '${whole.provider.id}'`,
      `update urgent_items set owner_id = '${actor.id}', taken_at = now(), closed_at = now(), closed_by = '${actor.id}', outcome = '  .  ' where id = '${id}'`,
    ])
    expect(await itemOf(id)).toMatchObject({ closed_at: null, owner_id: null })
  })

  test('does not silence the escalation of a call', async () => {
    const { patient, id } = await anOpenCall()
    const key = `escalate-urgent:${id}`
    const [before] = await database.owner`select run_at from graphile_worker.jobs where key = ${key}`
    expect(before).toBeDefined()
    if (who !== 'system') {
      await attempt(database, me(patient), patient.id, (sql) => sql`select app.dequeue(${key})`)
      await attempt(
        database,
        me(patient),
        patient.id,
        (sql) => sql`select app.enqueue('escalate-urgent', '{}'::json, ${key}, '2099-01-01')`,
      )
      await attempt(
        database,
        me(patient),
        patient.id,
        (sql) => sql`select app.enqueue('send-mail', '{}'::json, ${key}, '2099-01-01')`,
      )
    }
    const [after] =
      await database.owner`select task_identifier as task, run_at from graphile_worker.jobs where key = ${key}`
    expect(after).toEqual({ task: 'escalate-urgent', run_at: before?.['run_at'] })
  })
})

test('a call is not born taken, closed or answered, so that nobody books past it', async () => {
  const patient = await aPerson(database)
  const { intakeId } = await anIntake(database, { patient, urgency: 'same_day' })
  for (const actor of [patient, whole.provider]) {
    const ending = await attempt(
      database,
      actor,
      patient.id,
      (sql) =>
        sql`insert into urgent_items (patient_id, urgency, source, source_id, code, opened_at, due_at, owner_id, taken_at, closed_at, closed_by, outcome)
        values (${patient.id}, 'same_day', 'triage', ${intakeId}, 'redflag:x', now(), now(), ${whole.provider.id}, now(), now(), ${whole.provider.id}, 'nothing')`,
    )
    expect(ending).toBe('urgent_items_start_open')
  }
  expect(await readBooking(testContext(database, patient))).toEqual({ gate: { kind: 'calledToday' } })
})

test('a clinician takes it, closes it in words, and it stays as it was closed', async () => {
  const { patient, id } = await anOpenCall('same_day')
  const { provider, colleague } = whole
  const context = testContext(database, provider)
  expect(await takeUrgent(context, { itemId: id })).toHaveProperty('takenAt')
  const takeOver = await attempt(
    database,
    colleague,
    patient.id,
    (sql) => sql`update urgent_items set owner_id = ${colleague.id} where id = ${id}`,
  )
  expect(takeOver).toBe('urgent_items_by_clinician')
  expect(await closeUrgent(context, { itemId: id, outcome: 'Talked, comes in today' })).toHaveProperty('closedAt')
  for (const actor of [provider, colleague, systemActor])
    for (const attack of [`closed_at = null, closed_by = null, outcome = null`, `outcome = 'something else'`])
      expect(
        await attempt(database, actor, patient.id, (sql) =>
          sql.unsafe(`update urgent_items set ${attack} where id = '${id}'`),
        ),
      ).toMatch(/urgent_items_stay|denied/)
})

test('of five clinicians who take and close one call at once, one has it', async () => {
  const { id } = await anOpenCall()
  const clinicians = await Promise.all(Array.from({ length: 5 }, () => aPerson(database, { role: 'provider' })))
  const answers = await Promise.all(
    clinicians.map(async (clinician) => {
      const context = testContext(database, clinician, { now: testNow })
      await takeUrgent(context, { itemId: id })
      return closeUrgent(context, { itemId: id, outcome: `By ${clinician.id}` })
    }),
  )
  expect(answers.filter((answer) => 'closedAt' in answer)).toHaveLength(1)
  const item = await itemOf(id)
  expect(item?.['outcome']).toBe(`By ${item?.['owner_id']}`)
  expect(item?.['closed_by']).toBe(item?.['owner_id'])
})
