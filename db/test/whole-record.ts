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

export type WholeRecord = Awaited<ReturnType<typeof wholeRecord>>
