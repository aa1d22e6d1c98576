import { describe, expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { aProcedure } from '@db/factories/a-procedure'
import { aVisit } from '@db/factories/a-visit'
import { anIntake } from '@db/factories/an-intake'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { careTimeline } from '~/domain/care/care-timeline'
import type { Actor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { keepProcedure } from './keep-procedure.server'
import { nameDriver } from './name-driver.server'
import { readCare } from './read-care.server'
import { readProcedure } from './read-procedure.server'
import { readSummary } from './read-summary.server'

const database = testDatabase()
const as = (actor: Actor, now = testNow) => testContext(database, actor, { now })
const driver = { code: 'driver', resolver: 'patient' as const }
const thinner = { code: 'block:anticoagulant_review', resolver: 'clinician' as const }

describe('the home page', () => {
  test('of a newcomer has the questions first', async () => {
    const patient = await aPerson(database, { name: 'Marla Sampleton' })
    const facts = await readCare(as(patient))
    expect(facts).toMatchObject({
      firstName: 'Marla',
      intake: null,
      gate: { kind: 'intakeFirst' },
      consult: null,
      procedure: null,
    })
  })

  test('reads the whole way from facts, and is recorded', async () => {
    const { patient, procedureId, followUp } = await aProcedure(database, { open: [driver, thinner] })
    await anIntake(database, { patient, at: new Date('2026-11-18T16:00:00Z'), answers: { bloodThinner: 'yes' } })
    const facts = await readCare(as(patient, new Date('2026-12-01T16:00:00Z')))
    expect(facts).toMatchObject({
      bloodThinner: true,
      order: { side: 'right' },
      procedure: { id: procedureId, place: 'Test office' },
      followUp: { startsAt: followUp.from },
      consult: { state: 'ended', noteSignedAt: null },
    })
    expect(careTimeline(facts, testNow).map((step) => step.key)).toContain('injection')
    expect(
      await database.owner`select 1 from audit_rows where patient_id = ${patient.id} and did = 'care.read'`,
    ).toHaveLength(1)
  })

  test('shows nothing of anybody else', async () => {
    await aProcedure(database)
    const stranger = await aPerson(database)
    const facts = await readCare(as(stranger))
    expect([facts.consult, facts.order, facts.procedure, facts.followUp, facts.items]).toEqual([
      null,
      null,
      null,
      null,
      [],
    ])
    expect(await readProcedure(as(stranger))).toMatchObject({ refused: 'missing' })
  })
})

describe('the injection', () => {
  test('a patient keeps the time they saw, and no other', async () => {
    const { patient, startsAt, procedureId } = await aProcedure(database, { open: [driver] })
    expect(await keepProcedure(as(patient), { startsAt: new Date(0) })).toMatchObject({ refused: 'moved' })
    expect(await keepProcedure(as(patient), { startsAt })).toEqual({ procedureId })
    expect(await keepProcedure(as(patient), { startsAt })).toEqual({ procedureId })
    expect(
      await database.owner`select 1 from audit_rows where patient_id = ${patient.id} and did = 'procedure.keep'`,
    ).toHaveLength(1)
    const page = await readProcedure(as(patient))
    expect(page).toMatchObject({ open: ['driver'], procedure: { confirmedAt: testNow } })
  })

  test('naming a driver settles the checklist line with it', async () => {
    const { patient, caseId } = await aProcedure(database, { open: [driver] })
    await nameDriver(as(patient), { name: 'Arvid', phone: '612-555-0163' })
    const [line] =
      await database.owner`select state, proof, changed_by from checklist_items where case_id = ${caseId} and code = 'driver'`
    expect(line).toEqual({ state: 'done', proof: 'Named by the patient: Arvid, 612-555-0163', changed_by: patient.id })
    const page = await readProcedure(as(patient))
    expect(page).toMatchObject({ procedure: { driverName: 'Arvid, 612-555-0163' } })
  })

  test('after it has begun, and for strangers, nothing changes', async () => {
    const { patient, startsAt } = await aProcedure(database, { open: [driver] })
    const stranger = await aPerson(database)
    expect(await keepProcedure(as(stranger), { startsAt })).toMatchObject({ refused: 'missing' })
    expect(await nameDriver(as(stranger), { name: 'Eve', phone: '6125550163' })).toMatchObject({ refused: 'missing' })
    expect(await keepProcedure(as(patient, startsAt), { startsAt })).toMatchObject({ refused: 'missing' })
  })

  test('an open blood thinner review is named even when the answers do not', async () => {
    const { patient } = await aProcedure(database, { open: [thinner] })
    expect(await readProcedure(as(patient))).toMatchObject({ bloodThinner: { takes: true, weCall: true } })
  })
})

describe('the summary', () => {
  const sign = (visitId: string, patient: Actor, provider: Actor) => database.owner`
    insert into notes (visit_id, patient_id, provider_id, body, saved_at, signed_at, signed_by)
    values (${visitId}, ${patient.id}, ${provider.id}, ${database.owner.json({ history: 'h', medicines: 'm', exam: 'e', assessment: 'secret', plan: 'p', patientSummary: 'Your pain began after a fall.' })}, ${testNow}, ${testNow}, ${provider.id})`

  test('has the clinician’s words for the patient only once they are signed, and nothing else of the note', async () => {
    const { patient, provider, consultId } = await aProcedure(database)
    const before = await readSummary(as(patient), { visitId: consultId })
    expect(before).toMatchObject({ words: null, order: { side: 'right' } })
    await sign(consultId, patient, provider)
    const summary = await readSummary(as(patient), { visitId: consultId })
    expect(summary).toMatchObject({ words: { text: 'Your pain began after a fall.', signedAt: testNow } })
    expect(JSON.stringify(summary)).not.toContain('secret')
  })

  test('of a visit that has not ended, or of somebody else, does not exist', async () => {
    const { patient, consultId, provider } = await aProcedure(database)
    const stranger = await aPerson(database)
    expect(wasRefused(await readSummary(as(stranger), { visitId: consultId }))).toBe(true)
    const booked = await aVisit(database, { patient, provider, startsAt: new Date('2026-12-01T15:00:00Z') })
    expect(wasRefused(await readSummary(as(patient), { visitId: booked.id }))).toBe(true)
  })
})
