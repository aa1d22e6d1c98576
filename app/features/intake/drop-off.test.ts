import { expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { attempt } from '@db/test/attempt'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import type { AnswerValue, QuestionKey } from '~/domain/intake/instrument'
import { currentVersion } from '~/domain/intake/versions'
import { sayShyCount } from '~/domain/intake/shy-count'
import { readDraft } from './read-draft.server'
import { readDropOff } from './read-drop-off.server'
import { saveAnswers } from './save-answers.server'
import { startIntake } from './start-intake.server'

const database = testDatabase()
const after = (seconds: number) => new Date(testNow.getTime() + seconds * 1000)

async function aDraft() {
  const patient = await aPerson(database)
  const at = (seconds: number) => testContext(database, patient, { now: after(seconds) })
  const { id } = await startIntake(at(0))
  return {
    patient,
    id,
    show: (page: string, seconds: number) => readDraft(at(seconds), { page }),
    save: (key: QuestionKey, value: AnswerValue | undefined, seconds: number, base = 0) =>
      saveAnswers(at(seconds), { intakeId: id, answers: [{ key, value, base }] }),
    paces: () =>
      database.owner<{ question_key: string; shown: number; answered: number | null }[]>`
        select question_key, extract(epoch from shown_at - ${testNow.toISOString()}::timestamptz)::int as shown,
          extract(epoch from answered_at - ${testNow.toISOString()}::timestamptz)::int as answered
        from intake_paces where intake_id = ${id} order by shown_at, question_key`,
  }
}

const pace = async (draft: Awaited<ReturnType<typeof aDraft>>, key: QuestionKey) =>
  (await draft.paces()).find((row) => row.question_key === key)

test('a question counts as shown when its page is shown, once, and as answered when the first answer is kept', async () => {
  const draft = await aDraft()
  await draft.show('strength', 10)
  await draft.show('strength', 50)
  expect((await draft.paces()).map((row) => [row.question_key, row.shown, row.answered])).toEqual([
    ['painAverage', 10, null],
    ['painNow', 10, null],
    ['painWorst', 10, null],
  ])
  await draft.save('painNow', 5, 20)
  await draft.save('painNow', 6, 90, 2)
  await draft.save('painNow', undefined, 120, 3)
  expect(await pace(draft, 'painNow')).toMatchObject({ shown: 10, answered: 20 })
  expect(await pace(draft, 'painWorst')).toMatchObject({ answered: null })
})

test('what registration knows was not waited for, and what an answer opens was seen with it', async () => {
  const draft = await aDraft()
  await draft.show('about-you', 5)
  expect(await pace(draft, 'birthDate')).toMatchObject({ shown: 5, answered: 5 })
  expect(await pace(draft, 'pregnancyWeeks')).toBeUndefined()
  await draft.save('pregnancy', 'yes', 30)
  expect(await pace(draft, 'pregnancyWeeks')).toMatchObject({ shown: 30, answered: null })
})

test('looking without a page counts nothing, and an unknown page neither', async () => {
  const draft = await aDraft()
  await readDraft(testContext(database, draft.patient))
  await draft.show('no-such-page', 5)
  expect(await draft.paces()).toEqual([])
})

test('counting leaves no audit row of its own', async () => {
  const draft = await aDraft()
  const rows = () => database.owner`select did from audit_rows where patient_id = ${draft.patient.id} order by id`
  const before = (await rows()).length
  await draft.show('strength', 10)
  await draft.save('painNow', 5, 20)
  expect((await rows()).slice(before).map((row) => row['did'])).toEqual(['intake.read', 'intake.save'])
})

test('whoever stopped is counted once, at the first open question of the last page they saw', async () => {
  await database.owner`truncate intake_paces`
  const admin = await aPerson(database, { role: 'admin' })
  for (let person = 0; person < 6; person++) {
    const draft = await aDraft()
    await draft.show('numbness', 10)
    await draft.save('saddleNumbness', 'no', 20)
    await draft.show('strength', 30)
    await draft.save('painNow', 5, 40)
  }
  const read = async (hours: number) => {
    const { dropOff } = await readDropOff(testContext(database, admin, { now: after(hours * 3600) }), {
      version: currentVersion,
    })
    if (dropOff.kind !== 'told') throw new Error(dropOff.kind)
    const questions = dropOff.parts.flatMap((part) => part.questions)
    return { dropOff, of: (key: QuestionKey) => questions.find((question) => question.key === key) }
  }
  const soon = await read(23)
  expect(sayShyCount(soon.dropOff.left)).toBe('0')
  const { dropOff, of } = await read(25)
  expect([dropOff.begun, dropOff.sent, dropOff.left].map(sayShyCount)).toEqual(['6', '0', '6'])
  expect(of('saddleNumbness')).toMatchObject({ shown: { least: 6 }, answered: { least: 6 }, medianSeconds: 10 })
  expect(of('painAverage')).toMatchObject({ shown: { least: 6 }, answered: { least: 0 }, left: { least: 6 } })
  expect(of('painNow')).toMatchObject({ left: { least: 0 } })
  expect(of('painWorst')).toMatchObject({ left: { least: 0 } })
  expect(dropOff.minutes).toBeNull()
  const [row] = await database.owner`select fields from audit_rows where did = 'intake.read-drop-off' limit 1`
  expect(row).toEqual({ fields: [`v${currentVersion}`] })
})

test('only an admin counts, and no admin sees whose rows they are', async () => {
  const draft = await aDraft()
  await draft.show('strength', 10)
  const person = async (role: 'admin' | 'provider' | 'scheduler') => aPerson(database, { role })
  const counts = ['app.intake_drop_off', 'app.intake_pace']
  const count = (name: string) =>
    `select * from ${name}('${currentVersion}', ${name === counts[0] ? `array['painNow'],` : ''} now())`
  for (const name of counts) {
    expect(await attempt(database, await person('admin'), null, (sql) => sql.unsafe(count(name))), name).toBe('done')
    for (const actor of [await person('provider'), await person('scheduler'), draft.patient])
      expect(await attempt(database, actor, null, (sql) => sql.unsafe(count(name))), name).toBe('denied')
  }
  const look = 'select * from intake_paces'
  expect(await attempt(database, await person('admin'), null, (sql) => sql.unsafe(look))).toBe('denied')
  expect(await attempt(database, await aPerson(database), null, (sql) => sql.unsafe(look))).toBe('nothing')
})

test('nobody moves when something was shown, or forgets to record it', async () => {
  const draft = await aDraft()
  await draft.show('strength', 10)
  const tryAs = (about: string | null, statement: string) =>
    attempt(database, draft.patient, about, (sql) => sql.unsafe(statement))
  const { id } = draft.patient
  expect(await tryAs(id, 'update intake_paces set shown_at = now()')).toBe('denied')
  expect(await tryAs(id, 'delete from intake_paces')).toBe('denied')
  expect(await tryAs(null, 'update intake_paces set answered_at = now()')).toBe('intake_paces_recorded')
})
