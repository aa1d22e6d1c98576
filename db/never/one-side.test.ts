import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { anIntake } from '@db/factories/an-intake'
import { aProcedure } from '@db/factories/a-procedure'
import { aPerson } from '@db/factories/a-person'
import { aVisit } from '@db/factories/a-visit'
import { attempt } from '@db/test/attempt'
import { testContext } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { systemActor } from '~/domain/people/actor'
import type { Actor } from '~/domain/people/actor'
import { sides } from '~/domain/people/side'
import type { Side } from '~/domain/people/side'
import { orderInjection } from '~/features/order/order-injection.server'
import { recordProcedure } from '~/features/case/record-procedure.server'

const database = testDatabase()

async function aConsult(side: Side = 'right') {
  const patient = await aPerson(database)
  const provider = await aPerson(database, { role: 'provider' })
  await anIntake(database, { patient, side })
  const visit = await aVisit(database, { patient, provider })
  await database.owner`update visits set state = 'waiting' where id = ${visit.id}`
  await database.owner`update visits set state = 'in_visit', admitted_at = starts_at where id = ${visit.id}`
  return { patient, provider, visitId: visit.id }
}
type Consult = Awaited<ReturnType<typeof aConsult>>

const order = (
  { patient, provider, visitId }: Consult,
  wish: { side: string; map: string; why?: string | null; actor?: Actor },
) =>
  attempt(
    database,
    wish.actor ?? provider,
    patient.id,
    (sql) =>
      sql`insert into orders (visit_id, patient_id, provider_id, side, map_side, side_reason, intent, reason, ordered_at)
      values (${visitId}, ${patient.id}, ${provider.id}, ${wish.side}, ${wish.map}, ${wish.why ?? null}, 'diagnostic', 'A reason', now())`,
  )

describe('from the body map to the order', () => {
  test.each(sides)('a map that says %s is not told to the order as another side', async (side) => {
    const consult = await aConsult(side)
    for (const other of sides.filter((one) => one !== side)) {
      expect(await order(consult, { side: other, map: other })).toBe('orders_map_side')
      expect(await order(consult, { side: other, map: other, actor: systemActor })).toBe('orders_map_side')
      for (const why of [null, '', '   ', 'no'])
        expect(await order(consult, { side: other, map: side, why })).toBe('orders_side_explained')
    }
    expect(await order(consult, { side, map: side })).toBe('done')
  })

  test('another side is said with its reason, and the reason stays', async () => {
    const { patient, provider, visitId } = await aConsult('left')
    const wish = { visitId, side: 'right', intent: 'diagnostic', reason: 'A reason' } as const
    const context = testContext(database, provider)
    expect(await orderInjection(context, wish)).toMatchObject({ refused: 'side_reason' })
    expect(await orderInjection(context, { ...wish, sideReason: 'The map was marked in a mirror' })).toHaveProperty(
      'orderId',
    )
    for (const change of [
      `side = 'left'`,
      `map_side = 'right'`,
      `side_reason = null`,
      `side_reason = 'x y z'`,
      `side = 'left', map_side = 'left'`,
    ])
      for (const actor of [provider, systemActor])
        expect(
          await attempt(database, actor, patient.id, (sql) =>
            sql.unsafe(`update orders set ${change} where visit_id = '${visitId}'`),
          ),
          change,
        ).toMatch(/denied|orders_stay/)
  })

  test('the side of a sent intake is the side its answers say', async () => {
    const patient = await aPerson(database)
    const { intakeId } = await anIntake(database, { patient, submitted: false, answers: { painSide: 'right' } })
    const send = (side: string) =>
      attempt(
        database,
        patient,
        patient.id,
        (sql) => sql`update intakes set submitted_at = now(), side = ${side} where id = ${intakeId}`,
      )
    expect(await send('left')).toBe('intakes_side_as_said')
    expect(await send('right')).toBe('done')
  })
})

describe('from the order to the needle', () => {
  test('case, procedure and numbers have the side of the order, whoever writes', async () => {
    const consult = await aConsult('right')
    const { patient, provider, visitId } = consult
    await order(consult, { side: 'right', map: 'right' })
    const [row] = await database.owner`select id from orders where visit_id = ${visitId}`
    for (const actor of [provider, systemActor]) {
      const opened = await attempt(
        database,
        actor,
        patient.id,
        (sql) =>
          sql`insert into cases (order_id, patient_id, side, intent, provider_id, opened_at) values (${row?.['id']}, ${patient.id}, 'left', 'diagnostic', ${provider.id}, now())`,
      )
      expect(opened).toBe('cases_same_side_as_order')
    }
  })

  test('a booked procedure does not change sides, nor does its case', async () => {
    const { patient, provider, procedureId, caseId } = await aProcedure(database)
    const scheduler = await aPerson(database, { role: 'scheduler' })
    const attacks = [
      `update procedures set side = 'left' where id = '${procedureId}'`,
      `update cases set side = 'left' where id = '${caseId}'`,
      `update orders set side = 'left' where patient_id = '${patient.id}'`,
      `update procedures set case_id = '${randomUUID()}' where id = '${procedureId}'`,
    ]
    for (const actor of [patient, provider, scheduler, systemActor])
      for (const attack of attacks)
        expect(await attempt(database, actor, patient.id, (sql) => sql.unsafe(attack)), attack).toMatch(
          /denied|_same_side_as_|_same_patient|orders_stay|_fk/,
        )
  })

  test('a procedure is not hung on the case of the other side or of somebody else', async () => {
    const [right, left] = [await aProcedure(database, { side: 'right' }), await aProcedure(database, { side: 'left' })]
    const scheduler = await aPerson(database, { role: 'scheduler' })
    for (const actor of [scheduler, systemActor]) {
      const moved = await attempt(
        database,
        actor,
        right.patient.id,
        (sql) => sql`update procedures set case_id = ${left.caseId} where id = ${right.procedureId}`,
      )
      expect(moved).toMatch(/procedures_one_live_per_case|procedures_same_side_as_case|procedures_cases_same_patient/)
    }
  })

  test('the room that says another side is stopped, and no number of another side is kept', async () => {
    const { patient, procedureId, startsAt, endsAt } = await aProcedure(database).then((one) => ({
      ...one,
      endsAt: new Date(one.startsAt.getTime() + 3_600_000),
    }))
    const scheduler = await aPerson(database, { role: 'scheduler' })
    const said = {
      needleIn: '13:10',
      needleOut: '13:20',
      painBefore: 7,
      painAfter: 2,
      averageBefore: 6,
      consentSeen: 'on',
    } as const
    for (const sideSaid of ['left', 'both'] as const)
      expect(
        await recordProcedure(testContext(database, scheduler, { now: endsAt }), { procedureId, ...said, sideSaid }),
      ).toMatchObject({ refused: 'side_differs' })
    for (const actor of [scheduler, systemActor]) {
      const measured = await attempt(
        database,
        actor,
        patient.id,
        (sql) =>
          sql`insert into measures (patient_id, procedure_id, scale, anchor, side, value, taken_at, source, written_by)
          values (${patient.id}, ${procedureId}, 'nrs', 'now', 'left', 2, ${startsAt.toISOString()}, 'staff_in_clinic', ${actor.id})`,
      )
      expect(measured).toBe('measures_same_side_as_procedure')
    }
  })

  test('the lines of side and consent are settled by a clinician, or in the room when the procedure is recorded', async () => {
    const { patient, provider, caseId } = await aProcedure(database, {
      open: [
        { code: 'side_confirmed', resolver: 'clinician' },
        { code: 'block:anticoagulant_review', resolver: 'clinician' },
      ],
    })
    const scheduler = await aPerson(database, { role: 'scheduler' })
    const settle = (actor: Actor, code: string, by = actor.id) =>
      attempt(
        database,
        actor,
        patient.id,
        (sql) =>
          sql`update checklist_items set state = 'done', proof = 'x', changed_by = ${by}, changed_at = now() where case_id = ${caseId} and code = ${code}`,
      )
    for (const code of ['side_confirmed', 'block:anticoagulant_review']) {
      expect(await settle(scheduler, code)).toBe('checklist_items_settled_by')
      expect(await settle(scheduler, code, provider.id)).toBe('checklist_items_settled_by')
      expect(await settle(patient, code)).toBe('nothing')
    }
    const rewrite = await attempt(
      database,
      scheduler,
      patient.id,
      (sql) => sql`update checklist_items set resolver = 'scheduler' where case_id = ${caseId}`,
    )
    expect(rewrite).toBe('denied')
    expect(await settle(provider, 'block:anticoagulant_review')).toBe('done')
  })
})
