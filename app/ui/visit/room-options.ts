import type { RoomConnectOptions, RoomOptions, VideoResolution } from 'livekit-client'
import { dropPlan } from '~/domain/visit/drop-plan'

type LiveKit = typeof import('livekit-client')

const givesUpAfter = dropPlan.giveUpAfter.minutes * 60_000
const longestPause = 5000

/** One sober call: speech, VP8 in two sizes, own tracks kept over a reconnect, three minutes of trying. */
export function roomOptions({ AudioPresets, VideoPresets }: LiveKit): RoomOptions {
  return {
    adaptiveStream: true,
    dynacast: true,
    stopLocalTrackOnUnpublish: false,
    publishDefaults: {
      videoCodec: 'vp8',
      simulcast: true,
      videoSimulcastLayers: [VideoPresets.h180],
      audioPreset: AudioPresets.speech,
      dtx: true,
      red: true,
    },
    reconnectPolicy: {
      nextRetryDelayInMs: ({ elapsedMs, retryCount }) =>
        elapsedMs > givesUpAfter ? null : Math.min(300 * retryCount * retryCount, longestPause),
    },
  }
}

/** What the camera is asked for: a telephone sends less. */
export function cameraSize({ VideoPresets }: LiveKit): VideoResolution {
  return (window.matchMedia('(max-width: 600px)').matches ? VideoPresets.h540 : VideoPresets.h720).resolution
}

export const connectOptions: RoomConnectOptions = {
  maxRetries: 3,
  peerConnectionTimeout: 25_000,
  websocketTimeout: 20_000,
}
