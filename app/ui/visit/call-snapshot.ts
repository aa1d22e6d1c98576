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
  readonly quality: LineQuality
  readonly remotes: readonly RemoteParty[]
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
  quality: 'unknown',
  remotes: [],
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
