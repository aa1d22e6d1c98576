import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { anIntake } from '@db/factories/an-intake'
import { aPerson } from '@db/factories/a-person'
import { openUrgentItem } from '@db/open-urgent-item'
import { readStanding } from '@db/read-standing'
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

describe('a review or a reading of an intake', () => {
  const resultOf = async (intakeId: string) =>
    (await database.owner`select id, result from triage_results where intake_id = ${intakeId}`)[0]
  const asked = (now: string) => JSON.stringify([{ ruleId: 'RF-01', now }])

  async function review(who: Actor, intakeId: string, more: Record<string, string> = {}) {
    const { patient_id: patientId } =
      (await database.owner`select patient_id from intakes where id = ${intakeId}`)[0] ?? {}
    const row = {
      decision: 'override',
      urgency: 'routine',
      asked: asked('gone'),
      madeBy: who.id,
      madeAt: '2026-11-24',
      resultId: String((await resultOf(intakeId))?.['id']),
      ...more,
    }
    return attempt(
      database,
      who,
      String(patientId),
      (sql) =>
        sql`insert into triage_reviews (intake_id, patient_id, result_id, decision, urgency, si_pattern, reason_code, reason, asked, made_by, made_at)
        values (${intakeId}, ${String(patientId)}, ${row.resultId}, ${row.decision}, ${row.urgency}, 'possible', 'symptom_gone', 'because', ${row.asked}::text::jsonb, ${row.madeBy}, ${row.madeAt})`,
    )
  }

  async function reading(who: Actor, intakeId: string, more: Record<string, string> = {}) {
    const row = { urgency: 'emergency', madeBy: who.id, madeAt: '2026-11-24', ...more }
    const { patient_id: patientId } =
      (await database.owner`select patient_id from intakes where id = ${intakeId}`)[0] ?? {}
    return attempt(
      database,
      who,
      String(patientId),
      (sql) =>
        sql`insert into triage_readings (intake_id, patient_id, cause, answers, result, rule_set_version, input_hash, urgency, si_pattern, made_by, made_at)
        select intake_id, patient_id, 'asked', '{}', result, rule_set_version, input_hash, ${row.urgency}, si_pattern, ${row.madeBy}, ${row.madeAt}
        from triage_results where intake_id = ${intakeId}`,
    )
  }

  test.each(['patient', 'scheduler', 'admin', 'guest', 'visitor'] as const)('is not written by the %s', async (who) => {
    const { patient, intakeId } = await anOpenCall()
    const me = who === 'patient' ? patient : whole[who]
    for (const madeBy of [me.id, whole.provider.id]) {
      expect(await review(me, intakeId, { madeBy })).toMatch(/denied|_by_clinician/)
      expect(await reading(me, intakeId, { madeBy })).toMatch(/denied|_by_clinician/)
    }
  })

  test('is written in no other name', async () => {
    const { intakeId } = await anOpenCall()
    const { provider, colleague } = whole
    expect(await review(provider, intakeId, { madeBy: colleague.id })).toBe('triage_reviews_by_clinician')
    expect(await reading(provider, intakeId, { madeBy: colleague.id })).toBe('triage_readings_by_clinician')
  })

  test('lowers only by a review that says of every item asked again that it is gone or known', async () => {
    const { intakeId } = await anOpenCall()
    const { provider } = whole
    const no = 'triage_reviews_lower_with_asked'
    expect(await review(provider, intakeId, { asked: '[]' })).toBe(no)
    for (const now of ['worse', 'not_asked', ''])
      expect(await review(provider, intakeId, { asked: asked(now) })).toBe(no)
    expect(await review(provider, intakeId, { decision: 'agree' })).toBe('triage_reviews_agree_with_standing')
    for (const urgency of ['routine', 'expedited', 'same_day'])
      expect(await reading(provider, intakeId, { urgency }), urgency).toBe('triage_readings_agree')
    expect(await review(provider, intakeId, { urgency: 'expedited' })).toBe('done')
  })

  test('of another intake’s result is none', async () => {
    const { intakeId } = await anOpenCall()
    const other = String((await resultOf((await anOpenCall()).intakeId))?.['id'])
    expect(await review(whole.provider, intakeId, { resultId: other })).toBe('triage_reviews_of_result')
  })

  test('does not slip in before what was said, and what was raised again is not lowered by an older word', async () => {
    const { intakeId } = await anOpenCall('same_day')
    const { provider } = whole
    expect(await review(provider, intakeId, { madeAt: '2026-11-01' })).toBe('triage_reviews_in_order')
    expect(await review(provider, intakeId, { urgency: 'routine', madeAt: '2026-11-25' })).toBe('done')
    expect(await reading(provider, intakeId, { urgency: 'emergency', madeAt: '2026-11-24' })).toBe(
      'triage_readings_in_order',
    )
    expect(await reading(provider, intakeId, { urgency: 'emergency', madeAt: '2026-11-26' })).toBe('done')
    expect(await review(provider, intakeId, { urgency: 'routine', asked: '[]', madeAt: '2026-11-27' })).toBe(
      'triage_reviews_lower_with_asked',
    )
    const [row] = await database.owner`select app.standing_urgency(${intakeId}) as stands`
    expect(row?.['stands']).toBe('emergency')
    const stands = await withTx(database.app, provider, (tx) => readStanding(tx, [intakeId]))
    expect(stands.get(intakeId)).toBe('emergency')
  })

  test('the database and the pages always say the same of what stands', async () => {
    const tier = fc.constantFrom('routine', 'expedited', 'same_day', 'emergency')
    const events = fc.array(fc.record({ kind: fc.constantFrom('review', 'reading'), urgency: tier }), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(events, async (list) => {
        const { intakeId } = await anOpenCall('same_day')
        for (const [index, { kind, urgency }] of list.entries()) {
          const more = { urgency, madeAt: `2026-12-0${index + 1}` }
          await (kind === 'review' ? review(whole.provider, intakeId, more) : reading(whole.provider, intakeId, more))
        }
        const [row] = await database.owner`select app.standing_urgency(${intakeId}) as stands`
        const stands = await withTx(database.app, whole.provider, (tx) => readStanding(tx, [intakeId]))
        expect(row?.['stands']).toBe(stands.get(intakeId))
      }),
      { numRuns: 15 },
    )
  })

  test('stays, whoever wants it otherwise', async () => {
    const { patient, intakeId } = await anOpenCall()
    await review(whole.provider, intakeId)
    await reading(whole.provider, intakeId, { madeAt: '2026-11-25' })
    for (const who of [patient, whole.provider, whole.colleague, whole.admin, systemActor])
      for (const attack of [
        `update triage_reviews set urgency = 'emergency' where intake_id = '${intakeId}'`,
        `delete from triage_reviews where intake_id = '${intakeId}'`,
        `update triage_readings set urgency = 'routine' where intake_id = '${intakeId}'`,
        `delete from triage_readings where intake_id = '${intakeId}'`,
      ])
        expect(await attempt(database, who, patient.id, (sql) => sql.unsafe(attack)), attack).not.toBe('done')
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
