import type { TransactionSql } from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { anIntake } from '@db/factories/an-intake'
import { attempt } from '@db/test/attempt'
import { testContext } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { wholeRecord } from '@db/test/whole-record'
import type { WholeRecord } from '@db/test/whole-record'
import { addAddendum } from '~/features/note/add-addendum.server'
import { saveNote } from '~/features/note/save-note.server'
import { saveAnswers } from '~/features/intake/save-answers.server'
import { startIntake } from '~/features/intake/start-intake.server'

const database = testDatabase()
let whole: WholeRecord
beforeAll(async () => {
  whole = await wholeRecord(database)
}, 120_000)

const frozen = [
  'intakes',
  'intake_answers',
  'triage_results',
  'triage_reviews',
  'triage_readings',
  'notes',
  'note_addenda',
  'measures',
  'outcomes',
  'diary_entries',
  'media_tokens',
  'licence_overrides',
] as const

const curious = ['patient', 'provider', 'colleague', 'scheduler', 'admin', 'guest', 'system', 'visitor'] as const

describe.each(frozen)('%s of the record', (table) => {
  const columnsOf = async () =>
    (await database.owner`select column_name from information_schema.columns where table_name = ${table}`).map((row) =>
      String(row['column_name']),
    )
  const snapshot = async () =>
    JSON.stringify(
      await database.owner.unsafe(
        `select t.* from ${table} t where patient_id = '${whole.patient.id}' order by t::text`,
      ),
    )

  test.each(curious)('cannot be changed, taken away or given to somebody else by the %s', async (who) => {
    const before = await snapshot()
    expect(before).not.toBe('[]')
    const here = `where patient_id = '${whole.patient.id}'`
    const attacks = [
      ...(await columnsOf()).map((column) => `update ${table} set ${column} = ${column} ${here}`),
      `update ${table} set patient_id = '${whole.stranger.id}' ${here}`,
      `delete from ${table} ${here}`,
      `truncate ${table} cascade`,
    ]
    for (const attack of attacks)
      expect(await attempt(database, whole[who], whole.patient.id, (sql) => sql.unsafe(attack)), attack).not.toBe(
        'done',
      )
    expect(await snapshot()).toBe(before)
  })

  test('cannot be changed by the owner of the tables either', async () => {
    for (const attack of [`update ${table} set patient_id = patient_id`, `delete from ${table}`])
      await expect(database.owner.unsafe(`${attack} where patient_id = '${whole.patient.id}'`), attack).rejects.toThrow(
        /never change/,
      )
  })
})

describe('a sent intake', () => {
  const byPatient = (work: Parameters<typeof attempt>[3]) => attempt(database, whole.patient, whole.patient.id, work)

  test('takes no further answer, and none of its answers moves into a new draft', async () => {
    const { patient, intakeId } = whole
    const draft = await startIntake(testContext(database, patient))
    expect(
      await byPatient(
        (sql) => sql`insert into intake_answers (intake_id, patient_id, question_key, value, answered_at, answered_by)
        values (${intakeId}, ${patient.id}, 'extra', '1', now(), ${patient.id})`,
      ),
    ).toBe('intake_answers_submitted_stay')
    const moves = [
      (sql: TransactionSql) =>
        sql`update intake_answers set intake_id = ${draft.id}, question_key = 'moved' where intake_id = ${intakeId} and question_key = 'fever'`,
      (sql: TransactionSql) =>
        sql`update intake_answers set intake_id = ${intakeId}, question_key = 'moved' where intake_id = ${draft.id}`,
    ]
    for (const move of moves) expect(await byPatient(move)).toBe('intake_answers_submitted_stay')
    expect(await byPatient((sql) => sql`update intakes set submitted_at = null where id = ${intakeId}`)).toBe(
      'intakes_submitted_stays',
    )
  })

  test('has one result, which says the same in its columns and in itself, and no draft has one', async () => {
    const { patient, intakeId } = whole
    const { id: draftId } = await startIntake(testContext(database, patient))
    const result = (intake: string, urgency: string) =>
      byPatient(
        (
          sql,
        ) => sql`insert into triage_results (intake_id, patient_id, rule_set_version, input_hash, as_of, urgency, si_pattern, result, created_at)
        select ${intake}, patient_id, rule_set_version, input_hash, as_of, ${urgency}, si_pattern, '{"urgency":{"tier":"routine"},"si":{"tier":"possible"},"rulesetVersion":"1.0.0"}'::jsonb, now()
        from intakes i, (select 'possible' as si_pattern, '1.0.0' as rule_set_version, 'x' as input_hash, now() as as_of) r where i.id = ${intakeId}`,
      )
    expect(await result(intakeId, 'routine')).toBe('triage_results_once')
    expect(await result(draftId, 'routine')).toBe('triage_results_of_submitted')
    expect(await result(intakeId, 'emergency')).toBe('triage_results_agree')
  })

  test('is not born sent, and nobody else answers in the person’s name', async () => {
    const patient = await aPerson(database)
    const born = await attempt(
      database,
      patient,
      patient.id,
      (sql) =>
        sql`insert into intakes (patient_id, opened_by, instrument_version, side, started_at, saved_at, submitted_at) values (${patient.id}, ${patient.id}, '1', 'right', now(), now(), now())`,
    )
    expect(born).toBe('intakes_start_open')
    const { intakeId } = await anIntake(database, { patient, submitted: false })
    const inName = await attempt(
      database,
      patient,
      patient.id,
      (sql) =>
        sql`insert into intake_answers (intake_id, patient_id, question_key, value, answered_at, answered_by) values (${intakeId}, ${patient.id}, 'fever', '"no"', now(), ${whole.provider.id})`,
    )
    expect(inName).toBe('intake_answers_writer_is_actor')
    for (const who of ['provider', 'scheduler', 'admin'] as const)
      expect(
        await attempt(
          database,
          whole[who],
          patient.id,
          (sql) =>
            sql`insert into intake_answers (intake_id, patient_id, question_key, value, answered_at, answered_by) values (${intakeId}, ${patient.id}, 'fever', '"no"', now(), ${whole[who].id})`,
        ),
      ).toBe('denied')
  })

  test('a correction is a new version beside it', async () => {
    const { patient, intakeId } = whole
    const context = testContext(database, patient)
    const { id } = await startIntake(context)
    const saved = await saveAnswers(context, { intakeId: id, answers: [{ key: 'painNow', value: 3, base: 0 }] })
    expect(saved).toHaveProperty('savedAt')
    expect(id).not.toBe(intakeId)
  })
})

describe('a note', () => {
  test('is written and signed by nobody but the clinician of the visit', async () => {
    const { colleague, provider, followUpId, patient, scheduler } = whole
    const saved = await saveNote(testContext(database, provider), {
      visitId: followUpId,
      version: 0,
      body: { history: 'x', medicines: '', exam: '', assessment: 'x', plan: 'x', patientSummary: 'x' },
    })
    expect(saved).toHaveProperty('version')
    const sign = (actor: typeof provider, by: string) =>
      attempt(
        database,
        actor,
        patient.id,
        (sql) => sql`update notes set signed_at = now(), signed_by = ${by} where visit_id = ${followUpId}`,
      )
    expect(await sign(colleague, colleague.id)).toBe('notes_writer_is_actor')
    expect(await sign(colleague, provider.id)).toBe('notes_writer_is_actor')
    expect(await sign(provider, colleague.id)).toBe('notes_writer_is_actor')
    expect(await sign(scheduler, scheduler.id)).toBe('denied')
    expect(await sign(patient, patient.id)).toBe('denied')
    const takeOver = await attempt(
      database,
      colleague,
      patient.id,
      (sql) => sql`update notes set provider_id = ${colleague.id}, body = '{}' where visit_id = ${followUpId}`,
    )
    expect(takeOver).toBe('notes_writer_is_actor')
    const addendum = await attempt(
      database,
      colleague,
      patient.id,
      (sql) =>
        sql`insert into note_addenda (note_id, patient_id, author_id, body, written_at) select id, patient_id, ${colleague.id}, 'x', now() from notes where visit_id = ${followUpId}`,
    )
    expect(addendum).toBe('note_addenda_writer_is_actor')
  })

  test('once signed has no second note beside it, only addenda under the own name', async () => {
    const { visitId, provider } = whole
    const patientId = whole.patient.id
    const second = await attempt(
      database,
      provider,
      patientId,
      (sql) =>
        sql`insert into notes (visit_id, patient_id, provider_id, body, saved_at) values (${visitId}, ${patientId}, ${provider.id}, '{}', now())`,
    )
    expect(second).toBe('notes_one_per_visit')
    const inName = await attempt(
      database,
      whole.colleague,
      patientId,
      (sql) =>
        sql`insert into note_addenda (note_id, patient_id, author_id, body, written_at) select id, patient_id, ${provider.id}, 'x', now() from notes where visit_id = ${visitId}`,
    )
    expect(inName).toBe('note_addenda_writer_is_actor')
    expect(await addAddendum(testContext(database, whole.colleague), { visitId, body: 'Seen too.' })).toHaveProperty(
      'addendumId',
    )
  })
})

test('what was said and consented to at the door stays when the visit is over', async () => {
  const { patient, visitId } = whole
  for (const change of [`state = 'WI'`, `consent_version = 'x'`, `consented_at = now()`, `address = 'elsewhere'`])
    expect(
      await attempt(database, patient, patient.id, (sql) =>
        sql.unsafe(`update arrivals set ${change} where visit_id = '${visitId}'`),
      ),
      change,
    ).toBe('arrivals_stay')
})

test('a procedure that was recorded, and a measure in somebody’s name, are not rewritten', async () => {
  const { patient, scheduler, provider, procedureId } = whole
  const attacks = [
    [scheduler, `update procedures set pain_before = 10 where id = '${procedureId}'`, 'procedures_recorded_stay'],
    [
      scheduler,
      `update procedures set state = 'cancelled', cancelled_why = 'xxx' where id = '${procedureId}'`,
      'procedures_recorded_stay',
    ],
    [patient, `update procedures set driver_name = 'x' where id = '${procedureId}'`, 'procedures_recorded_stay'],
    [
      patient,
      `insert into measures (patient_id, procedure_id, scale, anchor, side, value, taken_at, source, written_by) values ('${patient.id}', '${procedureId}', 'nrs', 'average_7_days', 'right', 10, '2020-01-01', 'staff_in_clinic', '${patient.id}')`,
      'measures_writer_is_actor',
    ],
    [
      patient,
      `insert into measures (patient_id, procedure_id, scale, anchor, side, value, taken_at, source, written_by) values ('${patient.id}', '${procedureId}', 'nrs', 'now', 'right', 1, now(), 'patient', '${provider.id}')`,
      'measures_writer_is_actor',
    ],
    [
      scheduler,
      `insert into measures (patient_id, procedure_id, scale, anchor, side, value, taken_at, source, written_by) values ('${patient.id}', '${procedureId}', 'nrs', 'now', 'right', 1, now(), 'patient', '${patient.id}')`,
      'measures_writer_is_actor',
    ],
  ] as const
  for (const [actor, attack, ending] of attacks)
    expect(await attempt(database, actor, patient.id, (sql) => sql.unsafe(attack)), attack).toBe(ending)
})
