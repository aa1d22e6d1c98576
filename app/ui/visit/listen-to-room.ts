import type { ConnectionQuality, RemoteTrack, Room } from 'livekit-client'
import type { LineQuality } from '~/domain/visit/line-watch'

type LiveKit = typeof import('livekit-client')

/** Why a room ended for us: taken over by another device, closed or sent out by the portal, or the line is gone. */
type RoomEnd = 'elsewhere' | 'put-out' | 'lost'

type Listener = {
  changed: () => void
  published: () => void
  quality: (quality: LineQuality) => void
  dropped: () => void
  restored: () => void
  ended: (why: RoomEnd) => void
}

const qualities: Record<ConnectionQuality, LineQuality> = {
  excellent: 'good',
  good: 'good',
  poor: 'weak',
  lost: 'none',
  unknown: 'unknown',
}

/** Tells what happens in a room in our words, and plays the sound of everybody in it. */
export function listenToRoom(room: Room, livekit: LiveKit, listener: Listener): void {
  const { RoomEvent, DisconnectReason, Track } = livekit
  const isSound = (track: RemoteTrack) => track.kind === Track.Kind.Audio
  room
    .on(RoomEvent.TrackSubscribed, (track: RemoteTrack) => {
      if (isSound(track)) track.attach()
      listener.changed()
    })
    .on(RoomEvent.TrackUnsubscribed, (track: RemoteTrack) => {
      if (isSound(track)) track.detach()
      listener.changed()
    })
    .on(RoomEvent.TrackPublished, listener.published)
    .on(RoomEvent.ConnectionQualityChanged, (quality, participant) => {
      if (participant.isLocal) listener.quality(qualities[quality])
      else listener.changed()
    })
    .on(RoomEvent.Reconnecting, listener.dropped)
    .on(RoomEvent.Reconnected, listener.restored)
    .on(RoomEvent.Disconnected, (reason) => {
      if (reason === DisconnectReason.DUPLICATE_IDENTITY) listener.ended('elsewhere')
      else if (reason === DisconnectReason.ROOM_DELETED || reason === DisconnectReason.PARTICIPANT_REMOVED)
        listener.ended('put-out')
      else listener.ended('lost')
    })
  const changes = [
    RoomEvent.ParticipantConnected,
    RoomEvent.ParticipantDisconnected,
    RoomEvent.TrackMuted,
    RoomEvent.TrackUnmuted,
    RoomEvent.ActiveSpeakersChanged,
    RoomEvent.AudioPlaybackStatusChanged,
    RoomEvent.LocalTrackPublished,
  ] as const
  for (const event of changes) room.on(event, listener.changed)
}
