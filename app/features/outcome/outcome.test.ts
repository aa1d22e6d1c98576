import { describe, expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { aProcedure } from '@db/factories/a-procedure'
import { testContext } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { wasRefused } from '~/domain/refusal'
import { decideNextStep } from './decide-next-step.server'
import { readFollowUp } from './read-follow-up.server'
import { takeMeasures } from './take-measures.server'

const database = testDatabase()
const day = 86_400_000
const step = { nextStep: 'rehab_and_wait', reason: 'Less pain, starts physical therapy' } as const

async function aMeasure(of: {
  patientId: string
  side?: string
  anchor?: string
  scale?: string
  value: number
  at: Date
}) {
  const { patientId, side = 'right', anchor = 'average_7_days', scale = 'nrs', value, at } = of
  const [row] = await database.owner`
    insert into measures (patient_id, scale, anchor, side, value, taken_at, source, written_by)
    values (${patientId}, ${scale}, ${anchor}, ${side}, ${value}, ${at}, 'patient', ${patientId}) returning id`
  return String(row?.['id'])
}

async function aFollowUp({ before = 7 }: { before?: number | null } = {}) {
  const done = await aProcedure(database, { done: { painBefore: 7 } })
  const patientId = done.patient.id
  if (before !== null) await aMeasure({ patientId, value: before, at: new Date(done.startsAt.getTime() - day) })
  await database.owner`update visits set state = 'waiting' where id = ${done.followUpId}`
  await database.owner`update visits set state = 'in_visit', admitted_at = starts_at where id = ${done.followUpId}`
  const now = new Date(done.startsAt.getTime() + 14 * day)
  return { ...done, patientId, visitId: done.followUpId, context: testContext(database, done.provider, { now }) }
}

async function reading(followUp: Awaited<ReturnType<typeof aFollowUp>>) {
  const read = await readFollowUp(followUp.context, { visitId: followUp.visitId })
  if (wasRefused(read) || !read.reading) throw new Error('The follow-up could not be read')
  return read.reading
}

describe('the two-week follow-up', () => {
  test('compares one scale, anchor and side, and decides on exactly those two numbers', async () => {
    const followUp = await aFollowUp()
    expect((await reading(followUp)).therapeutic.kind).toBe('notComputable')
    const early = await decideNextStep(followUp.context, { visitId: followUp.visitId, ...step })
    expect(early).toMatchObject({ refused: 'not_measured' })
    await takeMeasures(followUp.context, { visitId: followUp.visitId, average: 3 })
    const read = await reading(followUp)
    expect(read.relief).toMatchObject({ kind: 'computed', percent: (100 * 4) / 7 })
    expect(read.therapeutic).toMatchObject({
      kind: 'moderate',
      secondMeasure: 'notMeasured',
      durability: 'provisional',
    })
    expect(await decideNextStep(followUp.context, { visitId: followUp.visitId, ...step })).toHaveProperty('outcomeId')
    expect(await decideNextStep(followUp.context, { visitId: followUp.visitId, ...step })).toMatchObject({
      refused: 'decided',
    })
  })

  test('function makes it substantial: PEG only from all three items', async () => {
    const followUp = await aFollowUp()
    const { patientId, visitId } = followUp
    await aMeasure({
      patientId,
      scale: 'peg',
      anchor: 'past_week',
      value: 6.667,
      at: new Date(followUp.startsAt.getTime() - day),
    })
    await takeMeasures(followUp.context, { visitId, average: 3, pegEnjoyment: 3 })
    expect((await reading(followUp)).peg?.after).toBeUndefined()
    await takeMeasures(followUp.context, { visitId, average: 3, pegEnjoyment: 3, pegActivity: 4 })
    const read = await reading(followUp)
    expect(read.peg?.after?.value).toBe(3.333)
    expect(read.therapeutic.kind).toBe('substantial')
  })

  test('a number of the other side is no number from before', async () => {
    const followUp = await aFollowUp({ before: null })
    await aMeasure({
      patientId: followUp.patientId,
      side: 'left',
      value: 7,
      at: new Date(followUp.startsAt.getTime() - day),
    })
    await takeMeasures(followUp.context, { visitId: followUp.visitId, average: 3 })
    expect((await reading(followUp)).pain).toBeUndefined()
    expect(await decideNextStep(followUp.context, { visitId: followUp.visitId, ...step })).toMatchObject({
      refused: 'not_measured',
    })
  })

  test('the database refuses an outcome of two numbers that are not alike', async () => {
    const { patientId, visitId, procedureId, provider, startsAt } = await aFollowUp({ before: null })
    const before = await aMeasure({ patientId, anchor: 'now', value: 7, at: new Date(startsAt.getTime() - day) })
    const after = await aMeasure({ patientId, value: 3, at: new Date(startsAt.getTime() + 14 * day) })
    const insert = database.owner`
      insert into outcomes (procedure_id, visit_id, patient_id, baseline_id, current_id, next_step, reason, decided_by, decided_at)
      values (${procedureId}, ${visitId}, ${patientId}, ${before}, ${after}, 'discharge', 'No reason', ${provider.id}, now())`
    await expect(insert).rejects.toThrow(/one scale, anchor and side/)
  })

  test('worse keeps its sign and asks for an exam', async () => {
    const followUp = await aFollowUp({ before: 5 })
    await takeMeasures(followUp.context, { visitId: followUp.visitId, average: 7 })
    const read = await reading(followUp)
    expect(read.relief).toMatchObject({ percent: -40 })
    expect(read.therapeutic.kind).toBe('worse')
    expect(read.options[0]?.nextStep).toBe('in_person_exam')
  })

  test('only the clinician of the follow-up asks and decides; a scheduler reads nothing', async () => {
    const followUp = await aFollowUp()
    const { visitId } = followUp
    const other = testContext(database, await aPerson(database, { role: 'provider' }))
    expect(await takeMeasures(other, { visitId, average: 3 })).toMatchObject({ refused: 'no_follow_up' })
    expect(await decideNextStep(other, { visitId, ...step })).toMatchObject({ refused: 'no_follow_up' })
    const scheduler = testContext(database, await aPerson(database, { role: 'scheduler' }))
    expect(await readFollowUp(scheduler, { visitId })).toMatchObject({ refused: 'no_follow_up' })
  })
})
