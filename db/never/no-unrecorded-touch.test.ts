import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attempt } from '@db/test/attempt'
import { testContext } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { fakeMedia } from '@db/test/fake-media'
import { consultJourney, runner } from '@db/test/journey'
import { endsJourney } from '@db/test/journey-ends'
import { peopleJourney } from '@db/test/journey-people'
import { phoneJourney } from '@db/test/journey-phone'
import { procedureJourney } from '@db/test/journey-procedure'
import { patientTables } from '@db/test/patient-tables'
import { watchedDatabase } from '@db/test/watched-database'
import type { Seen } from '@db/test/watched-database'
import { actorRoles, systemActor, visitorActor } from '~/domain/people/actor'
import type { Actor } from '~/domain/people/actor'

const database = testDatabase()
const modules = import.meta.glob<Record<string, unknown>>('../../app/features/**/*.server.ts', { eager: true })
const sources = import.meta.glob<string>('../../app/features/**/*.server.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
})

const camel = (file: string) =>
  (/([\w-]+)\.server\.ts$/.exec(file)?.[1] ?? '').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** A verb is what its file is named after and takes the context, then at most a wish; parts of verbs take more, or the transaction. */
const verbs = Object.entries(modules).flatMap(([file, exports]) => {
  const verb = exports[camel(file)]
  const takesContext = new RegExp(`function ${camel(file)}\\(\\s*context: Context`).test(sources[file] ?? '')
  return typeof verb === 'function' && takesContext && verb.length <= 2
    ? [{ file: file.slice('../../app/features/'.length), verb }]
    : []
})

const touches = (seen: Seen) =>
  patientTables.filter((table) => seen.statements.some(({ text }) => text.includes(`"${table}"`)))
const recorded = (seen: Seen) => seen.statements.filter(({ text }) => text.startsWith('insert into "audit_rows"'))

const ran = new Map<unknown, Seen[]>()
const patients = new Set<string>()
const actors: Partial<Record<Actor['role'], Actor>> = { system: systemActor, visitor: visitorActor }
let victim = ''
let watched: ReturnType<typeof watchedDatabase>

beforeAll(async () => {
  watched = watchedDatabase(database.url)
  const media = fakeMedia()
  let from = 0
  const run = runner(
    (who, now) => {
      from = watched.seen.length
      return testContext(database, who, { now, media, database: watched })
    },
    (verb) => ran.set(verb, [...(ran.get(verb) ?? []), ...watched.seen.slice(from)]),
  )
  const whole = await procedureJourney(database, run, await consultJourney(database, run))
  const ends = await endsJourney(database, run, whole.provider)
  const people = await peopleJourney(database, run)
  const phone = await phoneJourney(database, run)
  for (const one of [whole, ends, people, phone]) patients.add(one.patient.id)
  for (const one of [phone.own, phone.unmailed]) patients.add(one.id)
  victim = whole.patient.id
  const { patient, provider, scheduler, guest } = whole
  Object.assign(actors, { patient, provider, scheduler, guest, admin: people.admin })
}, 120_000)
afterAll(() => watched.close())

const actorOf = (role: Actor['role']): Actor => {
  const actor = actors[role]
  if (!actor) throw new Error(`Nobody is a ${role}`)
  return actor
}

test.each(verbs.map(({ file, verb }) => [file, verb] as const))(
  '%s touches no record without an audit row in the same transaction',
  (_, verb) => {
    const transactions = ran.get(verb)
    if (!transactions) throw new Error('The journey does not call this verb yet')
    const isRecorded = (seen: Seen) =>
      recorded(seen).some(({ values }) => [...patients].some((id) => values.includes(id)))
    const unrecorded = transactions.filter((seen) => touches(seen).length > 0 && !isRecorded(seen))
    expect(unrecorded.map((seen) => touches(seen).join(', '))).toEqual([])
  },
)

test('a program that forgets the audit row changes nothing, whatever table and role', async () => {
  const columns = await database.owner<{ role: string; table: string; column: string }[]>`
    select replace(grantee, 'ilium_', '') as role, table_name as table, min(column_name) as column from information_schema.column_privileges
    where privilege_type = 'UPDATE' and table_name in ${database.owner(patientTables)} and grantee in ('ilium_patient', 'ilium_provider', 'ilium_scheduler', 'ilium_guest')
    group by 1, 2 order by 1, 2`
  const endings: string[] = []
  for (const { role, table, column } of columns) {
    const ending = await attempt(database, actorOf(role as Actor['role']), null, (sql) =>
      sql.unsafe(`update ${table} set ${column} = ${column} where patient_id = '${victim}'`),
    )
    expect(ending, `${role} ${table}`).not.toBe('done')
    endings.push(ending)
  }
  expect(endings.filter((ending) => ending.endsWith('_recorded')).length).toBeGreaterThan(10)
})

test('the audit row of another person or of an earlier transaction does not do', async () => {
  const other = [...patients].find((id) => id !== victim) ?? ''
  const change = (about: string | null) =>
    attempt(
      database,
      actorOf('patient'),
      about,
      (sql) => sql`update people set phone = '612-555-0199' where id = ${victim}`,
    )
  expect(await change(other)).toBe('people_recorded')
  expect(await change(null)).toBe('people_recorded')
  expect(await change(victim)).toBe('done')
  const earlier = await attempt(database, actorOf('patient'), null, async (sql) => {
    await sql`insert into audit_rows (at, actor_id, actor_role, did, patient_id, request_id, tx)
      values (now(), ${victim}, 'patient', 'attack.try', ${victim}, 'attack', '3')`
    return sql`update people set phone = '612-555-0198' where id = ${victim}`
  })
  expect(earlier).toBe('done')
  const forged = await database.owner`select 1 from audit_rows where tx = '3'`
  expect(forged).toHaveLength(0)
})

describe.each(actorRoles)('as %s', (role) => {
  const row = (actorId: string, actorRole: string, did = 'attack.try') =>
    attempt(
      database,
      actorOf(role),
      null,
      (sql) =>
        sql`insert into audit_rows (at, actor_id, actor_role, did, patient_id, request_id) values (now(), ${actorId}, ${actorRole}, ${did}, ${victim}, 'attack')`,
    )

  test('nobody writes an audit row in another name or role, and no words into it', async () => {
    const me = actorOf(role)
    const someone = actorOf(role === 'provider' ? 'scheduler' : 'provider')
    expect(await row(me.id, role)).toBe('done')
    expect(await row(someone.id, role)).toBe('denied')
    expect(await row(me.id, someone.role)).toBe('denied')
    expect(await row(me.id, role, 'Marla Sampleton has a fever')).toBe('audit_rows_names_only')
  })

  test('nobody changes, deletes or empties audit rows and seals', async () => {
    for (const table of ['audit_rows', 'audit_seals'])
      for (const attack of [`update ${table} set id = id`, `delete from ${table}`, `truncate ${table}`]) {
        const statement = table === 'audit_seals' ? attack.replace('id = id', 'seq = seq') : attack
        const ending = await attempt(database, actorOf(role), victim, (sql) => sql.unsafe(statement))
        expect(ending, statement).toBe('denied')
      }
  })
})

test('not even the owner changes an audit row', async () => {
  for (const attack of ['update audit_rows set did = did', 'delete from audit_rows', 'truncate audit_rows cascade'])
    await expect(database.owner.unsafe(attack), attack).rejects.toThrow(/never change/)
})
