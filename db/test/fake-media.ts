import type { Media, MediaParticipant } from '~/adapters/livekit.server'

type Fake = Media & {
  /** Rooms that exist now. */
  readonly rooms: Map<string, MediaParticipant[]>
  /** Who was put out, as `room identity`. */
  readonly putOut: string[]
  silent: boolean
}

/** A media server that remembers what it was asked; `silent` makes it unreachable. */
export function fakeMedia(): Fake {
  const rooms = new Map<string, MediaParticipant[]>()
  const fake: Fake = {
    url: 'ws://127.0.0.1:1',
    rooms,
    putOut: [],
    silent: false,
    async openRoom(room) {
      answer()
      if (!rooms.has(room)) rooms.set(room, [])
    },
    async closeRoom(room) {
      answer()
      rooms.delete(room)
    },
    async removeParticipant(room, identity) {
      answer()
      fake.putOut.push(`${room} ${identity}`)
    },
    async participants(room) {
      answer()
      return rooms.get(room) ?? null
    },
    ticket: async (seat) => JSON.stringify(seat),
    readEvent: async () => null,
  }
  function answer() {
    if (fake.silent) throw new Error('The media server does not answer.')
  }
  return fake
}
