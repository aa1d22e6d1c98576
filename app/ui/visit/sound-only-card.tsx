import { Phone, Signal, Video } from 'lucide-react'
import { soundOnly } from '~/domain/visit/drop-plan'
import { Icon } from '../icon'
import type { Call } from './call'
import type { CallSnapshot } from './call-snapshot'
import { StageCard } from './stage-card'

/** The line is slow: both pictures are off and come back only when the person says so. */
export function SoundOnlyCard({ call, state, onPhone }: { call: Call; state: CallSnapshot; onPhone: () => void }) {
  return (
    <StageCard title={state.mayAskForPicture ? 'The line is good again' : 'Sound only for now'}>
      <p className="mt-4">
        Your internet is slow, so we turned both pictures off. You still hear each other. The movement checks wait.
      </p>
      <ul className="facts mt-12">
        <li>
          <Icon of={Signal} />
          <span>
            {state.mayAskForPicture
              ? 'You can try the picture now'
              : `We test the line every ${soundOnly.testEvery.seconds} seconds`}
            <small>When it is good we ask you. Your camera never turns on by itself.</small>
          </span>
          <span />
        </li>
      </ul>
      <div className="pair mt-14">
        <button type="button" className="pick tall-52" onClick={onPhone}>
          <Icon of={Phone} />
          Use phone
        </button>
        <button type="button" className="pick tall-52 pick-lit" onClick={() => void call.tryPicture()}>
          <Icon of={Video} />
          Try picture
        </button>
      </div>
    </StageCard>
  )
}
