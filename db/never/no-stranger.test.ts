import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { anArrival } from '@db/factories/an-arrival'
import { anIntake } from '@db/factories/an-intake'
import { aVisit } from '@db/factories/a-visit'
import { findSession } from '@db/find-session'
import { attempt } from '@db/test/attempt'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { fakeMedia } from '@db/test/fake-media'
import { patientTables } from '@db/test/patient-tables'
import { sight } from '@db/test/sight'
import { wholeRecord } from '@db/test/whole-record'
import type { WholeRecord } from '@db/test/whole-record'
import { emptyNote } from '~/domain/note/note-body'
import { roles, systemActor } from '~/domain/people/actor'
import type { Actor } from '~/domain/people/actor'
import type { Context } from '~/features/context'
import { readSummary } from '~/features/care/read-summary.server'
import { readChart } from '~/features/chart/read-chart.server'
import { admitGuest } from '~/features/guest/admit-guest.server'
import { answerGuest } from '~/features/guest/answer-guest.server'
import { inviteGuest } from '~/features/guest/invite-guest.server'
import { removeGuest } from '~/features/guest/remove-guest.server'
import { saveAnswers } from '~/features/intake/save-answers.server'
import { submitIntake } from '~/features/intake/submit-intake.server'
import { saveNote } from '~/features/note/save-note.server'
import { orderInjection } from '~/features/order/order-injection.server'
import { decideNextStep } from '~/features/outcome/decide-next-step.server'
import { cancelVisit } from '~/features/schedule/cancel-visit.server'
import { confirmConsult } from '~/features/schedule/confirm-consult.server'
import { confirmMove } from '~/features/schedule/confirm-move.server'
import { holdMove } from '~/features/schedule/hold-move.server'
import { readBookedVisit } from '~/features/schedule/read-booked-visit.server'
import { readMove } from '~/features/schedule/read-move.server'
import { replyUrgent } from '~/features/urgent/reply-urgent.server'
import { arrive } from '~/features/visit/arrive.server'
import { changeCallBack } from '~/features/visit/change-call-back.server'
import { mintTicket } from '~/features/visit/mint-ticket.server'
import { readCareVisit } from '~/features/visit/read-care-visit.server'
import { readStage } from '~/features/visit/read-stage.server'
import { toPhone } from '~/features/visit/to-phone.server'

const database = testDatabase()
let whole: WholeRecord
beforeAll(async () => {
  whole = await wholeRecord(database)
}, 120_000)

type Cell = 'all' | 'none' | 'denied' | (string & {})
type Row = {
  self?: Cell
  provider?: Cell
  scheduler?: Cell
  admin?: Cell
  guest?: Cell
  visitor?: Cell
  stranger?: Cell
}

const clinical: Row = { provider: 'all' }
const whoseName = 'id visit_id patient_id'

/**
 * What each role sees of one person's rows. Not said here: the person sees all, every other patient none of them, and for
 * everyone else the table is closed. `guest` is the one invited to this person's visit. The person answers in the portal:
 * a scheduler may ask others by phone and still sees nothing of it.
 */
const matrix: Record<string, Row> = {
  admissions: { ...clinical, guest: 'id visit_id patient_id identity role admitted_at ended_at' },
  allocations: { ...clinical, scheduler: 'all' },
  arrivals: clinical,
  authorisations: {
    ...clinical,
    scheduler: 'all',
    self: 'id case_id patient_id sent_at decision_due_at decision decided_at valid_until',
  },
  cases: { ...clinical, scheduler: 'all' },
  checklist_items: { ...clinical, scheduler: 'all' },
  diary_entries: { ...clinical, scheduler: 'id procedure_id patient_id slot due_at written_at' },
  guests: { ...clinical, guest: 'all' },
  holds: { ...clinical, scheduler: 'all' },
  intake_answer_history: { ...clinical, scheduler: 'none' },
  intake_answers: { ...clinical, scheduler: 'none' },
  intake_files: clinical,
  intake_paces: { scheduler: 'none' },
  intakes: { ...clinical, scheduler: 'none' },
  licence_overrides: { ...clinical, self: 'denied', stranger: 'denied' },
  measures: clinical,
  media_tokens: { ...clinical, guest: 'all' },
  note_addenda: clinical,
  notes: { ...clinical, scheduler: `${whoseName} signed_at` },
  orders: {
    ...clinical,
    scheduler: `${whoseName} provider_id side map_side side_reason intent ordered_at cancelled_at`,
  },
  outcomes: {
    ...clinical,
    scheduler: 'id procedure_id visit_id patient_id next_step decided_at',
    self: 'id procedure_id patient_id next_step decided_at',
  },
  phone_agreements: { ...clinical, scheduler: 'none' },
  presences: clinical,
  procedures: { ...clinical, scheduler: 'all' },
  triage_readings: { ...clinical, scheduler: 'none', self: 'id intake_id patient_id urgency made_at' },
  triage_results: { ...clinical, scheduler: 'none', self: 'id intake_id patient_id urgency created_at' },
  triage_reviews: { ...clinical, scheduler: 'none', self: 'id intake_id patient_id urgency made_at' },
  urgent_items: { ...clinical, scheduler: 'none' },
  visit_fallbacks: clinical,
  visits: { ...clinical, scheduler: 'all', guest: 'id kind patient_id provider_id state starts_at ends_at room_epoch' },
  waiting_entries: clinical,

  people: {
    ...clinical,
    scheduler: 'all',
    admin: 'all',
    guest: 'id role name credentials_title',
    visitor: 'id role email email_verified_at disabled_at',
  },
  credentials: {
    self: 'person_id password_hash totp_secret totp_confirmed_at totp_last_step',
    stranger: 'none',
    provider: 'none',
    scheduler: 'none',
    admin: 'none',
    visitor: 'person_id password_hash totp_confirmed_at',
  },
  person_tokens: { self: 'denied', stranger: 'denied', visitor: 'all' },
  sessions: { provider: 'none', scheduler: 'none', admin: 'all', visitor: 'all' },
  audit_rows: { admin: 'all' },
  mails: {
    self: 'none',
    stranger: 'none',
    provider: 'none',
    scheduler: 'none',
    visitor: 'none',
  },
  live_events: { self: 'denied', stranger: 'denied' },
}

/** Tables without a word about any patient. */
const ofNobody = [
  'attempts',
  'audit_seals',
  'clinic_clock',
  'locations',
  'provider_licences',
  'resources',
  'rule_set_runs',
  'rule_set_sign_offs',
  'webhook_events',
  'weekly_hours',
  'worker_beats',
]
const whose: Record<string, string> = {
  people: 'id',
  credentials: 'person_id',
  person_tokens: 'person_id',
  sessions: 'person_id',
  mails: 'person_id',
}

test('every table is in the matrix, and every table with a person in it is closed by default', async () => {
  const tables = await database.owner<{ name: string; rls: boolean; forced: boolean }[]>`
    select relname as name, relrowsecurity as rls, relforcerowsecurity as forced from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`
  expect(tables.map((table) => table.name).toSorted()).toEqual([...Object.keys(matrix), ...ofNobody].toSorted())
  const open = tables.filter(
    (table) => matrix[table.name] && table.name !== 'live_events' && !(table.rls && table.forced),
  )
  expect(open).toEqual([])
  const withPatient =
    await database.owner`select table_name from information_schema.columns where table_schema = 'public' and column_name = 'patient_id'`
  const known = [...patientTables, 'audit_rows', 'live_events']
  expect(withPatient.map((row) => String(row['table_name'])).toSorted()).toEqual(known.toSorted())
})

describe.each(Object.entries(matrix))('of %s', (table, row) => {
  const otherGuest: Actor = { id: randomUUID(), role: 'guest' }
  test('each role sees what it needs and nothing else', async () => {
    const viewers: Record<keyof Row | 'otherGuest' | 'nobody', Parameters<typeof sight>[1]> = {
      self: whole.patient,
      stranger: whole.stranger,
      provider: whole.colleague,
      scheduler: whole.scheduler,
      admin: whole.admin,
      guest: whole.guest,
      visitor: whole.visitor,
      otherGuest,
      nobody: { id: whole.patient.id, role: 'app' },
    }
    const ids = { column: whose[table] ?? 'patient_id', values: [whole.patient.id] }
    const seen = Object.fromEntries(
      await Promise.all(
        Object.entries(viewers).map(async ([name, who]) => [name, await sight(database, who, table, ids)] as const),
      ),
    )
    const closed = {
      self: 'all',
      stranger: 'none',
      provider: 'denied',
      scheduler: 'denied',
      admin: 'denied',
      guest: 'denied',
      visitor: 'denied',
    }
    const guestOfOther = row.guest === undefined ? 'denied' : 'none'
    expect(seen).toEqual({ ...closed, ...row, otherGuest: guestOfOther, nobody: 'denied' })
  })
})

test('without an actor every role is blind', async () => {
  for (const role of [...roles, 'guest', 'visitor'] as const)
    for (const table of Object.keys(matrix).filter((name) => name !== 'live_events'))
      expect(
        await sight(database, { id: '', role }, table, {
          column: whose[table] ?? 'patient_id',
          values: [whole.patient.id],
        }),
      ).toMatch(/^(none|denied)$/)
})

describe('rights are not widened', () => {
  const everyone = () => [
    whole.patient,
    whole.provider,
    whole.scheduler,
    whole.admin,
    whole.guest,
    whole.visitor,
    systemActor,
  ]
  const tryAs = (actor: Actor, statement: string) =>
    attempt(database, actor, whole.patient.id, (sql) => sql.unsafe(statement))

  test('nobody gives themselves or others a role, a verified address, a session, a password or a link', async () => {
    const { patient, provider, scheduler, admin, guest, visitor, stranger } = whole
    const of = (actor: Actor) => `where id = '${actor.id}'`
    const person = (role: string, more = '') =>
      `insert into people (role, email, name, born_on, created_at${more && ', email_verified_at'}) values ('${role}', '${randomUUID()}@x.test', 'x', '2000-01-01', now()${more})`
    const session = (who: Actor, role: string) =>
      `insert into sessions (token_hash, person_id, role, created_at, last_seen_at, second_factor_at) values ('${randomUUID()}', '${who.id}', '${role}', now(), now(), now())`
    const link = (who: Actor) =>
      `insert into person_tokens (token_hash, person_id, purpose, expires_at, created_at) values ('${randomUUID()}', '${who.id}', 'reset_password', '2099-01-01', now())`
    const attacks: [Actor, string][] = [
      ...[patient, provider, scheduler, admin, systemActor].map((actor): [Actor, string] => [
        actor,
        `update people set role = 'provider' ${of(actor.id === provider.id ? scheduler : actor)}`,
      ]),
      [provider, `update people set role = 'admin' ${of(provider)}`],
      [scheduler, `update people set role = 'patient' ${of(provider)}`],
      [visitor, `update people set role = 'admin' ${of(patient)}`],
      ...[provider, scheduler, admin].map((actor): [Actor, string] => [
        actor,
        `update people set email = 'mine@x.test' ${of(patient)}`,
      ]),
      ...[patient, scheduler].map((actor): [Actor, string] => [
        actor,
        `update people set email_verified_at = now() ${of(patient)}`,
      ]),
      [patient, `update people set name = 'x' ${of(stranger)}`],
      [patient, `update people set disabled_at = null ${of(patient)}`],
      [visitor, person('admin')],
      [visitor, person('provider')],
      [visitor, person('patient', ', now()')],
      [scheduler, person('scheduler')],
      [scheduler, person('patient', ', now()')],
      [patient, person('patient')],
      ...[provider, scheduler, admin, stranger].map((actor): [Actor, string] => [actor, session(patient, 'patient')]),
      [guest, session(patient, 'patient')],
      ...[patient, provider, scheduler, admin, guest].map((actor): [Actor, string] => [actor, link(patient)]),
      ...[provider, scheduler, admin, stranger].map((actor): [Actor, string] => [
        actor,
        `update credentials set password_hash = 'x' where person_id = '${patient.id}'`,
      ]),
      ...[provider, scheduler, admin].map((actor): [Actor, string] => [
        actor,
        `insert into credentials (person_id, password_hash, changed_at) values ('${stranger.id}', 'x', now())`,
      ]),
      [stranger, `update sessions set ended_at = null where person_id = '${patient.id}'`],
      [admin, `update sessions set person_id = '${admin.id}' where person_id = '${patient.id}'`],
      [guest, `update guests set visit_id = '${whole.followUpId}' ${of(guest)}`],
      [guest, `update guests set expires_at = '2099-01-01' ${of(guest)}`],
      [guest, `update guests set arrived_at = now() where id <> '${guest.id}'`],
      [visitor, `update guests set expires_at = '2099-01-01'`],
      ...[patient, provider, scheduler, admin, guest, visitor].map((actor): [Actor, string] => [
        actor,
        `select app.invite_registered('${patient.id}', 'x', now(), now() + interval '1 hour')`,
      ]),
      ...[patient, provider, admin, guest, visitor].map((actor): [Actor, string] => [
        actor,
        `select app.add_email('${patient.id}', 'x@example.test', 'x', now(), now() + interval '1 hour')`,
      ]),
      [scheduler, `select app.invited_was_born_on('x', '1970-01-01', now())`],
    ]
    for (const [actor, attack] of attacks)
      expect(await tryAs(actor, attack), `${actor.role}: ${attack}`).not.toBe('done')
  })

  test('nobody switches a guard off', async () => {
    const attacks = [
      'alter table allocations drop constraint allocations_one_at_a_time',
      'alter table media_tokens disable trigger all',
      'alter table notes disable row level security',
      'drop policy notes_patient on notes',
      'drop trigger notes_signed_stays on notes',
      `set local session_replication_role = 'replica'`,
      'create or replace function app.actor_id() returns uuid language sql as $$ select null::uuid $$',
      'create function public.now_mine() returns int language sql as $$ select 1 $$',
      'create table public.mine (id int)',
    ]
    for (const actor of everyone())
      for (const attack of attacks) expect(await tryAs(actor, attack), `${actor.role}: ${attack}`).toBe('denied')
    for (const actor of everyone()) await tryAs(actor, 'grant select on notes to ilium_scheduler')
    const [right] =
      await database.owner`select has_column_privilege('ilium_scheduler', 'notes', 'body', 'select') as given`
    expect(right).toEqual({ given: false })
  })

  test('no patient learns when another one is busy, nor how long the line is that another one stands in', async () => {
    const { patient, stranger, provider, followUpId } = whole
    const spans = (of: string) =>
      attempt(
        database,
        stranger,
        stranger.id,
        (sql) => sql`select * from app.busy_spans(array[${of}]::uuid[], '2026-01-01', '2028-01-01', '2026-01-01')`,
      )
    expect(await spans(provider.id)).toBe('done')
    expect(await spans(patient.id)).toBe('nothing')
    const line = await attempt(
      database,
      stranger,
      stranger.id,
      (sql) => sql`select * from app.waiting_line(${followUpId}, now())`,
    )
    expect(line).toBe('nothing')
  })

  test('a session of another role than the own opens nothing', async () => {
    const { stranger } = whole
    const ending = await attempt(
      database,
      stranger,
      stranger.id,
      (sql) =>
        sql`insert into sessions (token_hash, person_id, role, created_at, last_seen_at, second_factor_at) values ('forged', ${stranger.id}, 'admin', now(), now(), now())`,
    )
    expect(ending).toBe('done')
    expect((await findSession(database.app, 'forged', false)).session).toBeNull()
  })

  test('a temporary table does not stand in for a real one inside a guard', async () => {
    const { patient, provider, visitId } = whole
    const ending = await attempt(database, patient, patient.id, async (sql) => {
      await sql`create temporary table visits on commit drop as select ${visitId}::uuid as id, ${patient.id}::uuid as patient_id, ${provider.id}::uuid as provider_id, 'in_visit' as state`
      await sql`create temporary table admissions on commit drop as select ${visitId}::uuid as visit_id, ${patient.id}::uuid as identity, null::timestamptz as ended_at, '2000-01-01'::timestamptz as admitted_at`
      await sql`grant all on pg_temp.visits, pg_temp.admissions to public`
      return sql`insert into public.media_tokens (visit_id, patient_id, identity, minted_at, expires_at) values (${visitId}, ${patient.id}, ${patient.id}, now(), now() + interval '1 minute')`
    })
    expect(ending).toBe('media_tokens_admitted_now')
  })

  test('functions with the owner’s rights name their schemas, and no function is open to everybody', async () => {
    const loose = await database.owner`
      select proname from pg_proc where pronamespace = 'app'::regnamespace and (
        (prosecdef and not coalesce(proconfig::text like '%search_path=public, app, pg_temp%', false))
        or has_function_privilege('public', oid, 'execute'))`
    expect(loose).toEqual([])
    const open =
      await database.owner`select distinct table_name, privilege_type from information_schema.role_table_grants where table_schema = 'public' and (grantee = 'PUBLIC' or (grantee like 'ilium\\_%' and privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')))`
    expect(open).toEqual([])
  })
})

describe('missing and forbidden are one answer', () => {
  type Ask = (context: Context, id: string) => Promise<unknown>
  const form = anArrival()
  const asPatient: [string, keyof WholeRecord, Ask][] = [
    ['booked visit', 'visitId', (context, visitId) => readBookedVisit(context, { visitId })],
    ['visit', 'visitId', (context, visitId) => readCareVisit(context, { visitId })],
    ['summary', 'visitId', (context, visitId) => readSummary(context, { visitId })],
    ['move', 'followUpId', (context, visitId) => readMove(context, { visitId })],
    ['cancelling', 'visitId', (context, visitId) => cancelVisit(context, { visitId })],
    [
      'hold for a move',
      'followUpId',
      (context, visitId) => holdMove(context, { visitId, providerId: whole.provider.id, startsAt: testNow }),
    ],
    ['confirming a move', 'followUpId', (context, visitId) => confirmMove(context, { visitId, holdId: randomUUID() })],
    ['confirming a hold', 'holdId' as keyof WholeRecord, (context, holdId) => confirmConsult(context, { holdId })],
    [
      'arrival',
      'visitId',
      (context, visitId) => arrive(context, { visitId, form, camera: 'works', microphone: 'works' }),
    ],
    ['number', 'visitId', (context, visitId) => changeCallBack(context, { visitId, phone: '612-555-0100' })],
    ['telephone', 'visitId', (context, visitId) => toPhone(context, { visitId })],
    ['ticket', 'visitId', (context, visitId) => mintTicket(context, { visitId })],
    ['answers', 'intakeId', (context, intakeId) => saveAnswers(context, { intakeId, answers: [] })],
    ['sending', 'intakeId', (context, intakeId) => submitIntake(context, { intakeId })],
    ['call', 'urgentItemId', (context, itemId) => replyUrgent(context, { itemId, mistake: true })],
  ]
  test.each(asPatient)('for another patient’s %s', async (_, key, ask) => {
    const context = testContext(database, whole.stranger, { media: fakeMedia() })
    const [hold] = await database.owner`select id from holds where patient_id = ${whole.patient.id} limit 1`
    const theirs = key === ('holdId' as keyof WholeRecord) ? String(hold?.['id']) : String(whole[key])
    const nobodys = await ask(context, randomUUID())
    expect(await ask(context, theirs)).toEqual(nobodys)
    expect(nobodys).toMatchObject({ refused: 'missing' })
  })

  test('for another guest’s visit, and for another patient’s guest', async () => {
    const otherVisit = await aVisit(database, {
      patient: whole.stranger,
      provider: whole.colleague,
      startsAt: new Date('2027-06-01T15:00:00Z'),
    })
    const asGuest = testContext(database, whole.guest, { media: fakeMedia() })
    expect(await mintTicket(asGuest, { visitId: otherVisit.id })).toEqual(
      await mintTicket(asGuest, { visitId: randomUUID() }),
    )
    const asStranger = testContext(database, whole.stranger)
    for (const guestId of [whole.guest.id, randomUUID()]) {
      expect(await answerGuest(asStranger, { guestId, yes: true })).toMatchObject({ refused: 'missing' })
      expect(await removeGuest(asStranger, { visitId: whole.visitId, guestId })).toMatchObject({ refused: 'missing' })
    }
  })

  test('for a clinician who does not lead the visit, acts are refused', async () => {
    await anIntake(database, { patient: whole.stranger })
    const context = testContext(database, whole.colleague)
    const visitId = whole.followUpId
    const body = { ...emptyNote, plan: 'x' }
    expect(await saveNote(context, { visitId, version: 0, body })).toEqual(
      await saveNote(context, { visitId: randomUUID(), version: 0, body }),
    )
    const order = { side: 'right', intent: 'diagnostic', reason: 'A reason' } as const
    expect(await orderInjection(context, { visitId, ...order })).toEqual(
      await orderInjection(context, { visitId: randomUUID(), ...order }),
    )
    const step = { nextStep: 'discharge', reason: 'A reason' } as const
    expect(await decideNextStep(context, { visitId, ...step })).toEqual(
      await decideNextStep(context, { visitId: randomUUID(), ...step }),
    )
    expect(await inviteGuest(context, { visitId, kind: 'family', name: 'Someone' })).toHaveProperty('refused')
    expect(await admitGuest(context, { visitId: whole.visitId, guestId: whole.guest.id })).toHaveProperty('refused')
  })

  test('patients and schedulers read no chart and no stage', async () => {
    for (const actor of [whole.stranger, whole.patient, whole.scheduler]) {
      const context = testContext(database, actor)
      const visitId = whole.visitId
      expect(await readChart(context, { visitId })).toEqual(await readChart(context, { visitId: randomUUID() }))
      expect(await readStage(context, { visitId })).toEqual(await readStage(context, { visitId: randomUUID() }))
    }
  })
})
