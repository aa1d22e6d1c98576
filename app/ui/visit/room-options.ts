import type { RoomConnectOptions, RoomOptions } from 'livekit-client'
import { dropPlan } from '~/domain/visit/drop-plan'

type LiveKit = typeof import('livekit-client')

const givesUpAfter = dropPlan.giveUpAfter.minutes * 60_000
const longestPause = 5000

/** One sober call: speech, VP8 in two sizes, own tracks kept over a reconnect, three minutes of trying. */
export function roomOptions({ AudioPresets, VideoPresets }: LiveKit, isNarrow: boolean): RoomOptions {
  return {
    adaptiveStream: true,
    dynacast: true,
    stopLocalTrackOnUnpublish: false,
    publishDefaults: { videoCodec: 'vp8', simulcast: true, audioPreset: AudioPresets.speech, dtx: true, red: true },
    videoCaptureDefaults: { resolution: (isNarrow ? VideoPresets.h540 : VideoPresets.h720).resolution },
    reconnectPolicy: {
      nextRetryDelayInMs: ({ elapsedMs, retryCount }) =>
        elapsedMs > givesUpAfter ? null : Math.min(300 * retryCount * retryCount, longestPause),
    },
  }
}

export const connectOptions: RoomConnectOptions = {
  maxRetries: 3,
  peerConnectionTimeout: 25_000,
  websocketTimeout: 20_000,
}
