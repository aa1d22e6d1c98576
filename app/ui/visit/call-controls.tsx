import { LifeBuoy, Mic, MicOff, Phone, PhoneOff, SwitchCamera, Video, VideoOff } from 'lucide-react'
import type { Call } from './call'
import type { CallSnapshot } from './call-snapshot'
import { ControlButton } from './control-button'

type Props = {
  call: Call
  state: CallSnapshot
  /** Patients go over to the telephone, guests ask for help. */
  fourth: 'phone' | 'help'
  isFourthOpen: boolean
  byPhone?: boolean
  onFourth: () => void
  onLeave: () => void
}

/** Mute, Camera, Flip, Phone or Help, Leave: always five, always in this order. */
export function CallControls({ call, state, fourth, isFourthOpen, byPhone = false, onFourth, onLeave }: Props) {
  const isLive = state.phase === 'connected' || state.phase === 'reconnecting'
  return (
    <nav className="v-ctl" aria-label="Call controls">
      <ControlButton
        icon={state.hasMicrophone && !state.microphoneOn ? MicOff : Mic}
        label={state.hasMicrophone && !state.microphoneOn ? 'Unmute' : 'Mute'}
        look={state.hasMicrophone && !state.microphoneOn ? 'off' : undefined}
        disabled={byPhone || !isLive || !state.hasMicrophone}
        onPress={() => void call.setMicrophone(!state.microphoneOn)}
      />
      <ControlButton
        icon={state.hasCamera && !state.cameraOn ? VideoOff : Video}
        label="Camera"
        look={state.hasCamera && !state.cameraOn ? 'off' : undefined}
        pressed={state.cameraOn}
        disabled={byPhone || !isLive || !state.hasCamera}
        onPress={() => void call.setCamera(!state.cameraOn)}
      />
      <ControlButton
        icon={SwitchCamera}
        label="Flip"
        disabled={byPhone || !isLive || !state.canFlip}
        onPress={() => void call.flip()}
      />
      <ControlButton
        icon={fourth === 'phone' ? Phone : LifeBuoy}
        label={fourth === 'phone' ? 'Phone' : 'Help'}
        look={isFourthOpen ? 'act' : undefined}
        onPress={onFourth}
      />
      <ControlButton icon={PhoneOff} label="Leave" look="leave" onPress={onLeave} />
    </nav>
  )
}
