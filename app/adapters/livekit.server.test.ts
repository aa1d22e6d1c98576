import { createHash } from 'node:crypto'
import { AccessToken, TokenVerifier } from 'livekit-server-sdk'
import { expect, test } from 'vitest'
import { createMedia } from './livekit.server'

const keys = { url: 'ws://127.0.0.1:1', apiKey: 'key', apiSecret: 'a-secret-of-at-least-thirty-two-characters' }
const media = createMedia(keys)

const body = JSON.stringify({
  event: 'participant_joined',
  id: 'EV_1',
  createdAt: '1795363200',
  room: { name: 'v_1_1' },
  participant: { sid: 'PA_1', identity: 'one', joinedAt: '1795363199', joinedAtMs: '1795363199500' },
})

async function signed(text: string, secret = keys.apiSecret): Promise<string> {
  const token = new AccessToken(keys.apiKey, secret)
  token.sha256 = createHash('sha256').update(text).digest('base64')
  return token.toJwt()
}

test('an event is read from the raw body with the server’s signature', async () => {
  expect(await media.readEvent(body, await signed(body))).toEqual({
    id: 'EV_1',
    event: 'participant_joined',
    room: 'v_1_1',
    participant: { sid: 'PA_1', identity: 'one', joinedAt: new Date(1_795_363_199_500) },
    at: new Date(1_795_363_200_000),
  })
})

test('a changed body, another key, no key and no event are nobody’s', async () => {
  expect(await media.readEvent(`${body} `, await signed(body))).toBeNull()
  expect(await media.readEvent(body, await signed(body, 'another-secret-of-at-least-thirty-two-chars'))).toBeNull()
  expect(await media.readEvent(body, undefined)).toBeNull()
  expect(await media.readEvent('{', await signed('{'))).toBeNull()
})

test('a ticket opens one room for three minutes with the least grants and names nobody', async () => {
  const ticket = await media.ticket({ room: 'v_1_1', identity: 'one', sources: ['camera', 'microphone'] })
  const claims = await new TokenVerifier(keys.apiKey, keys.apiSecret).verify(ticket)
  expect(claims.video).toEqual({
    roomJoin: true,
    room: 'v_1_1',
    canPublish: true,
    canPublishSources: ['camera', 'microphone'],
    canSubscribe: true,
    canPublishData: false,
    canUpdateOwnMetadata: false,
  })
  expect([claims.name, claims.metadata, claims.attributes]).toEqual([undefined, undefined, undefined])
  expect((claims.exp ?? 0) - (claims.nbf ?? 0)).toBe(180)
})

test('a media server that is not there is an error in good time', async () => {
  await expect(media.openRoom('v_1_1')).rejects.toThrow()
})
