import type { LocalVideoTrack, RemoteVideoTrack } from 'livekit-client'
import type { LineQuality } from '~/domain/visit/line-watch'

/**
 * `elsewhere`: the same person came in on another device. `refused`: the portal says no, in words. `failed`: three minutes
 * of trying were not enough.
 */
export type CallPhase = 'off' | 'connecting' | 'connected' | 'reconnecting' | 'elsewhere' | 'refused' | 'failed'

export type RemoteParty = {
  readonly identity: string
  readonly video: RemoteVideoTrack | null
  readonly isMuted: boolean
  readonly isSpeaking: boolean
}

/** All that a screen shows of a call. */
export type CallSnapshot = {
  readonly phase: CallPhase
  readonly refusal: { readonly refused: string; readonly message: string } | null
  /** When the line was lost, on the page's steady clock; null while there is one. */
  readonly lostAt: number | null
  /** Whether there was a line before. */
  readonly wasIn: boolean
  /** The room is gone: the page should look whether the visit goes on. */
  readonly needsFacts: boolean
  readonly quality: LineQuality
  readonly remotes: readonly RemoteParty[]
  /** Since when the one who is waited for is not in the room, on the page's steady clock. */
  readonly counterpartGoneAt: number | null
  readonly ownVideo: LocalVideoTrack | null
  readonly isSelfie: boolean
  readonly isReady: boolean
  readonly hasCamera: boolean
  readonly hasMicrophone: boolean
  readonly cameraOn: boolean
  readonly microphoneOn: boolean
  readonly canFlip: boolean
  readonly soundOnly: boolean
  readonly mayAskForPicture: boolean
  /** The browser keeps the sound back until the person taps. */
  readonly needsTap: boolean
}

export const callOff: CallSnapshot = {
  phase: 'off',
  refusal: null,
  lostAt: null,
  wasIn: false,
  needsFacts: false,
  quality: 'unknown',
  remotes: [],
  counterpartGoneAt: null,
  ownVideo: null,
  isSelfie: true,
  isReady: false,
  hasCamera: false,
  hasMicrophone: false,
  cameraOn: false,
  microphoneOn: false,
  canFlip: false,
  soundOnly: false,
  mayAskForPicture: false,
  needsTap: false,
}
