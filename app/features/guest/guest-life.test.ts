import { expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { anArrival } from '@db/factories/an-arrival'
import { aVisit } from '@db/factories/a-visit'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { fakeMedia } from '@db/test/fake-media'
import type { Actor } from '~/domain/people/actor'
import { visitorActor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { roomName } from '~/domain/visit/room-name'
import { admit } from '~/features/visit/admit.server'
import { arrive } from '~/features/visit/arrive.server'
import { endVisit } from '~/features/visit/end-visit.server'
import { mintTicket } from '~/features/visit/mint-ticket.server'
import { admitGuest } from './admit-guest.server'
import { answerGuest } from './answer-guest.server'
import { askToJoin } from './ask-to-join.server'
import { inviteGuest } from './invite-guest.server'
import { openInvitation } from './open-invitation.server'
import { readGuestVisit } from './read-guest-visit.server'
import { removeGuest } from './remove-guest.server'

const database = testDatabase()
const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000)
const code = (result: unknown) => (wasRefused(result) ? (result as { refused: string }).refused : 'ok')

async function scene() {
  const patient = await aPerson(database, { name: 'Marla Sampleton' })
  const provider = await aPerson(database, { role: 'provider', name: 'Dr. Nora Exemplar' })
  const visit = await aVisit(database, { patient, provider })
  const media = fakeMedia()
  const as = (actor: Actor, now = testNow) => testContext(database, actor, { media, now })
  const invite = async (email?: string) => {
    const invited = await inviteGuest(as(provider), {
      visitId: visit.id,
      kind: 'family',
      name: 'Arvid Sampleton',
      email,
    })
    if (wasRefused(invited)) throw new Error(invited.message)
    return invited
  }
  const start = async () => {
    await arrive(as(patient), { visitId: visit.id, form: anArrival(), camera: 'works', microphone: 'works' })
    await admit(as(provider), { visitId: visit.id })
  }
  return { patient, provider, visit, media, as, invite, start }
}

test('a guest comes in after the patient’s yes and the provider’s act, and not before', async () => {
  const { patient, provider, visit, as, invite, start } = await scene()
  const { guestId, token } = await invite()
  const opened = await openInvitation(as(visitorActor), { token })
  if (wasRefused(opened)) throw new Error(opened.message)
  expect(opened.actor).toEqual({ id: guestId, role: 'guest' })
  const guest = opened.actor
  const ticket = async () => code(await mintTicket(as(guest), { visitId: visit.id }))
  const letIn = async () => code(await admitGuest(as(provider), { visitId: visit.id, guestId }))
  expect(await letIn()).toBe('not_running')
  await start()
  expect(await letIn()).toBe('no_consent')
  expect(code(await answerGuest(as(patient), { guestId, yes: true }))).toBe('not_asked')
  expect(code(await askToJoin(as(guest)))).toBe('ok')
  expect(await letIn()).toBe('no_consent')
  expect(await ticket()).toBe('not_admitted')
  expect(code(await answerGuest(as(provider), { guestId, yes: true }))).toBe('missing')
  expect(code(await answerGuest(as(patient), { guestId, yes: true }))).toBe('ok')
  expect(await ticket()).toBe('not_admitted')
  expect(await letIn()).toBe('ok')
  expect(await letIn()).toBe('ok')
  const minted = await mintTicket(as(guest), { visitId: visit.id })
  expect(wasRefused(minted) ? null : JSON.parse(minted.token)).toEqual({
    room: roomName(visit.id, 1),
    identity: guestId,
    sources: ['camera', 'microphone'],
  })
})

test('a guest sees one visit: first name, provider, own standing', async () => {
  const { patient, as, invite, visit } = await scene()
  const { guestId } = await invite()
  const seen = await readGuestVisit(as({ id: guestId, role: 'guest' }))
  expect(seen).toMatchObject({
    visitId: visit.id,
    patient: { id: patient.id, firstName: 'Marla' },
    provider: { name: 'Dr. Nora Exemplar' },
  })
  expect(JSON.stringify(seen)).not.toContain('Marla Sampleton')
  const other = await scene()
  expect(code(await mintTicket(as({ id: guestId, role: 'guest' }), { visitId: other.visit.id }))).toBe('missing')
})

test('not now keeps a guest out until the patient says yes to a new asking', async () => {
  const { patient, provider, visit, as, invite, start } = await scene()
  const { guestId } = await invite()
  const guest: Actor = { id: guestId, role: 'guest' }
  await start()
  await askToJoin(as(guest, minutes(1)))
  await answerGuest(as(patient, minutes(2)), { guestId, yes: false })
  expect(code(await admitGuest(as(provider, minutes(3)), { visitId: visit.id, guestId }))).toBe('no_consent')
  await askToJoin(as(guest, minutes(4)))
  expect(code(await admitGuest(as(provider, minutes(5)), { visitId: visit.id, guestId }))).toBe('no_consent')
  await answerGuest(as(patient, minutes(6)), { guestId, yes: true })
  expect(code(await admitGuest(as(provider, minutes(7)), { visitId: visit.id, guestId }))).toBe('ok')
})

test('a guest who was sent out has no ticket, an old one opens no room, and a new yes is needed', async () => {
  const { patient, provider, visit, media, as, invite, start } = await scene()
  const { guestId } = await invite()
  const guest: Actor = { id: guestId, role: 'guest' }
  await start()
  await askToJoin(as(guest, minutes(1)))
  await answerGuest(as(patient, minutes(2)), { guestId, yes: true })
  await admitGuest(as(provider, minutes(3)), { visitId: visit.id, guestId })
  expect(code(await removeGuest(as(guest, minutes(4)), { visitId: visit.id, guestId }))).toBe('missing')
  expect(code(await removeGuest(as(patient, minutes(4)), { visitId: visit.id, guestId }))).toBe('ok')
  expect([...media.rooms.keys()]).toEqual([roomName(visit.id, 2)])
  expect(code(await mintTicket(as(guest, minutes(5)), { visitId: visit.id }))).toBe('not_admitted')
  const followed = await mintTicket(as(patient, minutes(5)), { visitId: visit.id })
  expect(wasRefused(followed) ? null : JSON.parse(followed.token).room).toBe(roomName(visit.id, 2))
  expect(code(await admitGuest(as(provider, minutes(6)), { visitId: visit.id, guestId }))).toBe('no_consent')
  await askToJoin(as(guest, minutes(7)))
  expect(code(await admitGuest(as(provider, minutes(8)), { visitId: visit.id, guestId }))).toBe('no_consent')
})

test('after the visit the link opens nothing', async () => {
  const { provider, visit, as, invite, start } = await scene()
  const { guestId, token } = await invite()
  const guest: Actor = { id: guestId, role: 'guest' }
  await start()
  await endVisit(as(provider, minutes(20)), { visitId: visit.id })
  expect(code(await readGuestVisit(as(guest, minutes(21))))).toBe('missing')
  expect(code(await askToJoin(as(guest, minutes(21))))).toBe('missing')
  expect(code(await mintTicket(as(guest, minutes(21)), { visitId: visit.id }))).toBe('over')
  expect(code(await openInvitation(as(visitorActor, minutes(200)), { token }))).toBe('missing')
  expect(code(await openInvitation(as(visitorActor), { token: 'guess' }))).toBe('missing')
})

test('only the clinician of the visit invites, at most three, and the mail names nobody', async () => {
  const { patient, visit, as, invite } = await scene()
  const colleague = await aPerson(database, { role: 'provider' })
  const wish = { visitId: visit.id, kind: 'interpreter', name: 'Amina S.' } as const
  expect(code(await inviteGuest(as(colleague), wish))).toBe('not_yours')
  expect(code(await inviteGuest(as(patient), wish))).toBe('not_yours')
  const { token } = await invite('arvid@example.test')
  const [mail] = await database.owner`select subject, body from mails`
  expect(mail?.['body']).toContain(`/guest/${token}`)
  expect(`${mail?.['subject']} ${mail?.['body']}`).not.toMatch(/Marla|Sampleton|Arvid/)
  const [kept] = await database.owner`select token_hash from guests where visit_id = ${visit.id}`
  expect(kept?.['token_hash']).not.toBe(token)
  await invite()
  await invite()
  await expect(invite()).rejects.toThrow(/at most 3/)
})
