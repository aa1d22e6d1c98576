import type { RemoteVideoTrack, Room } from 'livekit-client'
import type { RemoteParty } from './call-snapshot'

/** Who else is in the room, with the picture each of them shows now. */
export function remoteParties(room: Room): RemoteParty[] {
  return [...room.remoteParticipants.values()].map((participant) => {
    const shown = [...participant.videoTrackPublications.values()].filter((one) => one.videoTrack && !one.isMuted)
    const screen = shown.find((publication) => publication.source === 'screen_share')
    const picture = (screen ?? shown[0])?.videoTrack
    return {
      identity: participant.identity,
      video: (picture as RemoteVideoTrack | undefined) ?? null,
      isMuted: !participant.isMicrophoneEnabled,
      isSpeaking: participant.isSpeaking,
    }
  })
}
