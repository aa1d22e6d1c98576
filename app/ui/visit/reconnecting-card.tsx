import { Phone, RotateCcw } from 'lucide-react'
import { dropPlan } from '~/domain/visit/drop-plan'
import { Icon } from '../icon'
import { Timeline } from '../timeline'
import type { Call } from './call'
import type { CallSnapshot } from './call-snapshot'
import { StageCard } from './stage-card'
import { useSeconds } from './use-seconds'

type Props = { call: Call; state: CallSnapshot; phone: string; onCallMe: () => void }

const { reconnect, phoneAfter } = dropPlan

function soFar(seconds: number): string {
  const shown = seconds - (seconds % 5)
  const passed = shown < 60 ? `${shown} seconds` : `${Math.floor(shown / 60)} min ${shown % 60} seconds`
  return shown < reconnect.minutes * 60
    ? `${passed} so far, up to ${reconnect.minutes} minute`
    : `${passed} so far. We keep trying.`
}

/** The line dropped: what happens now, next, and if that fails. Nothing has to be pressed. */
export function ReconnectingCard({ call, state, phone, onCallMe }: Props) {
  const seconds = useSeconds(state.lostAt)
  const hasFailed = state.phase === 'failed'
  const title = state.wasIn
    ? 'The line dropped. We are reconnecting.'
    : 'The video does not answer yet. We keep trying.'
  return (
    <StageCard title={hasFailed ? 'We could not get the video back.' : title}>
      <p className="mt-4">Stay here. You do not need to do anything.</p>
      <Timeline
        steps={[
          {
            key: 'now',
            state: hasFailed ? 'stopped' : 'now',
            title: 'Trying to reconnect',
            when: hasFailed ? 'No line after 3 minutes' : <span aria-hidden="true">{soFar(seconds)}</span>,
          },
          {
            key: 'phone',
            state: hasFailed ? 'now' : 'next',
            title: (
              <>
                Then we call <span className="nowrap">{phone}</span>
              </>
            ),
            when: `After ${phoneAfter.minutes} minutes with no line`,
          },
          {
            key: 'miss',
            state: 'next',
            title: 'If we miss each other',
            when: 'We try twice. Then we find a new time.',
          },
        ]}
      />
      <div className="pair mt-10">
        <button type="button" className="pick tall-48" onClick={() => call.revive()}>
          <Icon of={RotateCcw} />
          Try again
        </button>
        <button type="button" className="pick tall-48" onClick={onCallMe}>
          <Icon of={Phone} />
          Call me now
        </button>
      </div>
    </StageCard>
  )
}
