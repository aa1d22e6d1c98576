import { describe, expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { aVisit } from '@db/factories/a-visit'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { emptyNote } from '~/domain/note/note-body'
import type { NoteBody } from '~/domain/note/note-body'
import { addAddendum } from './add-addendum.server'
import { saveNote } from './save-note.server'
import { signNote } from './sign-note.server'

const database = testDatabase()
const whole: NoteBody = {
  ...emptyNote,
  history: 'Fell in March.',
  assessment: 'Pattern consistent with the joint.',
  plan: 'Injection.',
  patientSummary: 'We talked about an injection.',
}

async function aBegunVisit(startsAt = testNow) {
  const patient = await aPerson(database)
  const provider = await aPerson(database, { role: 'provider' })
  const visit = await aVisit(database, { patient, provider, startsAt })
  await database.owner`update visits set state = 'waiting' where id = ${visit.id}`
  await database.owner`update visits set state = 'in_visit', admitted_at = starts_at where id = ${visit.id}`
  return { patient, provider, visitId: visit.id }
}

describe('keeping a note while it is typed', () => {
  test('a save based on the newest version is kept, with the changed sections in the audit', async () => {
    const { provider, visitId, patient } = await aBegunVisit()
    const context = testContext(database, provider)
    expect(await saveNote(context, { visitId, version: 0, body: whole })).toMatchObject({ version: 1 })
    expect(
      await saveNote(context, { visitId, version: 1, body: { ...whole, plan: 'Injection, right.' } }),
    ).toMatchObject({
      version: 2,
    })
    const rows =
      await database.owner`select fields from audit_rows where did = 'note.write' and patient_id = ${patient.id} order by id`
    expect(rows.map((row) => row['fields'])).toEqual([['history', 'assessment', 'plan', 'patientSummary'], ['plan']])
  })

  test('a save based on an older version changes nothing and brings the other text back', async () => {
    const { provider, visitId } = await aBegunVisit()
    const context = testContext(database, provider)
    await saveNote(context, { visitId, version: 0, body: whole })
    const late = { ...whole, history: 'Typed in another window.' }
    expect(await saveNote(context, { visitId, version: 0, body: late })).toMatchObject({
      conflict: { version: 1, body: whole },
    })
    const [row] = await database.owner`select version, body from notes where visit_id = ${visitId}`
    expect(row).toMatchObject({ version: 1, body: whole })
  })

  test('of two first saves at once, one is kept and the other hears of it', async () => {
    const { provider, visitId } = await aBegunVisit()
    const context = testContext(database, provider)
    const bodies = ['one', 'two'].map((history) => ({ ...emptyNote, history }))
    const answers = await Promise.all(bodies.map((body) => saveNote(context, { visitId, version: 0, body })))
    expect(answers.filter((answer) => 'version' in answer)).toHaveLength(1)
    expect(answers.filter((answer) => 'conflict' in answer)).toHaveLength(1)
  })

  test('saving the same text again, after a lost answer, is the same save', async () => {
    const { provider, visitId } = await aBegunVisit()
    const context = testContext(database, provider)
    await saveNote(context, { visitId, version: 0, body: whole })
    expect(await saveNote(context, { visitId, version: 0, body: whole })).toMatchObject({ version: 1 })
  })

  test('only the clinician of the visit writes; for everyone else it does not exist', async () => {
    const { visitId, patient } = await aBegunVisit()
    for (const role of ['provider', 'scheduler', 'admin'] as const) {
      const other = await aPerson(database, { role })
      expect(await saveNote(testContext(database, other), { visitId, version: 0, body: whole })).toMatchObject({
        refused: 'no_visit',
      })
    }
    expect(await saveNote(testContext(database, patient), { visitId, version: 0, body: whole })).toMatchObject({
      refused: 'no_visit',
    })
    expect(await database.owner`select 1 from notes where visit_id = ${visitId}`).toHaveLength(0)
  })
})

describe('signing', () => {
  test('locks what was on the screen, tells the patient by mail without saying what about', async () => {
    const { provider, visitId, patient } = await aBegunVisit()
    const context = testContext(database, provider)
    await saveNote(context, { visitId, version: 0, body: emptyNote })
    expect(await signNote(context, { visitId, version: 0, body: whole })).toMatchObject({ conflict: { version: 1 } })
    expect(await signNote(context, { visitId, version: 1, body: whole })).toMatchObject({ signedAt: testNow })
    expect(await saveNote(context, { visitId, version: 2, body: { ...whole, plan: 'Changed' } })).toMatchObject({
      refused: 'signed',
    })
    const [mail] = await database.owner`select subject, to_address from mails where person_id = ${patient.id}`
    expect(mail).toMatchObject({ subject: 'There is something new for you to read', to_address: patient.email })
  })

  test.each(['assessment', 'plan', 'patientSummary'] as const)('is refused while %s is empty', async (key) => {
    const { provider, visitId } = await aBegunVisit()
    const wish = { visitId, version: 0, body: { ...whole, [key]: '  ' } }
    expect(await signNote(testContext(database, provider), wish)).toMatchObject({ refused: 'incomplete', field: key })
  })

  test('is refused before the visit has begun', async () => {
    const patient = await aPerson(database)
    const provider = await aPerson(database, { role: 'provider' })
    const visit = await aVisit(database, { patient, provider })
    const signed = await signNote(testContext(database, provider), { visitId: visit.id, version: 0, body: whole })
    expect(signed).toMatchObject({ refused: 'not_begun' })
  })

  test('a signed note refuses every change, whoever writes it', async () => {
    const { provider, visitId } = await aBegunVisit()
    await signNote(testContext(database, provider), { visitId, version: 0, body: whole })
    await expect(database.owner`update notes set version = 9 where visit_id = ${visitId}`).rejects.toThrow(
      /never changes/,
    )
    await expect(database.owner`delete from notes where visit_id = ${visitId}`).rejects.toThrow(/never changes/)
  })
})

describe('addenda', () => {
  test('follow a signed note under the name of whoever writes them, and stay', async () => {
    const { provider, visitId } = await aBegunVisit()
    const colleague = await aPerson(database, { role: 'provider' })
    const wish = { visitId, body: 'The fall was on Mar 2.' }
    await saveNote(testContext(database, provider), { visitId, version: 0, body: whole })
    expect(await addAddendum(testContext(database, provider), wish)).toMatchObject({ refused: 'not_signed' })
    await signNote(testContext(database, provider), { visitId, version: 1, body: whole })
    expect(await addAddendum(testContext(database, colleague), wish)).toHaveProperty('addendumId')
    const [row] = await database.owner`select author_id from note_addenda`
    expect(row?.['author_id']).toBe(colleague.id)
    await expect(database.owner`update note_addenda set body = 'x'`).rejects.toThrow(/never change/)
  })

  test('are not open to a scheduler', async () => {
    const { provider, visitId } = await aBegunVisit()
    const scheduler = await aPerson(database, { role: 'scheduler' })
    await signNote(testContext(database, provider), { visitId, version: 0, body: whole })
    const added = await addAddendum(testContext(database, scheduler), { visitId, body: 'Something' })
    expect(added).toMatchObject({ refused: 'no_visit' })
  })
})
