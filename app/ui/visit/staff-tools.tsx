import { Mic, MicOff, Phone, PhoneOff, UserPlus, Video, VideoOff } from 'lucide-react'
import { Icon } from '../icon'
import type { Call } from './call'
import type { CallSnapshot } from './call-snapshot'
import type { StaffAsking } from './staff-dialog'

type Props = {
  call: Call
  state: CallSnapshot
  byPhone: boolean
  /** Whether there is video to go back to. */
  hasMedia: boolean
  /** Guests who wait for an answer. */
  asks: number
  onAsk: (asking: StaffAsking) => void
  onVideo: () => void
}

/** Mute, Camera, Guest, To phone, End visit. */
export function StaffTools({ call, state, byPhone, hasMedia, asks, onAsk, onVideo }: Props) {
  const isMuted = state.hasMicrophone && !state.microphoneOn
  const isOff = state.hasCamera && !state.cameraOn
  return (
    <div className="v-tools" role="group" aria-label="Visit">
      <button
        type="button"
        disabled={byPhone || !state.hasMicrophone}
        onClick={() => void call.setMicrophone(!state.microphoneOn)}
      >
        <Icon of={isMuted ? MicOff : Mic} />
        {isMuted ? 'Unmute' : 'Mute'}
      </button>
      <button
        type="button"
        disabled={byPhone || !state.hasCamera}
        aria-pressed={state.cameraOn}
        onClick={() => void call.setCamera(!state.cameraOn)}
      >
        <Icon of={isOff ? VideoOff : Video} />
        Camera
      </button>
      <button type="button" onClick={() => onAsk('guests')}>
        <Icon of={UserPlus} />
        Guest
        {asks > 0 ? <span className="count hot">{asks}</span> : null}
      </button>
      <button type="button" onClick={() => (byPhone ? onVideo() : onAsk('phone'))} disabled={byPhone && !hasMedia}>
        <Icon of={byPhone ? Video : Phone} />
        {byPhone ? 'To video' : 'To phone'}
      </button>
      <button type="button" className="end" onClick={() => onAsk('end')}>
        <Icon of={PhoneOff} />
        End visit
      </button>
    </div>
  )
}
