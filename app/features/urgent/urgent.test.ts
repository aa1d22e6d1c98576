import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { systemActor } from '~/domain/people/actor'
import { saveAnswers } from '~/features/intake/save-answers.server'
import { startIntake } from '~/features/intake/start-intake.server'
import { closeUrgent } from './close-urgent.server'
import { escalateUrgent } from './escalate-urgent.server'
import { openEmergency } from './open-emergency.server'
import { openUrgent } from './open-urgent.server'
import { replyUrgent } from './reply-urgent.server'
import { takeUrgent } from './take-urgent.server'
import { urgentItem } from './urgent-item.server'
import { urgentQueue } from './urgent-queue.server'

const database = testDatabase()

async function anEmergency(name = 'Leo Standbyer') {
  const patient = await aPerson(database, { name })
  const context = testContext(database, patient)
  const { id } = await startIntake(context)
  await saveAnswers(context, { intakeId: id, answers: [{ key: 'saddleNumbness', value: 'yes', base: 0 }] })
  const emergency = await openEmergency(context)
  if (!emergency) throw new Error('no emergency')
  return { patient, context, itemId: emergency.id }
}

const provider = async (name: string) => testContext(database, await aPerson(database, { role: 'provider', name }))

test('the person sees the fixed text of the rule, on every device, until a human closes it', async () => {
  const { context, itemId } = await anEmergency()
  const shown = await openEmergency({ ...context, requestId: 'other device' })
  expect(shown).toMatchObject({
    phone: '952-555-0123',
    text: { title: 'Call 911 now.', say: 'back pain and new numbness where I sit' },
  })
  const clinician = await provider('Dr. Nora Exemplar')
  await takeUrgent(clinician, { itemId })
  expect(await openEmergency(context)).toMatchObject({ takenBy: 'Dr. Nora Exemplar' })
  await closeUrgent(clinician, { itemId, outcome: 'Sent to the emergency room' })
  expect(await openEmergency(context)).toBeNull()
})

test('of two clinicians who take one call, one has it and the other learns who', async () => {
  const { itemId } = await anEmergency()
  const [nora, felix] = [await provider('Dr. Nora Exemplar'), await provider('Dr. Felix Mockley')]
  const both = await Promise.all([takeUrgent(nora, { itemId }), takeUrgent(felix, { itemId })])
  const refused = both.filter((one) => 'refused' in one)
  expect(refused).toHaveLength(1)
  expect(refused[0]).toMatchObject({
    refused: 'taken',
    message: expect.stringMatching(/^Dr\. .+ took this at 10:00 AM\.$/),
  })
})

test('only who took a call closes it, and only in words', async () => {
  const { itemId } = await anEmergency()
  const [nora, felix] = [await provider('Dr. Nora Exemplar'), await provider('Dr. Felix Mockley')]
  expect(await closeUrgent(nora, { itemId, outcome: 'Called her' })).toMatchObject({ refused: 'untaken' })
  await takeUrgent(nora, { itemId })
  expect(await closeUrgent(felix, { itemId, outcome: 'Called her' })).toMatchObject({ refused: 'taken' })
  expect(await closeUrgent(nora, { itemId, outcome: ' ' })).toMatchObject({ refused: 'outcome' })
  expect(await closeUrgent(nora, { itemId, outcome: 'Called her' })).toMatchObject({ id: itemId })
  expect(await closeUrgent(nora, { itemId, outcome: 'Again' })).toMatchObject({ refused: 'closed' })
  expect(await urgentItem(felix, { itemId })).toMatchObject({
    outcome: 'Called her',
    owner: { name: 'Dr. Nora Exemplar' },
  })
})

test('saying it was a wrong tap is told and closes nothing; nobody can say it for another', async () => {
  const { context, itemId } = await anEmergency()
  const stranger = testContext(database, await aPerson(database))
  expect(await replyUrgent(stranger, { itemId, mistake: true })).toMatchObject({ refused: 'missing' })
  await replyUrgent(context, { itemId, reply: 'going_to_er' })
  await replyUrgent(context, { itemId, mistake: true })
  expect(await openEmergency(context)).toMatchObject({ reply: 'going_to_er', mistakeSaidAt: testNow })
})

test('a person cannot close or take a call, by whatever program', async () => {
  const { patient, itemId } = await anEmergency()
  const close = database.app.handle.transaction(async (tx) => {
    await tx.execute('set local role ilium_patient')
    await tx.execute(`select set_config('app.actor', '${patient.id}', true)`)
    await tx.execute(
      `update urgent_items set closed_at = now(), closed_by = '${patient.id}', outcome = 'fine' where id = '${itemId}'`,
    )
  })
  await expect(close).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('the queue puts emergencies first, says what was answered in words, and records each reading', async () => {
  const { patient, itemId } = await anEmergency('Queue Person')
  const clinician = await provider('Dr. Nora Exemplar')
  const other = await aPerson(database)
  await openUrgent(testContext(database, other, { now: new Date(testNow.getTime() - 3_600_000) }), {
    patientId: other.id,
    urgency: 'same_day',
    source: 'diary',
    sourceId: randomUUID(),
    code: 'redflag:post_procedure_complication',
  })
  const queue = await urgentQueue(clinician)
  const tiers = queue.map(({ urgency }) => urgency)
  expect(tiers).toEqual([...tiers].sort())
  expect(queue.find(({ id }) => id === itemId)).toMatchObject({
    patient: { name: 'Queue Person' },
    said: { question: 'Do you have new numbness where you sit or wipe?', answer: 'Yes' },
  })
  const [read] =
    await database.owner`select count(*)::int as rows from audit_rows where did = 'urgent.read' and patient_id = ${patient.id} and actor_id = ${clinician.actor.id}`
  expect(read?.['rows']).toBe(1)
  expect(await urgentQueue(testContext(database, await aPerson(database, { role: 'scheduler' })))).toEqual([])
})

test('while nobody takes a call, every clinician is told again without a word about the person', async () => {
  const { itemId } = await anEmergency('Secret Name')
  await provider('Dr. Nora Exemplar')
  const system = testContext(database, systemActor)
  const { told } = await escalateUrgent(system, { urgentItemId: itemId })
  expect(told).toBeGreaterThan(0)
  const mails = await database.owner`select subject, body from mails`
  for (const mail of mails) expect(`${mail['subject']} ${mail['body']}`).not.toMatch(/Secret|numb|emergency/i)
  const due = () =>
    database.owner`select run_at from graphile_worker._private_jobs where key = ${`escalate-urgent:${itemId}`}`
  expect(await due()).toHaveLength(1)
  await takeUrgent(await provider('Dr. Felix Mockley'), { itemId })
  expect(await escalateUrgent(system, { urgentItemId: itemId })).toEqual({ told: 0 })
})
