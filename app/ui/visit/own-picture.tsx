import { VideoOff } from 'lucide-react'
import { Icon } from '../icon'
import type { CallSnapshot } from './call-snapshot'
import { TrackVideo } from './track-video'

/** One's own picture in the corner, or that the camera is off. */
export function OwnPicture({ state }: { state: CallSnapshot }) {
  if (state.ownVideo)
    return (
      <section className="v-self" aria-label="You">
        <TrackVideo track={state.ownVideo} label="Your own picture" mirrored={state.isSelfie} />
      </section>
    )
  return (
    <section className="v-self off" aria-label="You">
      <Icon of={VideoOff} />
      <span>
        Camera
        <br />
        off
      </span>
    </section>
  )
}
