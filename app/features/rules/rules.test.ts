import { beforeAll, describe, expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { attempt } from '@db/test/attempt'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { runner, sendIntake } from '@db/test/journey'
import { examples } from '~/domain/intake/examples'
import type { Actor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { ruleSetHash } from '~/domain/triage/rule-set-hash'
import { ruleSets } from '~/domain/triage/rule-sets'
import type { RunChange } from '~/domain/triage/run-change'
import { readRules } from './read-rules.server'
import { readSignOff } from './read-sign-off.server'
import { recordSignOff } from './record-sign-off.server'
import { rerunRules } from './rerun-rules.server'

const database = testDatabase()
const [now, before] = ruleSets
if (!now || !before) throw new Error('There is nothing to compare')
const pair = { from: before.version, to: now.version }
const run = runner((who, at) => testContext(database, who, { now: at }))

let people: Record<'admin' | 'provider' | 'scheduler' | 'patient' | 'other', Actor>

beforeAll(async () => {
  people = {
    admin: await aPerson(database, { role: 'admin', name: 'An Admin' }),
    provider: await aPerson(database, { role: 'provider' }),
    scheduler: await aPerson(database, { role: 'scheduler' }),
    patient: await aPerson(database, { name: 'Someone Recognisable' }),
    other: await aPerson(database),
  }
  await sendIntake(run, people.patient, testNow)
  await sendIntake(run, people.other, testNow)
}, 60_000)

async function page(version?: string) {
  const found = await readRules(testContext(database, people.admin), { version })
  if (wasRefused(found)) throw new Error(found.message)
  return found
}

async function rerun(at = testNow) {
  const requestId = crypto.randomUUID()
  const kept = await rerunRules(testContext(database, people.admin, { requestId, now: at }), pair)
  if (wasRefused(kept)) throw new Error(kept.message)
  const [row] = await database.owner`select * from rule_set_runs where id = ${kept.runId}`
  if (!row) throw new Error('no run')
  const audit = await database.owner`
    select did, actor_role, actor_id, patient_id, thing_id, tx::text as tx from audit_rows where request_id = ${requestId} order by id`
  return { row, audit }
}

describe('running two rule sets over stored intakes', () => {
  test('keeps the counts once, with the admin who started it', async () => {
    const { row } = await rerun()
    expect(row).toMatchObject({ from_version: pair.from, to_version: pair.to, stored: 2, intakes_read: 2, lowered: 0 })
    expect(row).toMatchObject({ from_hash: ruleSetHash(before), to_hash: ruleSetHash(now), run_by: people.admin.id })
    expect(Number(row['same']) + (row['changes'] as unknown[]).length).toBe(2)
    const runs = await database.owner`select id from rule_set_runs where id = ${String(row['id'])}`
    expect(runs).toHaveLength(1)
  })

  test('every stored result comes out again, word for word', async () => {
    const { row } = await rerun()
    expect(row).toMatchObject({ replayed: 2, apart: [] })
  })

  test('each person read gets an audit row by the system in the transaction that reads; the admin’s start and result are recorded', async () => {
    const { audit } = await rerun()
    expect(audit.map((entry) => [entry['did'], entry['actor_role']])).toEqual([
      ['rules.start-run', 'admin'],
      ['triage.rerun', 'system'],
      ['triage.rerun', 'system'],
      ['rules.keep-run', 'admin'],
    ])
    const read = audit.filter((entry) => entry['did'] === 'triage.rerun')
    expect(new Set(read.map((entry) => entry['patient_id']))).toEqual(new Set([people.patient.id, people.other.id]))
    expect(new Set(read.map((entry) => entry['tx'])).size).toBe(1)
  })

  test('nothing that was judged changes, and neither a name nor an answer is kept', async () => {
    const stored = () =>
      database.owner`select md5(string_agg(t::text, '' order by t::text)) as sum from triage_results t`
    const sum = await stored()
    const { row } = await rerun()
    expect(await stored()).toEqual(sum)
    const text = JSON.stringify(row)
    expect(text).not.toMatch(/Recognisable/)
    const [example] = Object.values(examples)
    const words = [example?.answers.goals, example?.answers.signedName].filter((said) => said !== undefined)
    expect(words.length).toBeGreaterThan(0)
    expect(words.filter((said) => text.includes(said))).toEqual([])
    for (const change of row['changes'] as RunChange[])
      expect(Object.keys(change).toSorted()).toEqual(['from', 'intakeId', 'sentOn', 'to', 'who'])
  })

  test('a result that does not come out again is counted, not hidden', async () => {
    const odd = await aPerson(database)
    const intakeId = await sendIntake(run, odd, testNow)
    await database.owner.begin(async (sql) => {
      await sql`alter table triage_results disable trigger user`
      await sql`update triage_results set input_hash = 'elsewhere', result = jsonb_set(result, '{inputHash}', '"elsewhere"') where intake_id = ${intakeId}`
      await sql`alter table triage_results enable trigger user`
    })
    const { row } = await rerun()
    expect(row).toMatchObject({ intakes_read: 3, replayed: 2, apart: [intakeId] })
  })

  test('only an admin starts it, and only with two rule sets there are', async () => {
    for (const actor of [people.provider, people.scheduler, people.patient])
      expect(await rerunRules(testContext(database, actor), pair)).toMatchObject({ refused: 'missing' })
    for (const wish of [
      { from: '0.0.1', to: pair.to },
      { from: pair.to, to: pair.to },
    ])
      expect(await rerunRules(testContext(database, people.admin), wish)).toMatchObject({ refused: 'missing' })
  })

  test('the page tells of the last run, and that it is stale once words have changed', async () => {
    const { row } = await rerun(new Date(testNow.getTime() + 60_000))
    const { run: last } = await page()
    expect(last).toMatchObject({
      by: 'An Admin',
      isStale: false,
      replayed: row['replayed'],
      intakes: row['intakes_read'],
    })
    await database.owner`insert into rule_set_runs (from_version, to_version, from_hash, to_hash, stored, intakes_read, same, raised, lowered, replayed, apart, changes, run_by, run_at)
      values (${pair.from}, ${pair.to}, 'other words', ${ruleSetHash(now)}, 0, 0, 0, 0, 0, 0, '[]', '[]', ${people.admin.id}, now() + interval '1 day')`
    expect((await page()).run).toMatchObject({ isStale: true })
  })
})

describe('the sign-off', () => {
  const wish = (version = now.version) => {
    const set = ruleSets.find((each) => each.version === version)
    return { version, hash: set ? ruleSetHash(set) : '', name: 'Nora Exemplar', title: 'MD', note: 'Paper in the safe' }
  }

  test('is awaited until an admin records it, once for exactly these words; providers see it', async () => {
    const provider = testContext(database, people.provider)
    expect(await readSignOff(provider)).toEqual({ state: 'awaiting' })
    const admin = testContext(database, people.admin)
    const both = await Promise.all([recordSignOff(admin, wish()), recordSignOff(admin, wish())])
    expect(both.filter((kept) => !wasRefused(kept))).toHaveLength(1)
    expect(both.filter(wasRefused)).toMatchObject([{ refused: 'signed' }])
    expect(await readSignOff(provider)).toMatchObject({
      state: 'signed',
      name: 'Nora Exemplar',
      title: 'MD',
      at: testNow,
      hash: ruleSetHash(now),
    })
    expect((await page()).signOff).toMatchObject({ state: 'signed', note: 'Paper in the safe' })
    const rows = await database.owner`select did, fields from audit_rows where did = 'rules.sign-off'`
    expect(rows).toEqual([{ did: 'rules.sign-off', fields: [`v${now.version}`] }])
  })

  test('of other words does not hold for these', async () => {
    await database.owner`insert into rule_set_sign_offs (kind, version, content_hash, signed_name, signed_title, recorded_by, recorded_at)
      values ('rule_set', ${before.version}, ${'a'.repeat(64)}, 'Someone Else', 'DO', ${people.admin.id}, now())`
    expect(await readSignOff(testContext(database, people.provider), { version: before.version })).toMatchObject({
      state: 'differs',
      name: 'Someone Else',
      hash: 'a'.repeat(64),
    })
  })

  test('is refused for words that were not on the page, for a version there is not, and for anybody but an admin', async () => {
    const admin = testContext(database, people.admin)
    expect(await recordSignOff(admin, { ...wish(), hash: 'b'.repeat(64) })).toMatchObject({ refused: 'changed' })
    expect(await recordSignOff(admin, { ...wish(), version: '9.9.9' })).toMatchObject({ refused: 'missing' })
    for (const actor of [people.provider, people.scheduler, people.patient])
      expect(await recordSignOff(testContext(database, actor), wish())).toMatchObject({ refused: 'missing' })
  })

  test('never changes, and nobody records one in another name', async () => {
    const { admin, provider, scheduler, patient } = people
    const insert = (
      by: Actor,
    ) => `insert into rule_set_sign_offs (kind, version, content_hash, signed_name, signed_title, recorded_by, recorded_at)
      values ('rule_set', '1', 'c', 'Mallory', 'MD', '${by.id}', now())`
    const tryAs = (actor: Actor, statement: string) => attempt(database, actor, null, (sql) => sql.unsafe(statement))
    expect(await tryAs(admin, insert(provider))).toBe('rule_set_sign_offs_by_admin')
    for (const actor of [provider, scheduler, patient]) expect(await tryAs(actor, insert(actor))).toBe('denied')
    for (const attack of ['update rule_set_sign_offs set note = null', 'delete from rule_set_sign_offs']) {
      expect(await tryAs(admin, attack)).toBe('denied')
      await expect(database.owner.unsafe(attack)).rejects.toThrow(/never change/)
    }
    await expect(database.owner`delete from rule_set_runs`).rejects.toThrow(/never change/)
  })
})

test('who may read runs, sign-offs and rules', async () => {
  const { admin, provider, scheduler, patient } = people
  const look = (actor: Actor, table: string) =>
    attempt(database, actor, null, (sql) => sql.unsafe(`select * from ${table}`))
  expect([await look(admin, 'rule_set_runs'), await look(admin, 'rule_set_sign_offs')]).toEqual(['done', 'done'])
  expect([await look(provider, 'rule_set_runs'), await look(provider, 'rule_set_sign_offs')]).toEqual([
    'denied',
    'done',
  ])
  for (const actor of [scheduler, patient])
    for (const table of ['rule_set_runs', 'rule_set_sign_offs']) expect(await look(actor, table)).toBe('denied')
  expect(await look(admin, 'intake_answers')).toBe('denied')
  for (const actor of [provider, scheduler, patient])
    expect(await readRules(testContext(database, actor), {})).toMatchObject({ refused: 'missing' })
  expect(await readRules(testContext(database, admin), { version: '0.0.1' })).toMatchObject({ refused: 'missing' })
})
