import { Phone, Signal, SignalLow, SignalMedium, WifiOff } from 'lucide-react'
import { StateWord } from '../state-word'
import type { CallSnapshot } from './call-snapshot'

type Props = { state: CallSnapshot; byPhone?: boolean }

/** How good the line is, as icon and word. */
export function LineWords({ state, byPhone }: Props) {
  if (byPhone) return <StateWord icon={Phone}>By phone</StateWord>
  if (state.phase === 'reconnecting' || state.phase === 'failed' || state.quality === 'none')
    return (
      <StateWord icon={WifiOff} className="tx-stage-warn">
        No signal
      </StateWord>
    )
  if (state.phase !== 'connected') return <StateWord icon={SignalMedium}>Connecting</StateWord>
  if (state.quality === 'weak')
    return (
      <StateWord icon={SignalLow} className="tx-stage-warn">
        Weak
      </StateWord>
    )
  return <StateWord icon={Signal}>Good</StateWord>
}
