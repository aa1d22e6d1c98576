import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { aProcedure } from '@db/factories/a-procedure'
import { anIntake } from '@db/factories/an-intake'
import { testContext } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { DiaryWish } from '~/domain/outcome/diary-wish'
import type { DiaryEntryWish } from '~/domain/outcome/diary-wish'
import { systemActor } from '~/domain/people/actor'
import type { Actor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { readDiary } from './read-diary.server'
import { remindDiary } from './remind-diary.server'
import { writeEntry } from './write-entry.server'

const database = testDatabase()
const minute = 60_000
const day = 24 * 60

const aDiary = () => aProcedure(database, { done: { painBefore: 7 } })
const as = (actor: Actor, now: Date) => testContext(database, actor, { now })
const after = (from: Date, minutes: number) => new Date(from.getTime() + minutes * minute)
const answers = (slot: DiaryEntryWish['slot'], changes: Partial<DiaryEntryWish> = {}): DiaryEntryWish => ({
  slot,
  painNow: 2,
  didActivity: true,
  painDuringActivity: 3,
  numbOrWeak: 'no',
  fever: 'no',
  words: null,
  ...changes,
})
const items = (patientId: string) =>
  database.owner`select urgency, code, question_key, source, source_id from urgent_items where patient_id = ${patientId} order by urgency, question_key`
const measured = (patientId: string) =>
  database.owner`select scale, anchor, side, value::float, taken_at from measures where patient_id = ${patientId} order by anchor`

describe('writing an entry', () => {
  test('saves it with a measure of now on the side of the injection, the audit row and the reminder taken back', async () => {
    const { patient, procedureId, needleOutAt } = await aDiary()
    const now = after(needleOutAt, 245)
    await database.owner`select graphile_worker.add_job('remind-diary', '{}', job_key := ${`remind-diary:${procedureId}:h4`}, run_at := now() + interval '1 day')`
    const written = await writeEntry(as(patient, now), answers('h4'))
    expect(written).toMatchObject({ raised: null })
    expect(await measured(patient.id)).toEqual([
      { scale: 'nrs', anchor: 'now', side: 'right', value: 2, taken_at: now },
    ])
    expect(
      await database.owner`select 1 from graphile_worker.jobs where key = ${`remind-diary:${procedureId}:h4`}`,
    ).toHaveLength(0)
    expect(
      await database.owner`select 1 from audit_rows where patient_id = ${patient.id} and did = 'diary.write'`,
    ).toHaveLength(1)
  })

  test('is done once: pressing twice keeps the first, and nothing is counted twice', async () => {
    const { patient, needleOutAt } = await aDiary()
    const now = after(needleOutAt, 60)
    const both = await Promise.all([
      writeEntry(as(patient, now), answers('h1')),
      writeEntry(as(patient, now), answers('h1', { painNow: 9 })),
    ])
    expect(both.filter((one) => wasRefused(one) && one.refused === 'written')).toHaveLength(1)
    expect(await measured(patient.id)).toHaveLength(1)
  })

  test('a number added later keeps its slot, is late, and is no measure of now', async () => {
    const { patient, needleOutAt } = await aDiary()
    const now = after(needleOutAt, 245)
    await writeEntry(as(patient, now), answers('m30'))
    expect(await measured(patient.id)).toHaveLength(0)
    const diary = await readDiary(as(patient, now))
    const slot = wasRefused(diary) ? undefined : diary.slots.find((one) => one.slot === 'm30')
    expect(slot).toMatchObject({ state: 'written', entry: { late: true, painNow: 2 } })
  })

  test('a slot that has not opened, has passed, or an injection that was not done is refused', async () => {
    const { patient, needleOutAt } = await aDiary()
    expect(await writeEntry(as(patient, after(needleOutAt, 20)), answers('h4'))).toMatchObject({ refused: 'closed' })
    expect(await writeEntry(as(patient, after(needleOutAt, 5 * day)), answers('m30'))).toMatchObject({
      refused: 'closed',
    })
    const booked = await aProcedure(database)
    expect(await writeEntry(as(booked.patient, after(needleOutAt, 60)), answers('h1'))).toMatchObject({
      refused: 'missing',
    })
    const stranger = await aPerson(database)
    expect(await readDiary(as(stranger, needleOutAt))).toMatchObject({ refused: 'missing' })
  })

  test('near the end the average of 7 days is a measure of its own, comparable with the one before', async () => {
    const { patient, needleOutAt } = await aDiary()
    await writeEntry(as(patient, after(needleOutAt, 13 * day)), answers('d13', { average: 3 }))
    expect((await measured(patient.id)).map((row) => [row['anchor'], row['value']])).toEqual([
      ['average_7_days', 3],
      ['now', 2],
    ])
    await writeEntry(as(patient, after(needleOutAt, 12 * day)), answers('d12', { average: 3 }))
    expect((await measured(patient.id)).filter((row) => row['anchor'] === 'average_7_days')).toHaveLength(1)
  })
})

describe('an alarming entry', () => {
  test.each<[string, DiaryEntryWish, number, object[]]>([
    ['fever', answers('d2', { fever: 'yes' }), 2 * day, [{ urgency: 'emergency', question_key: 'fever' }]],
    [
      'both legs',
      answers('h1', { numbOrWeak: 'both_legs' }),
      60,
      [{ urgency: 'emergency', question_key: 'numbOrWeak' }],
    ],
    [
      'a numb leg after 8 hours',
      answers('d1', { numbOrWeak: 'same' }),
      day,
      [{ urgency: 'same_day', question_key: 'numbOrWeak' }],
    ],
    ['not sure', answers('h2', { fever: 'unsure' }), 120, [{ urgency: 'same_day', question_key: 'fever' }]],
    ['pain that grew', answers('d5', { painNow: 9 }), 5 * day, [{ urgency: 'same_day', question_key: 'painNow' }]],
    [
      'words',
      answers('d3', { words: 'I am numb down there when I wipe' }),
      3 * day,
      [{ urgency: 'same_day', question_key: 'words', code: 'redflag:cauda_equina' }],
    ],
  ])('%s opens a call in the same transaction', async (_, wish, minutes, expected) => {
    const { patient, needleOutAt } = await aDiary()
    const written = await writeEntry(as(patient, after(needleOutAt, minutes)), wish)
    if (wasRefused(written)) throw new Error(written.refused)
    const opened = await items(patient.id)
    expect(opened).toMatchObject(expected.map((one) => ({ source: 'diary', source_id: written.entryId, ...one })))
    expect(written.raised).toBe(opened[0]?.['urgency'])
    expect(
      await database.owner`select 1 from graphile_worker.jobs where key like 'escalate-urgent:%'`,
    ).not.toHaveLength(0)
  })

  test('when the call cannot be opened the entry is not written either', async () => {
    const { patient, needleOutAt } = await aDiary()
    await database.owner`alter table urgent_items add constraint refuse_one check (patient_id <> ${database.owner.unsafe(`'${patient.id}'`)})`
    await expect(writeEntry(as(patient, after(needleOutAt, 60)), answers('h1', { fever: 'yes' }))).rejects.toThrow()
    await database.owner`alter table urgent_items drop constraint refuse_one`
    expect(await database.owner`select 1 from diary_entries where patient_id = ${patient.id}`).toHaveLength(0)
    expect(await measured(patient.id)).toHaveLength(0)
  })
})

describe('reading', () => {
  test('shows own slots and the marks of the own map', async () => {
    const { patient, needleOutAt } = await aDiary()
    await anIntake(database, { patient, answers: { painAreas: [{ region: 'si-right', strength: 7 }] } })
    const diary = await readDiary(as(patient, after(needleOutAt, 50)))
    if (wasRefused(diary)) throw new Error(diary.refused)
    expect(diary.slots.find((one) => one.state === 'now')?.slot).toBe('h1')
    expect(diary.marks).toEqual([{ region: 'si-right', strength: 7 }])
    expect(diary.followUp?.startsAt).toBeInstanceOf(Date)
  })
})

describe('a reminder', () => {
  test('is sent only while the entry is missing, without any detail', async () => {
    const { patient, procedureId, needleOutAt } = await aDiary()
    const now = after(needleOutAt, 30)
    const remind = (slot: string, when = now) => remindDiary(as(systemActor, when), { procedureId, slot })
    expect(await remind('m30')).toEqual({ sent: true })
    const [mail] = await database.owner`select subject, body from mails where person_id = ${patient.id}`
    expect(`${mail?.['subject']}${mail?.['body']}`).not.toMatch(/pain|inject|right|dr\./i)
    await writeEntry(as(patient, now), answers('m30'))
    expect(await remind('m30')).toEqual({ sent: false })
    expect(await remind('h1', after(needleOutAt, 4 * day))).toEqual({ sent: false })
    expect(await remindDiary(as(systemActor, now), { procedureId: randomUUID(), slot: 'h1' })).toEqual({ sent: false })
  })
})

describe('the form', () => {
  const parse = (form: Record<string, string>) =>
    DiaryWish.safeParse({ slot: 'h1', painNow: '3', numbOrWeak: 'no', fever: 'no', ...form })

  test('not asked, not done and done are three different things; nothing missing becomes zero', () => {
    expect(parse({}).data).toMatchObject({ didActivity: null, painDuringActivity: null })
    expect(parse({ during: 'none' }).data).toMatchObject({ didActivity: false, painDuringActivity: null })
    expect(parse({ during: '0' }).data).toMatchObject({ didActivity: true, painDuringActivity: 0 })
    expect(parse({ average: '' }).data?.average).toBeUndefined()
    for (const painNow of ['', '11', '-1', '2.5', 'x']) expect(parse({ painNow }).success).toBe(false)
    expect(parse({ numbOrWeak: '' }).success).toBe(false)
  })
})
