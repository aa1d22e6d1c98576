/** One person's seat in one room. Identities and room names are opaque ids. */
export type Seat = {
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
