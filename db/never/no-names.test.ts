import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { intakeAnswers } from '@db/schema/intake'
import { attempt } from '@db/test/attempt'
import { testContext } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { fakeMedia } from '@db/test/fake-media'
import { consultJourney, runner } from '@db/test/journey'
import { endsJourney } from '@db/test/journey-ends'
import { peopleJourney } from '@db/test/journey-people'
import { procedureJourney } from '@db/test/journey-procedure'
import { withTx } from '@db/tx'
import { paths } from '~/domain/paths'
import { roomName } from '~/domain/visit/room-name'
import routes from '~/routes'
import { createLog } from '~/server/log'

const database = testDatabase()
const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Everything that names or describes somebody in the journeys: names, addresses, numbers, and every free text. */
const telling =
  /Journey|Sample|Sampleton|example\.test|\d{3}-555-\d{4}|at the door|no_one|Checked on the phone|emergency room/i

const rooms = new Set<string>()
const seats: string[] = []

beforeAll(async () => {
  const media = fakeMedia()
  const watched = {
    ...media,
    openRoom: (room: string) => (rooms.add(room), media.openRoom(room)),
    ticket: (seat: Parameters<typeof media.ticket>[0]) => (seats.push(JSON.stringify(seat)), media.ticket(seat)),
  }
  const run = runner((who, now) => testContext(database, who, { now, media: watched }))
  const whole = await procedureJourney(database, run, await consultJourney(database, run))
  await endsJourney(database, run, whole.provider)
  await peopleJourney(database, run)
}, 120_000)

describe('after the whole loop', () => {
  test('no mail says anything about a person in its subject, and none a name or a finding in its body', async () => {
    const mails = await database.owner`select subject, body from mails`
    expect(mails.length).toBeGreaterThan(10)
    for (const { subject, body } of mails) {
      expect(subject).not.toMatch(telling)
      expect(subject).not.toMatch(/\d{3,}|pain|inject|urgent|SI joint|diary|call 911/i)
      const own = String(body)
        .replaceAll('952-555-0100', '')
        .replaceAll(/http\S+/g, '')
      expect(own).not.toMatch(telling)
      expect(own).not.toMatch(/\bpain\b|fever|numb|emergency|SI joint/i)
    }
  })

  test('links in mails carry opaque ids and secrets only', async () => {
    const mails = await database.owner`select body from mails`
    const links = mails.flatMap(({ body }) => String(body).match(/http\S+/g) ?? [])
    expect(links.length).toBeGreaterThan(10)
    for (const link of links)
      expect(new URL(link).pathname + new URL(link).search).toMatch(
        new RegExp(`^(/[a-z-]+)*(/(${uuid}|[\\w-]{43}))?(/[a-z-]+)?$`),
      )
  })

  test('live events, jobs, webhooks and audit rows hold ids and fixed words only', async () => {
    const kept = {
      events: await database.owner`select topic, patient_id, visit_id from live_events`,
      jobs: await database.owner`select identifier, payload, key, last_error from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`,
      webhooks: await database.owner`select id, event, room from webhook_events`,
      audit: await database.owner`select did, thing, thing_id, fields, request_id from audit_rows`,
      presences: await database.owner`select participant_sid, identity from presences`,
      resources: await database.owner`select name from resources where kind in ('patient', 'provider')`,
    }
    for (const [name, rows] of Object.entries(kept)) {
      expect(rows.length, name).toBeGreaterThan(0)
      expect(JSON.stringify(rows), name).not.toMatch(telling)
    }
    for (const { payload } of kept.jobs)
      for (const value of Object.values(payload as Record<string, unknown>))
        expect(value).toMatch(new RegExp(`^(${uuid}|v_${uuid}_\\d+|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z|[a-z]\\d+)$`))
  })

  test('rooms and seats are ids', () => {
    expect(rooms.size).toBeGreaterThan(1)
    for (const room of rooms) expect(room).toMatch(new RegExp(`^v_${uuid}_\\d+$`))
    for (const seat of seats) {
      expect(seat).not.toMatch(telling)
      expect(Object.keys(JSON.parse(seat) as object).toSorted()).toEqual(['identity', 'room', 'sources'])
    }
    expect(roomName('0b8f…', 1)).not.toMatch(telling)
  })

  test('the database takes no words into audit rows and events, whoever writes', async () => {
    const person = await aPerson(database)
    const words = 'Marla has a fever'
    const event = (topic: string) =>
      attempt(
        database,
        person,
        person.id,
        (db) => db`insert into live_events (topic, patient_id) values (${topic}, ${person.id})`,
      )
    expect(await event(words)).toBe('live_events_topic_only')
    expect(await event('visit')).toBe('done')
    for (const column of ['did', 'thing', 'thing_id'])
      expect(
        await attempt(database, person, null, (db) =>
          db.unsafe(`insert into audit_rows (at, actor_id, actor_role, request_id, patient_id, did, thing, thing_id)
            select now(), '${person.id}', 'patient', 'x', '${person.id}', ${['did', 'thing', 'thing_id'].map((one) => (one === column ? `'${words}'` : `'a.read'`)).join(', ')}`),
        ),
      ).toBe('audit_rows_names_only')
    expect(
      await attempt(
        database,
        person,
        null,
        (db) =>
          db`insert into audit_rows (at, actor_id, actor_role, request_id, did, fields) values (now(), ${person.id}, 'patient', 'x', 'a.read', ${[words, "it's"]})`,
      ),
    ).toBe('audit_rows_names_only')
  })
})

describe('the log', () => {
  function aLog() {
    const lines: string[] = []
    const log = createLog('debug', { write: (line: string) => void lines.push(line) })
    return { log, text: () => lines.join('') }
  }

  test('of a failed statement tells its kind and place, never its values', async () => {
    const patient = await aPerson(database)
    const secret = `Marla\n    at home with Sampleton (/her/house.ts:1:1)\nDetail: x`
    const failed = await withTx(database.app, patient, (tx) =>
      tx.insert(intakeAnswers).values({
        intakeId: patient.id,
        patientId: patient.id,
        questionKey: secret,
        value: secret,
        answeredAt: new Date(),
        answeredBy: patient.id,
      }),
    ).then(
      () => null,
      (error: unknown) => error,
    )
    expect(failed).toBeInstanceOf(Error)
    expect(JSON.stringify((failed as Error).stack)).toContain('Sampleton')
    const { log, text } = aLog()
    log.error({ err: failed, requestId: 'r' }, 'request failed')
    log.error({ err: new Error(secret, { cause: failed }), requestId: 'r' }, 'request failed')
    log.error({ err: Object.assign(new Error(''), { detail: secret, query: secret, parameters: [secret] }) }, 'x')
    log.error({ err: secret }, 'x')
    expect(text()).toContain('"at"')
    expect(text()).not.toMatch(/Marla|Sampleton|house/)
  })

  test('leaves out what a careless line would tell', () => {
    const { log, text } = aLog()
    const person = {
      name: 'Marla',
      email: 'marla@x.test',
      phone: '1',
      token: 'Marla',
      cookie: 'Marla',
      body: 'Marla',
      query: 'Marla',
      password: 'Marla',
    }
    log.info({ person, visit: person }, 'x')
    expect(text()).not.toMatch(/Marla/i)
  })

  test('a database error names the constraint at most', async () => {
    const [one, other] = [await aPerson(database), await aPerson(database)]
    const failed = await withTx(database.app, one, (tx) =>
      tx.execute(
        sql`insert into visits (kind, patient_id, provider_id, starts_at, ends_at, created_at) values ('consult', ${other.id}, ${other.id}, now(), now(), now())`,
      ),
    ).catch((error: unknown) => error)
    const { log, text } = aLog()
    log.error({ err: failed }, 'x')
    expect(text()).not.toContain(other.id)
  })
})

describe('the source', () => {
  const sources = import.meta.glob<string>(['../../app/**/*.{ts,tsx}', '../../db/*.ts', '!../../**/*.test.*'], {
    eager: true,
    query: '?raw',
    import: 'default',
  })
  const lines = Object.entries(sources).flatMap(([file, text]) =>
    text.split('\n').map((line) => ({ file, line: line.trim() })),
  )

  test('writes mail subjects as fixed words, with the clinic’s name at most', () => {
    const subjects = lines.filter(
      ({ file, line }) => /\bsubject: ?\S/.test(line) && /features|domain\/(people|schedule)\/\S*mail/.test(file),
    )
    expect(subjects.length).toBeGreaterThan(8)
    const fixed =
      /\bsubject: (string|mails\.subject|subjects\[news\]|'[^']*'|`(Confirm|Choose|Your|You|A)[^$`]*(\$\{(context\.)?clinic\.name\}[^$`]*)?`)/
    for (const { file, line } of subjects) expect(line, file).toMatch(fixed)
  })

  test('sends mail through one door only', () => {
    for (const { file, line } of lines.filter(({ line }) => /insert\(mails\)|into mails/.test(line)))
      expect(file, line).toMatch(/\/send-mail\.ts$/)
  })

  test('logs fixed words with machine facts, and never by console', () => {
    expect(lines.filter(({ line }) => /\bconsole\./.test(line))).toEqual([])
    const calls = Object.entries(sources).flatMap(([file, text]) =>
      [...text.matchAll(/\blog\.(?:info|warn|error|debug|fatal)\(([^;]*?)\)\n/g)].map((call) => ({
        file,
        call: call[1] ?? '',
      })),
    )
    expect(calls.length).toBeGreaterThan(6)
    for (const { file, call } of calls) {
      const keys = [...call.matchAll(/(?:[{,]\s*)(\w+)\b(?=\s*[:,}])/g)].map((key) => key[1])
      const machine = [
        'err',
        'requestId',
        'job',
        'port',
        'mode',
        'worker',
        'method',
        'route',
        'status',
        'ms',
        'seal',
        'hash',
      ]
      expect(
        keys.filter((key) => !machine.includes(key ?? '')),
        `${file}: ${call}`,
      ).toEqual([])
    }
  })

  test('puts opaque ids and fixed words into addresses', () => {
    const given = Object.values<(...ids: string[]) => string>(paths).map((path) => path('ID', 'ID'))
    for (const address of given) expect(address).toMatch(/^(\/[a-z0-9-]*|\/ID)*$/)
    const parameters = routes.flatMap((route) => route.path?.match(/:\w+/g) ?? [])
    expect([...new Set(parameters)].toSorted()).toEqual([
      ':caseId',
      ':intakeId',
      ':itemId',
      ':mailId',
      ':paperId',
      ':patientId',
      ':procedureId',
      ':question',
      ':step',
      ':token',
      ':visitId',
    ])
  })

  test('has no form that puts typed words into the address', () => {
    const forms = Object.entries(sources).flatMap(([file, text]) =>
      [...text.matchAll(/<(?:Form|form)\b[^>]*method="get"[\s\S]*?<\/(?:Form|form)>/g)].map((form) => ({
        file,
        form: form[0],
      })),
    )
    expect(forms.length).toBeGreaterThan(0)
    for (const { file, form } of forms) {
      expect(form, file).not.toMatch(/TextArea|<textarea|type="(text|search|email|tel)"/)
      for (const [field] of form.matchAll(/<TextField\b[\s\S]*?\/>/g)) expect(field, file).toContain('type="date"')
      for (const [input] of form.matchAll(/<input\b[\s\S]*?\/>/g))
        expect(input, file).toMatch(/type="(hidden|radio|checkbox|date)"/)
    }
  })
})
