import { AccessToken, RoomServiceClient, ServerError, TrackSource, WebhookReceiver } from 'livekit-server-sdk'
import type { ParticipantInfo } from 'livekit-server-sdk'

/** One person's seat in one room. Identities and room names are opaque ids. */
type Seat = {
  room: string
  identity: string
  /** Guests and patients publish camera and microphone; a provider may also share the screen. */
  sources: readonly ('camera' | 'microphone' | 'screen_share')[]
}

/** What the media server told by webhook, in our words. Times are the media server's. */
export type MediaEvent = {
  id: string
  event: string
  room: string | null
  participant: { sid: string; identity: string; joinedAt: Date } | null
  at: Date
}

export type MediaParticipant = { sid: string; identity: string; joinedAt: Date }

/** The media server, asked in our words. */
export type Media = {
  /** Address that browsers connect to, ws:// or wss://. */
  readonly url: string
  openRoom(room: string): Promise<void>
  closeRoom(room: string): Promise<void>
  removeParticipant(room: string, identity: string): Promise<void>
  /** Active participants, or null when the room does not exist. */
  participants(room: string): Promise<MediaParticipant[] | null>
  /** A join token that lives three minutes and opens one room with the least grants. */
  ticket(seat: Seat): Promise<string>
  /** Verifies the signature over the raw body; null when it is not the media server's. */
  readEvent(rawBody: string, authorization: string | undefined): Promise<MediaEvent | null>
}

export type MediaKeys = { url: string; apiKey: string; apiSecret: string }

const answerWithin = { seconds: 4 }
const ticketLives = { minutes: 3 }
const room = { emptyTimeout: 300, departureTimeout: 180, maxParticipants: 6 }
const activeState = 2

const trackSources = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
}

function joinedAt(info: ParticipantInfo): Date {
  return new Date(info.joinedAtMs > 0n ? Number(info.joinedAtMs) : Number(info.joinedAt) * 1000)
}

function seen(info: ParticipantInfo): MediaParticipant {
  return { sid: info.sid, identity: info.identity, joinedAt: joinedAt(info) }
}

async function unlessMissing(act: Promise<void>): Promise<void> {
  try {
    await act
  } catch (error) {
    if (!(error instanceof ServerError) || error.status !== 404) throw error
  }
}

/** A LiveKit server. Rooms are made and closed here only; whatever is closed already is not an error. Throws when it cannot be reached. */
export function createMedia({ url, apiKey, apiSecret }: MediaKeys): Media {
  const rooms = new RoomServiceClient(url.replace(/^ws/, 'http'), apiKey, apiSecret, {
    requestTimeout: answerWithin.seconds,
    failover: false,
  })
  const receiver = new WebhookReceiver(apiKey, apiSecret)
  return {
    url,
    async openRoom(name) {
      await rooms.createRoom({ name, ...room })
    },
    closeRoom: (name) => unlessMissing(rooms.deleteRoom(name)),
    removeParticipant: (name, identity) => unlessMissing(rooms.removeParticipant(name, identity)),
    async participants(name) {
      const [found] = await rooms.listRooms([name])
      if (!found) return null
      return (await rooms.listParticipants(name)).filter((info) => Number(info.state) === activeState).map(seen)
    },
    ticket(seat) {
      const token = new AccessToken(apiKey, apiSecret, { identity: seat.identity, ttl: ticketLives.minutes * 60 })
      token.addGrant({
        roomJoin: true,
        room: seat.room,
        canPublish: true,
        canPublishSources: seat.sources.map((source) => trackSources[source]),
        canSubscribe: true,
        canPublishData: false,
        canUpdateOwnMetadata: false,
      })
      return token.toJwt()
    },
    async readEvent(rawBody, authorization) {
      const told = await receiver.receive(rawBody, authorization).catch(() => null)
      if (!told) return null
      return {
        id: told.id,
        event: told.event,
        room: told.room?.name ?? null,
        participant: told.participant ? seen(told.participant) : null,
        at: new Date(Number(told.createdAt) * 1000),
      }
    },
  }
}
