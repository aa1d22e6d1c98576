import { randomUUID } from 'node:crypto'
import type { TransactionSql } from 'postgres'
import { describe, expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { aProcedure } from '@db/factories/a-procedure'
import { aVisit } from '@db/factories/a-visit'
import { aBookableCase, aResource } from '@db/test/a-bookable-case'
import { attempt } from '@db/test/attempt'
import { testContext } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { systemActor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { bookProcedure } from '~/features/case/book-procedure.server'
import { cancelProcedure } from '~/features/case/cancel-procedure.server'
import { moveProcedure } from '~/features/case/move-procedure.server'
import { confirmMove } from '~/features/schedule/confirm-move.server'
import { holdMove } from '~/features/schedule/hold-move.server'

const database = testDatabase()
const day = 86_400_000

/** A live follow-up that no procedure asks for, or that does not stand about two weeks after it; a booked one without any. */
const lost = () => database.owner`
  select v.id from visits v left join procedures p on p.id = v.procedure_id
  where v.kind = 'follow_up' and v.state in ('booked', 'waiting')
    and (p.id is null or p.state = 'cancelled' or v.starts_at not between p.starts_at + interval '11 days 12 hours' and p.starts_at + interval '21 days')
  union all select p.id from procedures p where p.state = 'booked'
    and not exists (select from visits v where v.procedure_id = p.id and v.state in ('booked', 'waiting'))`

async function scene() {
  const all = await aProcedure(database)
  return { ...all, scheduler: await aPerson(database, { role: 'scheduler' }), system: systemActor }
}
type Scene = Awaited<ReturnType<typeof scene>>
type Attack = (sql: TransactionSql, scene: Scene) => ReturnType<Parameters<typeof attempt>[3]>

const shift = async (sql: TransactionSql, { procedureId }: Scene, days: number) => {
  await sql`update allocations set during = tstzrange(lower(during) + make_interval(days => ${days}), upper(during) + make_interval(days => ${days})) where procedure_id = ${procedureId}`
  return sql`update procedures set starts_at = starts_at + make_interval(days => ${days}), ends_at = ends_at + make_interval(days => ${days}) where id = ${procedureId}`
}

const attacks: [string, Attack, RegExp][] = [
  ['moves the procedure away', (sql, one) => shift(sql, one, 30), /^visits_follow_procedure$/],
  ['moves the procedure closer', (sql, one) => shift(sql, one, 5), /^visits_follow_procedure$/],
  [
    'cancels the procedure and keeps the follow-up',
    (sql, { procedureId }) =>
      sql`update procedures set state = 'cancelled', cancelled_why = 'gone', cancelled_at = now() where id = ${procedureId}`,
    /^visits_follow_procedure$/,
  ],
  [
    'cancels the follow-up and keeps the procedure',
    async (sql, { followUpId }) => {
      await sql`update allocations set released_at = now() where visit_id = ${followUpId}`
      return sql`update visits set state = 'cancelled' where id = ${followUpId}`
    },
    /^procedures_have_follow_up$/,
  ],
  [
    'moves the follow-up far away',
    async (sql, { followUpId }) => {
      await sql`update allocations set during = tstzrange(lower(during) + interval '40 days', upper(during) + interval '40 days') where visit_id = ${followUpId}`
      return sql`update visits set starts_at = starts_at + interval '40 days', ends_at = ends_at + interval '40 days' where id = ${followUpId}`
    },
    /^visits_follow_procedure$/,
  ],
  [
    'turns the follow-up into a consult',
    (sql, { followUpId }) => sql`update visits set kind = 'consult', procedure_id = null where id = ${followUpId}`,
    /^(denied|visits_identity)$/,
  ],
  [
    'deletes the procedure',
    (sql, { procedureId }) => sql`delete from procedures where id = ${procedureId}`,
    /^denied$/,
  ],
  ['deletes the follow-up', (sql, { followUpId }) => sql`delete from visits where id = ${followUpId}`, /^denied$/],
  ['adds a second follow-up', (sql, one) => followUp(sql, one, one.procedureId), /^visits_one_follow_up$/],
  ['adds a follow-up of nothing', (sql, one) => followUp(sql, one, null), /^visits_follow_up_has_procedure$/],
  [
    'adds a follow-up of a procedure that is not there',
    (sql, one) => followUp(sql, one, randomUUID()),
    /^visits_procedures_same_patient|visits_procedure_fk$/,
  ],
]

function followUp(
  sql: TransactionSql,
  { patient, provider, followUp: { from, to } }: Scene,
  procedureId: string | null,
) {
  return sql`insert into visits (kind, patient_id, provider_id, procedure_id, starts_at, ends_at, created_at)
    values ('follow_up', ${patient.id}, ${provider.id}, ${procedureId}, ${from.toISOString()}, ${to.toISOString()}, now())`
}

describe.each(['scheduler', 'system'] as const)('whoever as %s', (role) => {
  test.each(attacks)('%s is stopped', async (_, attack, ending) => {
    const all = await scene()
    expect(await attempt(database, all[role], all.patient.id, (sql) => attack(sql, all))).toMatch(ending)
    expect(await lost()).toHaveLength(0)
  })

  test('books a procedure without a follow-up is stopped', async () => {
    const { caseId, patient, provider, roomId, cArmId, locationId } = await aBookableCase(database)
    const actor = role === 'system' ? systemActor : await aPerson(database, { role })
    const id = randomUUID()
    const during = '[2027-01-05T19:00:00Z,2027-01-05T20:00:00Z)'
    const ending = await attempt(database, actor, patient.id, async (sql) => {
      await sql`insert into procedures (id, case_id, patient_id, provider_id, room_id, c_arm_id, location_id, side, starts_at, ends_at, created_at)
        values (${id}, ${caseId}, ${patient.id}, ${provider.id}, ${roomId}, ${cArmId}, ${locationId}, 'right', lower(${during}::tstzrange), upper(${during}::tstzrange), now())`
      return sql`insert into allocations (resource_id, patient_id, during, procedure_id)
        select r, ${patient.id}, ${during}, ${id} from unnest(${[provider.id, patient.id, roomId, cArmId].toSorted()}::uuid[]) r`
    })
    expect(ending).toBe('procedures_have_follow_up')
    expect(await lost()).toHaveLength(0)
  })
})

test('a follow-up of somebody else’s procedure is stopped', async () => {
  const [one, other] = [await scene(), await scene()]
  const taken = await attempt(database, systemActor, one.patient.id, (sql) => followUp(sql, one, other.procedureId))
  expect(taken).toMatch(/visits_procedures_same_patient|visits_one_follow_up/)
})

test('patients and colleagues cannot move or cancel either half', async () => {
  const all = await scene()
  const colleague = await aPerson(database, { role: 'provider' })
  for (const actor of [all.patient, all.provider, colleague])
    for (const [, attack] of attacks)
      expect(await attempt(database, actor, all.patient.id, (sql) => attack(sql, all))).not.toBe('done')
  expect(await lost()).toHaveLength(0)
})

describe('by the verbs, at the same moment', () => {
  async function booked(count: number) {
    const cases = await Promise.all(Array.from({ length: count }, () => aBookableCase(database)))
    const scheduler = await aPerson(database, { role: 'scheduler' })
    const context = testContext(database, scheduler)
    const wish = (index: number, startsAt: Date) => {
      const { caseId, provider, roomId, cArmId } = cases[index]!
      return { caseId, providerId: provider.id, roomId, cArmId, startsAt }
    }
    const first = new Date('2027-01-06T19:00:00Z')
    for (const index of cases.keys()) {
      const answer = await bookProcedure(context, wish(index, first))
      if (wasRefused(answer)) throw new Error(answer.message)
    }
    return { cases, context, wish, first }
  }

  test('a procedure that is moved twice and cancelled while its patient moves the check takes the check along', async () => {
    const { cases, context, wish, first } = await booked(3)
    const moves = cases.map(async ({ patient, provider, caseId }, index) => {
      const [visit] =
        await database.owner`select id, starts_at from visits where procedure_id in (select id from procedures where case_id = ${caseId})`
      const visitId = String(visit?.['id'])
      const stands = visit?.['starts_at'] as Date
      const other = new Date(stands.getTime() + day)
      const byPatient = async () => {
        const hold = await holdMove(testContext(database, patient), {
          visitId,
          providerId: provider.id,
          startsAt: other,
        })
        return wasRefused(hold) ? hold : confirmMove(testContext(database, patient), { visitId, holdId: hold.id })
      }
      return Promise.allSettled([
        moveProcedure(context, wish(index, new Date(first.getTime() + 7 * day))),
        moveProcedure(context, wish(index, new Date(first.getTime() + 8 * day))),
        byPatient(),
        ...(index === 2 ? [cancelProcedure(context, { caseId, why: 'Asked to wait' })] : []),
      ])
    })
    await Promise.all(moves)
    expect(await lost()).toHaveLength(0)
  })

  test('when no time is free for the check, nothing is booked and nothing is moved', async () => {
    const { cases, context, wish, first } = await booked(1)
    const { provider, caseId, locationId } = cases[0]!
    await database.owner`delete from weekly_hours where provider_id = ${provider.id} and kind = 'video'`
    const before = await database.owner`select starts_at from procedures where case_id = ${caseId}`
    expect(await moveProcedure(context, wish(0, new Date(first.getTime() + day)))).toMatchObject({
      refused: 'no_follow_up',
    })
    expect(await database.owner`select starts_at from procedures where case_id = ${caseId}`).toEqual(before)
    const other = await aBookableCase(database)
    const roomId = await aResource(database, 'room', locationId)
    const cArmId = await aResource(database, 'c_arm', locationId)
    const answer = await bookProcedure(context, {
      caseId: other.caseId,
      providerId: provider.id,
      roomId,
      cArmId,
      startsAt: new Date(first.getTime() + 2 * day),
    })
    expect(answer).toMatchObject({ refused: 'no_follow_up' })
    expect(await database.owner`select id from procedures where case_id = ${other.caseId}`).toHaveLength(0)
    await aVisit(database, { patient: other.patient, provider, startsAt: new Date(first.getTime() + 2 * day) })
    expect(await lost()).toHaveLength(0)
  })
})
