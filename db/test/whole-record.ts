import { aPerson } from '../factories/a-person'
import { systemActor, visitorActor } from '~/domain/people/actor'
import { testContext } from './context'
import type { TestDatabase } from './database'
import { fakeMedia } from './fake-media'
import { consultJourney, runner } from './journey'
import { procedureJourney } from './journey-procedure'

/** One person with a row in every table, made by the verbs themselves, and somebody of every role who may be curious. */
export async function wholeRecord(database: TestDatabase) {
  const media = fakeMedia()
  const run = runner((who, now) => testContext(database, who, { now, media }))
  const whole = await procedureJourney(database, run, await consultJourney(database, run))
  await database.owner`insert into credentials (person_id, password_hash, changed_at) values (${whole.patient.id}, 'a hash', now())`
  await database.owner`insert into person_tokens (token_hash, person_id, purpose, expires_at, created_at)
    values (${`token ${whole.patient.id}`}, ${whole.patient.id}, 'reset_password', now() + interval '1 hour', now())`
  await database.owner`insert into sessions (token_hash, person_id, role, created_at, last_seen_at)
    values (${`session ${whole.patient.id}`}, ${whole.patient.id}, 'patient', now(), now())`
  await judged(database, whole.patient.id, whole.provider.id)
  return {
    ...whole,
    run,
    stranger: await aPerson(database, { name: 'A Stranger' }),
    colleague: await aPerson(database, { role: 'provider', name: 'A Colleague' }),
    admin: await aPerson(database, { role: 'admin', name: 'An Admin' }),
    system: systemActor,
    visitor: visitorActor,
  }
}

/** What only some records have: a phone agreement, a review and a later reading, each beside the person's own intake. */
async function judged({ owner }: TestDatabase, patientId: string, providerId: string): Promise<void> {
  const [sent] =
    await owner`select id from intakes where patient_id = ${patientId} and submitted_at is not null order by submitted_at limit 1`
  const intakeId = String(sent?.['id'])
  await owner`insert into phone_agreements (intake_id, patient_id, version, said_back_at, agreed_at, recorded_by)
    values (${intakeId}, ${patientId}, '1.0.0', now(), now(), ${providerId})`
  const has = async (table: string) =>
    (await owner`select from ${owner(table)} where patient_id = ${patientId} limit 1`).length > 0
  if (!(await has('intake_answer_history')))
    await owner`insert into intake_answer_history (intake_id, patient_id, question_key, version, value, answered_at, answered_by, replaced_at)
      values (${intakeId}, ${patientId}, 'painNow', 1, '3', now(), ${patientId}, now())`
  if (!(await has('triage_reviews')))
    await owner`insert into triage_reviews (intake_id, patient_id, result_id, decision, urgency, si_pattern, made_by, made_at)
      select i.id, i.patient_id, r.id, 'agree', r.urgency, r.si_pattern, ${providerId}, '2027-06-01' from intakes i
      join triage_results r on r.intake_id = i.id where i.id = ${intakeId}`
  if (!(await has('triage_readings')))
    await owner`insert into triage_readings (intake_id, patient_id, cause, answers, result, rule_set_version, input_hash, urgency, si_pattern, made_by, made_at)
      select r.intake_id, r.patient_id, 'asked', '{}', r.result, r.rule_set_version, r.input_hash, r.urgency, r.si_pattern, ${providerId}, '2027-06-02'
      from triage_results r where r.intake_id = ${intakeId}`
}

export type WholeRecord = Awaited<ReturnType<typeof wholeRecord>>
