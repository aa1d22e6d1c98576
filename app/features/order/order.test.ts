import { describe, expect, test } from 'vitest'
import { anIntake } from '@db/factories/an-intake'
import { aPerson } from '@db/factories/a-person'
import { aProcedure } from '@db/factories/a-procedure'
import { aVisit } from '@db/factories/a-visit'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import type { TriageResult } from '~/domain/triage/triage-result'
import { cancelOrder } from './cancel-order.server'
import { orderInjection } from './order-injection.server'

const database = testDatabase()
const needs: Partial<TriageResult> = {
  blockers: [
    { code: 'block:anticoagulant_review', resolver: 'clinician', reasons: [] },
    { code: 'block:no_driver', resolver: 'patient', reasons: [] },
    { code: 'admin:patient_location_licensure_check', resolver: 'scheduler', reasons: [] },
  ],
  payer: {
    policyId: 'test',
    policyVersion: '1',
    items: [{ id: 'exam', status: 'needs_in_person', evidence: 'No exam yet' }],
  },
}

async function aConsult(side: 'left' | 'right' | 'both' = 'right', answers: Record<string, unknown> = {}) {
  const patient = await aPerson(database)
  const provider = await aPerson(database, { role: 'provider' })
  await anIntake(database, { patient, side, answers, result: needs })
  const visit = await aVisit(database, { patient, provider })
  await database.owner`update visits set state = 'waiting' where id = ${visit.id}`
  await database.owner`update visits set state = 'in_visit', admitted_at = starts_at where id = ${visit.id}`
  return { patient, provider, visitId: visit.id, context: testContext(database, provider) }
}

const wish = { side: 'right', intent: 'diagnostic', reason: 'To find out if the joint is the source' } as const

describe('ordering an injection', () => {
  test('opens the case with payer, member number and checklist in the same act', async () => {
    const { context, visitId, patient } = await aConsult('right', {
      payerKind: 'medicare',
      planName: 'Prairie Demo Medicare',
      memberId: 'PD-1',
    })
    const ordered = await orderInjection(context, { visitId, ...wish })
    const [opened] = await database.owner`select * from cases where patient_id = ${patient.id}`
    expect(ordered).toMatchObject({ caseId: opened?.['id'] })
    expect(opened).toMatchObject({
      payer: 'Prairie Demo Medicare',
      member_id: 'PD-1',
      side: 'right',
      intent: 'diagnostic',
    })
    const items = await database.owner`select code, resolver from checklist_items where patient_id = ${patient.id}`
    expect(items.map((item) => `${item['code']} ${item['resolver']}`).toSorted()).toEqual([
      'authorisation scheduler',
      'block:anticoagulant_review clinician',
      'consent clinician',
      'driver patient',
      'in_person_exam clinician',
      'side_confirmed clinician',
    ])
    const audit = await database.owner`select did from audit_rows where patient_id = ${patient.id}`
    expect(audit.map((row) => row['did'])).toEqual(['order.create'])
  })

  test('asks no plan when the patient pays alone', async () => {
    const { context, visitId, patient } = await aConsult('right', { payerKind: 'none' })
    await orderInjection(context, { visitId, ...wish })
    const codes = await database.owner`select code from checklist_items where patient_id = ${patient.id}`
    expect(codes.map((row) => row['code'])).not.toContain('authorisation')
    expect(codes.map((row) => row['code'])).not.toContain('in_person_exam')
  })

  test('a side that differs from the body map needs a reason, and keeps both', async () => {
    const { context, visitId } = await aConsult('left')
    expect(await orderInjection(context, { visitId, ...wish })).toMatchObject({
      refused: 'side_reason',
      field: 'sideReason',
    })
    expect(await orderInjection(context, { visitId, ...wish, sideReason: '  ' })).toMatchObject({
      refused: 'side_reason',
    })
    await orderInjection(context, { visitId, ...wish, sideReason: 'Pointed to the right on camera, twice' })
    const [order] = await database.owner`select side, map_side, side_reason from orders where visit_id = ${visitId}`
    expect(order).toMatchObject({
      side: 'right',
      map_side: 'left',
      side_reason: 'Pointed to the right on camera, twice',
    })
  })

  test('without a body map every side needs a reason', async () => {
    const patient = await aPerson(database)
    const provider = await aPerson(database, { role: 'provider' })
    const visit = await aVisit(database, { patient, provider })
    await database.owner`update visits set state = 'waiting' where id = ${visit.id}`
    await database.owner`update visits set state = 'in_visit', admitted_at = starts_at where id = ${visit.id}`
    const context = testContext(database, provider)
    expect(await orderInjection(context, { visitId: visit.id, ...wish })).toMatchObject({ refused: 'side_reason' })
  })

  test('of many orders at once, one opens a case', async () => {
    const { context, visitId, patient } = await aConsult()
    const answers = await Promise.all(Array.from({ length: 8 }, () => orderInjection(context, { visitId, ...wish })))
    expect(answers.filter((answer) => 'caseId' in answer)).toHaveLength(1)
    expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'duplicate')).toHaveLength(7)
    expect(await database.owner`select 1 from cases where patient_id = ${patient.id}`).toHaveLength(1)
  })

  test('only the clinician of the visit orders, and only once it has begun', async () => {
    const { visitId } = await aConsult()
    const other = await aPerson(database, { role: 'provider' })
    expect(await orderInjection(testContext(database, other), { visitId, ...wish })).toMatchObject({
      refused: 'no_visit',
    })
    const [provider, patient] = [await aPerson(database, { role: 'provider' }), await aPerson(database)]
    await anIntake(database, { patient })
    const later = await aVisit(database, { patient, provider, startsAt: new Date(testNow.getTime() + 86_400_000) })
    expect(await orderInjection(testContext(database, provider), { visitId: later.id, ...wish })).toMatchObject({
      refused: 'not_begun',
    })
  })

  test('the order’s side never changes silently: case and order keep one side', async () => {
    const { context, visitId } = await aConsult()
    await orderInjection(context, { visitId, ...wish })
    await expect(database.owner`update cases set side = 'left'`).rejects.toThrow(/cases_same_side_as_order/)
    await expect(database.owner`update orders set side = 'left', side_reason = null`).rejects.toThrow()
  })
})

describe('cancelling an order', () => {
  test('closes the case with the reason and makes room for another', async () => {
    const { context, visitId, patient } = await aConsult()
    await orderInjection(context, { visitId, ...wish })
    expect(await cancelOrder(context, { visitId, reason: 'Hip first' })).toHaveProperty('orderId')
    const [closed] = await database.owner`select closed_why from cases where patient_id = ${patient.id}`
    expect(closed?.['closed_why']).toBe('Hip first')
    expect(await cancelOrder(context, { visitId, reason: 'Again' })).toMatchObject({ refused: 'no_order' })
    expect(await orderInjection(context, { visitId, ...wish })).toHaveProperty('caseId')
  })

  test('is refused once a time is booked', async () => {
    const { provider, consultId } = await aProcedure(database)
    const context = testContext(database, provider)
    expect(await cancelOrder(context, { visitId: consultId, reason: 'Hip first' })).toMatchObject({ refused: 'booked' })
  })
})
