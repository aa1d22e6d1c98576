import { Phone } from 'lucide-react'
import { initials } from '~/domain/people/say-names'
import { classes } from '../classes'
import { Icon } from '../icon'
import type { CallSnapshot, RemoteParty } from './call-snapshot'
import { SpeakingMeter } from './speaking-meter'
import { TrackVideo } from './track-video'

type Props = {
  /** Who fills the stage, when they are in the room. */
  party: RemoteParty | undefined
  /** "Dr. Nora Exemplar" */
  name: string
  /** "Dr. Exemplar" */
  shortName: string
  state: CallSnapshot
  byPhone?: boolean
}

function words(party: RemoteParty | undefined, shortName: string, state: CallSnapshot): string {
  if (state.phase === 'connecting') return 'Connecting you'
  if (state.phase !== 'connected') return ''
  if (!party) return `${shortName} is not in the room at this moment`
  return party.isSpeaking ? `${shortName} is speaking` : `${shortName} is here, without a picture`
}

/** The other one, as large as the screen: the picture, or initials and words when there is none. */
export function RemoteStage({ party, name, shortName, state, byPhone }: Props) {
  if (byPhone)
    return (
      <div className="stage-full stage-dark">
        <div className="v-off by-phone">
          <div className="disc" aria-hidden="true">
            <Icon of={Phone} />
          </div>
        </div>
      </div>
    )
  const isLost = state.phase !== 'connected'
  if (party?.video)
    return (
      <div className={classes('stage-full', isLost && 'dim')}>
        <TrackVideo track={party.video} label={name} />
      </div>
    )
  return (
    <div className="stage-full stage-dark">
      <section className="v-off" aria-label={name}>
        <div className="disc" aria-hidden="true">
          {initials(name)}
        </div>
        <p className="row j-center" aria-live="polite">
          {party?.isSpeaking ? <SpeakingMeter /> : null}
          {words(party, shortName, state)}
        </p>
      </section>
    </div>
  )
}
