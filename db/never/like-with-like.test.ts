import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { aProcedure } from '@db/factories/a-procedure'
import { attempt } from '@db/test/attempt'
import { testContext } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { systemActor } from '~/domain/people/actor'
import type { Actor } from '~/domain/people/actor'
import { reaches, relief } from '~/domain/outcome/relief'
import { therapeuticResponse } from '~/domain/outcome/therapeutic-response'
import { decideNextStep } from '~/features/outcome/decide-next-step.server'
import { takeMeasures } from '~/features/outcome/take-measures.server'

const database = testDatabase()
const day = 86_400_000

type Number = {
  patientId: string
  procedureId?: string | null
  scale?: string
  anchor?: string
  side?: string
  value?: number
  days: number
}

async function scene() {
  const done = await aProcedure(database, { done: { painBefore: 7 } })
  await database.owner`update visits set state = 'waiting' where id = ${done.followUpId}`
  await database.owner`update visits set state = 'in_visit', admitted_at = starts_at where id = ${done.followUpId}`
  const measure = async ({
    patientId,
    procedureId = null,
    scale = 'nrs',
    anchor = 'average_7_days',
    side = 'right',
    value = 6,
    days,
  }: Number) => {
    const at = new Date(done.startsAt.getTime() + days * day)
    const [row] =
      await database.owner`insert into measures (patient_id, procedure_id, scale, anchor, side, value, taken_at, source, written_by)
      values (${patientId}, ${procedureId}, ${scale}, ${anchor}, ${side}, ${value}, ${at}, 'patient', ${patientId}) returning id`
    return String(row?.['id'])
  }
  const { procedureId } = done
  const patientId = done.patient.id
  const before = await measure({ patientId, days: -1 })
  const after = (changes: Partial<Number> = {}) => measure({ patientId, procedureId, days: 14, ...changes })
  const outcome = (
    baseline: string,
    current: string,
    actor: Actor = done.provider,
    changes: { visitId?: string; procedureId?: string; patientId?: string; by?: string } = {},
  ) => {
    const {
      visitId = done.followUpId,
      procedureId: of = procedureId,
      patientId: whose = patientId,
      by = done.provider.id,
    } = changes
    return attempt(
      database,
      actor,
      whose,
      (sql) =>
        sql`insert into outcomes (procedure_id, visit_id, patient_id, baseline_id, current_id, next_step, reason, decided_by, decided_at)
        values (${of}, ${visitId}, ${whose}, ${baseline}, ${current}, 'discharge', 'A reason', ${by}, now())`,
    )
  }
  return { ...done, patientId, measure, before, after, outcome }
}

describe('an outcome of two numbers that are not alike is not stored', () => {
  const unlike = [
    ['another scale', { scale: 'peg' }],
    ['another anchor', { anchor: 'now' }],
    ['an anchor of another length', { anchor: 'worst_24_hours' }],
    ['a time before the needle', { days: -0.5 }],
  ] as const
  test.each(unlike)('%s', async (_, changes) => {
    const { before, after, outcome, provider } = await scene()
    const current = await after(changes)
    for (const actor of [provider, systemActor])
      expect(await outcome(before, current, actor)).toBe('outcomes_like_with_like')
  })

  test('another side, also when both numbers have it', async () => {
    const { patientId, before, after, outcome, measure, provider } = await scene()
    const otherSide = [
      await measure({ patientId, side: 'left', days: -1 }),
      await measure({ patientId, side: 'left', days: 14 }),
    ] as const
    const current = await after()
    for (const actor of [provider, systemActor]) {
      expect(await outcome(before, otherSide[1], actor)).toBe('outcomes_like_with_like')
      expect(await outcome(otherSide[0], current, actor)).toBe('outcomes_like_with_like')
      expect(await outcome(...otherSide, actor)).toBe('outcomes_like_with_like')
    }
  })

  test('another patient’s number, or another procedure’s', async () => {
    const [here, there] = [await scene(), await scene()]
    const [current, theirs] = [await here.after(), await there.after()]
    for (const actor of [here.provider, systemActor]) {
      expect(await here.outcome(there.before, current, actor)).toBe('outcomes_like_with_like')
      expect(await here.outcome(here.before, theirs, actor)).toBe('outcomes_like_with_like')
      expect(await here.outcome(there.before, theirs, actor)).toBe('outcomes_like_with_like')
    }
    const second = await aProcedure(database, {
      patient: here.patient,
      startsAt: new Date('2027-03-09T19:00:00Z'),
      done: { painBefore: 5 },
    })
    const ofSecond = await here.measure({ patientId: here.patientId, procedureId: second.procedureId, days: 13 })
    expect(await here.outcome(here.before, ofSecond)).toBe('outcomes_like_with_like')
    const beforeSecond = await here.measure({ patientId: here.patientId, procedureId: second.procedureId, days: -2 })
    expect(await here.outcome(beforeSecond, current)).toBe('outcomes_like_with_like')
  })

  test('one number compared with itself, the two the wrong way round, or none', async () => {
    const { before, after, outcome } = await scene()
    const current = await after()
    expect(await outcome(current, current)).toBe('outcomes_like_with_like')
    expect(await outcome(before, before)).toBe('outcomes_like_with_like')
    expect(await outcome(current, before)).toBe('outcomes_like_with_like')
    expect(await outcome(before, randomUUID())).toBe('outcomes_like_with_like')
  })

  test('of another visit, patient or procedure, and by nobody but the clinician of the follow-up', async () => {
    const [here, there] = [await scene(), await scene()]
    const current = await here.after()
    expect(await here.outcome(here.before, current, here.provider, { visitId: there.followUpId })).toMatch(
      /outcomes_of_its_procedure|outcomes_writer_is_actor/,
    )
    expect(await here.outcome(here.before, current, systemActor, { visitId: here.consultId })).toBe(
      'outcomes_of_its_procedure',
    )
    expect(await here.outcome(here.before, current, systemActor, { procedureId: there.procedureId })).toBe(
      'outcomes_like_with_like',
    )
    expect(await here.outcome(here.before, current, there.provider)).toBe('outcomes_writer_is_actor')
    expect(await here.outcome(here.before, current, there.provider, { by: there.provider.id })).toBe(
      'outcomes_writer_is_actor',
    )
    expect(await here.outcome(here.before, current, here.patient)).toBe('denied')
    expect(await here.outcome(here.before, current)).toBe('done')
    expect(await here.outcome(here.before, current)).toBe('outcomes_one_per_visit')
  })
})

test('the verb decides on like numbers only, even when unlike ones lie nearer', async () => {
  const { provider, patientId, followUpId, followUp, before, measure } = await scene()
  await measure({ patientId, side: 'left', value: 1, days: -0.1 })
  await measure({ patientId, scale: 'peg', anchor: 'past_week', value: 9, days: -0.1 })
  const context = testContext(database, provider, { now: followUp.from })
  await takeMeasures(context, {
    visitId: followUpId,
    average: 3,
    now: 9,
    pegEnjoyment: undefined,
    pegActivity: undefined,
  })
  expect(
    await decideNextStep(context, { visitId: followUpId, nextStep: 'rehab_and_wait', reason: 'A reason' }),
  ).toHaveProperty('outcomeId')
  const [row] =
    await database.owner`select o.baseline_id, c.value::float, c.anchor from outcomes o join measures c on c.id = o.current_id where o.visit_id = ${followUpId}`
  expect(row).toEqual({ baseline_id: before, value: 3, anchor: 'average_7_days' })
})

describe('relief is never rounded before it is compared', () => {
  const reading = (value: number) => ({ scale: 'nrs', anchor: 'average_7_days', side: 'right', value }) as const

  test('no rounded number is stored anywhere beside the two measures', async () => {
    const stored = await database.owner`select table_name, column_name from information_schema.columns
      where table_schema = 'public' and column_name ~ '(relief|percent|improvement|response|change_)'`
    expect(stored).toHaveLength(0)
    const [type] =
      await database.owner`select data_type, numeric_scale from information_schema.columns where table_name = 'measures' and column_name = 'value'`
    expect(type).toEqual({ data_type: 'numeric', numeric_scale: null })
    const { patientId, measure } = await scene()
    const id = await measure({ patientId, value: 3.333, days: -1 })
    expect((await database.owner`select value::text from measures where id = ${id}`)[0]?.['value']).toBe('3.333')
  })

  test.each([
    [7.005, 3.503, false],
    [7.005, 3.502, true],
    [10, 5.004, false],
    [10, 5, true],
    [9, 4.5, true],
    [0.002, 0.001, true],
  ])('from %d to %d reaches one half: %s', (before, after, expected) => {
    expect(reaches(relief(reading(before), reading(after)), 50)).toBe(expected)
  })

  test('just under a threshold never counts as reaching it, whatever it would be rounded to', () => {
    const thousandths = fc.integer({ min: 1, max: 10_000 })
    fc.assert(
      fc.property(thousandths, thousandths, fc.constantFrom(30, 50, 75, 80), (before, after, threshold) => {
        const exact = 100 * (before - after) >= threshold * before
        expect(reaches(relief(reading(before / 1000), reading(after / 1000)), threshold)).toBe(exact)
      }),
      { numRuns: 2000 },
    )
  })

  test('two thirds of a half is moderate, not substantial, however it is written', () => {
    const confirming = { impression: 'much_better' } as const
    expect(therapeuticResponse(relief(reading(7), reading(3.5)), confirming).kind).toBe('substantial')
    expect(therapeuticResponse(relief(reading(7), reading(3.501)), confirming).kind).toBe('moderate')
  })
})

test('a number is of somebody, on a scale from 0 to 10, and nobody writes one into another record', async () => {
  const { patient, procedureId } = await scene()
  const stranger = await aPerson(database)
  const write = (actor: Actor, value: string, whose = patient.id) =>
    attempt(
      database,
      actor,
      whose,
      (sql) =>
        sql`insert into measures (patient_id, procedure_id, scale, anchor, side, value, taken_at, source, written_by)
        values (${whose}, ${procedureId}, 'nrs', 'now', 'right', ${value}, now(), 'patient', ${actor.id})`,
    )
  for (const value of ['-1', '11', '10.001', 'NaN']) expect(await write(patient, value)).toBe('measures_range')
  expect(await write(stranger, '1')).toBe('denied')
  expect(await write(stranger, '1', stranger.id)).toBe('measures_procedures_same_patient')
  expect(await write(patient, '1')).toBe('done')
})
