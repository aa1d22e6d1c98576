import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { anArrival } from '@db/factories/an-arrival'
import { aPerson } from '@db/factories/a-person'
import { aVisit } from '@db/factories/a-visit'
import { attempt } from '@db/test/attempt'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { fakeMedia } from '@db/test/fake-media'
import { systemActor } from '~/domain/people/actor'
import type { Actor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { roomName } from '~/domain/visit/room-name'
import { admitGuest } from '~/features/guest/admit-guest.server'
import { answerGuest } from '~/features/guest/answer-guest.server'
import { askToJoin } from '~/features/guest/ask-to-join.server'
import { inviteGuest } from '~/features/guest/invite-guest.server'
import { removeGuest } from '~/features/guest/remove-guest.server'
import { admit } from '~/features/visit/admit.server'
import { arrive } from '~/features/visit/arrive.server'
import { endVisit } from '~/features/visit/end-visit.server'
import { mintTicket } from '~/features/visit/mint-ticket.server'

const database = testDatabase()
const iso = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000).toISOString()
const code = (answer: unknown) => (wasRefused(answer) ? (answer as { refused: string }).refused : 'ok')

async function scene() {
  const patient = await aPerson(database)
  const provider = await aPerson(database, { role: 'provider' })
  const visit = await aVisit(database, { patient, provider })
  const media = fakeMedia()
  const as = (actor: Actor) => testContext(database, actor, { media })
  const come = () => arrive(as(patient), { visitId: visit.id, form: anArrival(), camera: 'works', microphone: 'works' })
  const letIn = () => admit(as(provider), { visitId: visit.id })
  const guest = async (consent: boolean) => {
    const invited = await inviteGuest(as(provider), { visitId: visit.id, kind: 'family', name: 'A Guest' })
    if (wasRefused(invited)) throw new Error(invited.message)
    const actor: Actor = { id: invited.guestId, role: 'guest' }
    await askToJoin(as(actor))
    if (consent) await answerGuest(as(patient), { guestId: actor.id, yes: true })
    return actor
  }
  return {
    patient,
    provider,
    colleague: await aPerson(database, { role: 'provider' }),
    stranger: await aPerson(database),
    visit,
    as,
    come,
    letIn,
    guest,
  }
}
type Scene = Awaited<ReturnType<typeof scene>>

const token = (
  scene: Scene,
  actor: Actor,
  identity = actor.id,
  changes: { visitId?: string; patientId?: string; expires?: number } = {},
) =>
  attempt(database, actor, scene.patient.id, (sql) => {
    const { visitId = scene.visit.id, patientId = scene.patient.id, expires = 3 } = changes
    return sql`insert into media_tokens (visit_id, patient_id, identity, minted_at, expires_at)
      values (${visitId}, ${patientId}, ${identity}, ${iso(0)}, ${iso(expires)})`
  })

const tokens = async (visitId: string) =>
  Number((await database.owner`select count(*) from media_tokens where visit_id = ${visitId}`)[0]?.['count'])

describe('a token row', () => {
  test('for nobody while the visit is booked or waiting', async () => {
    const all = await scene()
    const { patient, provider } = all
    for (const step of [async () => {}, all.come]) {
      await step()
      for (const actor of [patient, provider]) expect(await token(all, actor)).toBe('media_tokens_admitted_now')
      expect(await token(all, systemActor, patient.id)).toBe('media_tokens_admitted_now')
    }
    expect(await tokens(all.visit.id)).toBe(0)
  })

  test('in no other name than the own, of this visit, for minutes', async () => {
    const all = await scene()
    const { patient, provider, colleague, stranger } = all
    await all.come()
    await all.letIn()
    expect(await token(all, patient, provider.id)).toBe('media_tokens_writer_is_actor')
    expect(await token(all, provider, patient.id)).toBe('media_tokens_writer_is_actor')
    expect(await token(all, colleague, provider.id)).toBe('media_tokens_writer_is_actor')
    expect(await token(all, colleague)).toBe('media_tokens_admitted_now')
    expect(await token(all, stranger)).toBe('media_tokens_admitted_now')
    expect(await token(all, stranger, stranger.id, { patientId: stranger.id })).toBe('media_tokens_admitted_now')
    expect(await token(all, await aPerson(database, { role: 'scheduler' }))).toBe('denied')
    expect(await token(all, await aPerson(database, { role: 'admin' }))).toBe('denied')
    expect(await token(all, patient, patient.id, { expires: 60 })).toBe('media_tokens_short')
    expect(await token(all, patient)).toBe('done')
  })

  test('for none who is admitted to another visit', async () => {
    const [here, there] = [await scene(), await scene()]
    for (const one of [here, there]) {
      await one.come()
      await one.letIn()
    }
    expect(await token(here, there.provider)).toBe('media_tokens_admitted_now')
    expect(
      await token(here, there.patient, there.patient.id, { visitId: here.visit.id, patientId: there.patient.id }),
    ).toBe('media_tokens_admitted_now')
    const guest = await there.guest(true)
    await admitGuest(there.as(there.provider), { visitId: there.visit.id, guestId: guest.id })
    expect(await token(there, guest)).toBe('done')
    expect(await token(here, guest)).toBe('media_tokens_admitted_now')
  })

  test('for a guest from the admission to the removal, and for nobody after the end', async () => {
    const all = await scene()
    await all.come()
    await all.letIn()
    const guest = await all.guest(true)
    expect(await token(all, guest)).toBe('media_tokens_admitted_now')
    await admitGuest(all.as(all.provider), { visitId: all.visit.id, guestId: guest.id })
    expect(await token(all, guest)).toBe('done')
    await removeGuest(all.as(all.patient), { visitId: all.visit.id, guestId: guest.id })
    expect(await token(all, guest)).toBe('media_tokens_admitted_now')
    await endVisit(all.as(all.provider), { visitId: all.visit.id })
    for (const actor of [all.patient, all.provider, guest])
      expect(await token(all, actor)).toBe('media_tokens_admitted_now')
  })

  test('for nobody once the patient is where the provider holds no license, and back again', async () => {
    const all = await scene()
    await all.come()
    await all.letIn()
    const moveTo = (state: string) =>
      attempt(
        database,
        all.patient,
        all.patient.id,
        (sql) => sql`update arrivals set state = ${state} where visit_id = ${all.visit.id}`,
      )
    expect(await moveTo('WI')).toBe('done')
    for (const actor of [all.patient, all.provider]) expect(await token(all, actor)).toBe('media_tokens_licensed')
    expect(await moveTo('MN')).toBe('done')
    await database.owner`update provider_licences set valid_until = '2026-11-22' where provider_id = ${all.provider.id}`
    expect(await token(all, all.patient)).toBe('media_tokens_licensed')
    await database.owner`update provider_licences set valid_until = '2026-11-23' where provider_id = ${all.provider.id}`
    expect(await token(all, all.patient)).toBe('done')
  })

  test('never changes into a longer one', async () => {
    const all = await scene()
    await all.come()
    await all.letIn()
    expect(await token(all, all.patient)).toBe('done')
    for (const actor of [all.patient, all.provider, systemActor])
      expect(
        await attempt(
          database,
          actor,
          all.patient.id,
          (sql) => sql`update media_tokens set expires_at = '2099-01-01' where visit_id = ${all.visit.id}`,
        ),
      ).toBe('denied')
  })
})

describe('an admission is taken by nobody', () => {
  type Sql = Parameters<Parameters<typeof attempt>[3]>[0]
  const insert = (sql: Sql, { visit, patient, provider }: Scene, identity: string, role: string, by = provider.id) =>
    sql`insert into admissions (visit_id, patient_id, identity, role, admitted_by, admitted_at)
      values (${visit.id}, ${patient.id}, ${identity}, ${role}, ${by}, ${iso(0)})`
  const begin = (sql: Sql, { visit }: Scene) =>
    sql`update visits set state = 'in_visit', admitted_at = ${iso(0)} where id = ${visit.id}`

  const attacks: [
    string,
    (scene: Scene) => Actor,
    (sql: Sql, scene: Scene) => ReturnType<Parameters<typeof attempt>[3]>,
    string,
  ][] = [
    [
      'the patient begins the visit',
      (one) => one.patient,
      (sql, { visit }) => sql`update visits set state = 'in_visit' where id = ${visit.id}`,
      'visits_moved_by',
    ],
    ['the patient dates the admission', (one) => one.patient, begin, 'denied'],
    ['a colleague begins it', (one) => one.colleague, begin, 'visits_moved_by'],
    ['a job begins it', () => systemActor, begin, 'visits_moved_by'],
    [
      'a colleague becomes its provider and begins it',
      (one) => one.colleague,
      (sql, { visit, colleague }) =>
        sql`update visits set provider_id = ${colleague.id}, state = 'in_visit', admitted_at = ${iso(0)} where id = ${visit.id}`,
      'denied',
    ],
    [
      'the patient admits himself',
      (one) => one.patient,
      (sql, one) => insert(sql, one, one.patient.id, 'patient'),
      'denied',
    ],
    [
      'the provider admits before the visit runs',
      (one) => one.provider,
      (sql, one) => insert(sql, one, one.patient.id, 'patient'),
      'admissions_by_clinician',
    ],
    [
      'a colleague admits',
      (one) => one.colleague,
      (sql, one) => insert(sql, one, one.patient.id, 'patient', one.colleague.id),
      'admissions_by_clinician',
    ],
    [
      'a colleague admits in the provider’s name',
      (one) => one.colleague,
      (sql, one) => insert(sql, one, one.patient.id, 'patient'),
      'admissions_by_clinician',
    ],
    [
      'the clinic itself admits a stranger',
      () => systemActor,
      (sql, one) => insert(sql, one, one.stranger.id, 'patient'),
      'admissions_by_clinician',
    ],
    [
      'a provider writes a license',
      (one) => one.provider,
      (sql, one) => sql`insert into provider_licences (provider_id, state) values (${one.provider.id}, 'WI')`,
      'denied',
    ],
    [
      'a colleague overrides in the provider’s name',
      (one) => one.colleague,
      (sql, one) =>
        sql`insert into licence_overrides (visit_id, patient_id, provider_id, state, reason, overridden_at) values (${one.visit.id}, ${one.patient.id}, ${one.provider.id}, 'WI', 'a reason', now())`,
      'licence_overrides_writer_is_actor',
    ],
    [
      'the provider overrides without a reason',
      (one) => one.provider,
      (sql, one) =>
        sql`insert into licence_overrides (visit_id, patient_id, provider_id, state, reason, overridden_at) values (${one.visit.id}, ${one.patient.id}, ${one.provider.id}, 'WI', '   ', now())`,
      'licence_overrides_reason',
    ],
    [
      'somebody says where the patient is',
      (one) => one.provider,
      (sql, one) => sql`update arrivals set state = 'MN' where visit_id = ${one.visit.id}`,
      'denied',
    ],
    [
      'somebody arrives for the patient',
      (one) => one.stranger,
      (sql, one) =>
        sql`insert into arrivals (visit_id, patient_id, consent_version, consented_at, address, state, call_back_phone, emergency_contact, who_is_there, camera, microphone, arrived_at) values (${one.visit.id}, ${one.stranger.id}, '1', now(), 'x', 'MN', 'x', 'x', 'x', 'works', 'works', now())`,
      'arrivals_visits_same_patient',
    ],
  ]
  test.each(attacks)('when %s', async (_, who, attack, ending) => {
    const all = await scene()
    if (ending !== 'arrivals_visits_same_patient') await all.come()
    expect(await attempt(database, who(all), all.patient.id, (sql) => attack(sql, all))).toBe(ending)
    expect(await tokens(all.visit.id)).toBe(0)
  })

  test('and in a running visit nobody gets in who is not expected or not agreed to', async () => {
    const all = await scene()
    const { provider, patient, stranger } = all
    await all.come()
    await all.letIn()
    const [asked, agreed] = [await all.guest(false), await all.guest(true)]
    const admitted = (identity: string, role: string) =>
      attempt(database, provider, patient.id, (sql) => insert(sql, all, identity, role))
    expect(await admitted(stranger.id, 'guest')).toBe('admissions_by_clinician')
    expect(await admitted(randomUUID(), 'patient')).toBe('admissions_by_clinician')
    expect(await admitted(asked.id, 'guest')).toBe('admissions_by_clinician')
    expect(await admitted(patient.id, 'patient')).toBe('admissions_one_live')
    const consent = (actor: Actor) =>
      attempt(
        database,
        actor,
        patient.id,
        (sql) => sql`update guests set consented_at = ${iso(1)} where id = ${asked.id}`,
      )
    expect(await consent(provider)).toBe('denied')
    expect(await consent(asked)).toBe('denied')
    expect(await consent(stranger)).toBe('nothing')
    const invitedAsAgreed = await attempt(
      database,
      provider,
      patient.id,
      (sql) =>
        sql`insert into guests (visit_id, patient_id, kind, name, token_hash, invited_by, invited_at, expires_at, arrived_at, consented_at)
        values (${all.visit.id}, ${patient.id}, 'family', 'x', ${randomUUID()}, ${provider.id}, now(), '2099-01-01', now(), now())`,
    )
    expect(invitedAsAgreed).toBe('guests_writer_is_actor')
    expect(await admitted(agreed.id, 'guest')).toBe('done')
  })

  test('and what has ended does not begin again', async () => {
    const all = await scene()
    const { patient, provider, visit } = all
    await all.come()
    await all.letIn()
    const guest = await all.guest(true)
    await admitGuest(all.as(provider), { visitId: visit.id, guestId: guest.id })
    await removeGuest(all.as(patient), { visitId: visit.id, guestId: guest.id })
    const reopen = (actor: Actor) =>
      attempt(
        database,
        actor,
        patient.id,
        (sql) => sql`update admissions set ended_at = null where identity = ${guest.id}`,
      )
    for (const actor of [patient, provider, systemActor]) expect(await reopen(actor)).toBe('admissions_end_once')
    const takeOver = await attempt(
      database,
      provider,
      patient.id,
      (sql) =>
        sql`update admissions set identity = ${guest.id} where visit_id = ${visit.id} and identity = ${provider.id}`,
    )
    expect(takeOver).toBe('admissions_end_once')
    const oldRoom = (actor: Actor) =>
      attempt(database, actor, patient.id, (sql) => sql`update visits set room_epoch = 1 where id = ${visit.id}`)
    for (const actor of [patient, provider, systemActor]) expect(await oldRoom(actor)).toBe('visits_past_stays')
    await endVisit(all.as(provider), { visitId: visit.id })
    for (const actor of [provider, systemActor]) {
      const again = await attempt(
        database,
        actor,
        patient.id,
        (sql) => sql`update visits set state = 'in_visit', ended_at = null where id = ${visit.id}`,
      )
      expect(['visits_moves', 'visits_over_stay']).toContain(again)
    }
  })
})

describe('at the same moment', () => {
  /** Holds a change of the visit open until a ticket that was asked for waits for it, then commits the change. */
  async function whileOpen(
    all: Scene,
    change: (sql: Parameters<Parameters<typeof attempt>[3]>[0]) => Promise<unknown>,
    who: Actor,
  ) {
    let asked: ReturnType<typeof mintTicket> | undefined
    await database.owner.begin(async (sql) => {
      await change(sql)
      asked = mintTicket(all.as(who), { visitId: all.visit.id })
      for (;;) {
        const [waiting] = await sql`
          select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
        if (waiting?.['n'] > 0) break
      }
    })
    return asked
  }

  test('as the end, a ticket is for nobody', async () => {
    const all = await scene()
    await all.come()
    await all.letIn()
    const answer = await whileOpen(
      all,
      (sql) => sql`update visits set state = 'ended', ended_at = ${iso(1)} where id = ${all.visit.id}`,
      all.patient,
    )
    expect(answer).toMatchObject({ refused: 'not_admitted' })
    expect(await tokens(all.visit.id)).toBe(0)
  })

  test('as a guest is sent out, the guest gets none and the patient’s is for the new room', async () => {
    const all = await scene()
    await all.come()
    await all.letIn()
    const guest = await all.guest(true)
    await admitGuest(all.as(all.provider), { visitId: all.visit.id, guestId: guest.id })
    const sendOut = async (sql: Parameters<Parameters<typeof attempt>[3]>[0]) => {
      await sql`update visits set room_epoch = room_epoch + 1 where id = ${all.visit.id}`
      await sql`update admissions set ended_at = ${iso(1)} where identity = ${guest.id} and ended_at is null`
    }
    expect(await whileOpen(all, sendOut, guest)).toMatchObject({ refused: 'not_admitted' })
    const followed = await whileOpen(all, sendOut, all.patient)
    const room =
      followed && !wasRefused(followed) ? (JSON.parse(followed.token) as { room: string }).room : code(followed)
    expect(room).toBe(roomName(all.visit.id, 3))
  })

  test('sixteen who ask while it ends: whoever got one got it before the end', async () => {
    const all = await scene()
    await all.come()
    await all.letIn()
    const asking = Array.from({ length: 8 }, () => [all.patient, all.provider]).flat()
    const [, ...answers] = await Promise.all([
      endVisit(all.as(all.provider), { visitId: all.visit.id }),
      ...asking.map((actor) => mintTicket(all.as(actor), { visitId: all.visit.id })),
    ])
    expect(await tokens(all.visit.id)).toBe(answers.map(code).filter((one) => one === 'ok').length)
    for (const actor of [all.patient, all.provider])
      expect(code(await mintTicket(all.as(actor), { visitId: all.visit.id }))).toBe('over')
  })
})
