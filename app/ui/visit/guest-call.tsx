import { useState } from 'react'
import { sayProvider } from '~/domain/people/say-names'
import type { GuestVisit } from '~/domain/visit/guest-visit'
import { useClinic } from '../use-clinic'
import type { Call } from './call'
import { CallControls } from './call-controls'
import type { CallSnapshot } from './call-snapshot'
import { GuestTiles } from './guest-tiles'
import { LineWords } from './line-words'
import { OwnPicture } from './own-picture'
import { RefusedCard } from './refused-card'
import { RemoteStage } from './remote-stage'
import { StageCard } from './stage-card'
import { StageFrame } from './stage-frame'
import { StageTop } from './stage-top'
import { TwoWayCard } from './two-way-card'

type Props = { visit: GuestVisit; call: Call; state: CallSnapshot; onLeave: () => void }

/** The guest’s side of the visit: provider large, patient in a tile, five controls. */
export function GuestCall({ visit, call, state, onLeave }: Props) {
  const clinic = useClinic()
  const [asking, setAsking] = useState<'help' | 'leave' | null>(null)
  const { patient, provider } = visit
  const card = () => {
    if (asking === 'leave')
      return (
        <TwoWayCard
          title="Leave the visit?"
          ways={[
            { label: 'Stay', onPress: () => setAsking(null) },
            { label: 'Leave', onPress: onLeave },
          ]}
        >
          <p>You can come back while the visit goes on.</p>
        </TwoWayCard>
      )
    if (asking === 'help')
      return (
        <StageCard title="Something does not work?">
          <p className="mt-4">Call us and say that you are a guest in a video visit.</p>
          <div className="pair mt-14">
            <a className="pick tall-52" href={`tel:${clinic.tel}`}>
              Call {clinic.phone}
            </a>
            <button type="button" className="pick tall-52" onClick={() => setAsking(null)}>
              Go on
            </button>
          </div>
        </StageCard>
      )
    if (state.phase === 'refused') return <RefusedCard state={state} />
    if (state.phase === 'reconnecting' || state.phase === 'failed')
      return (
        <StageCard
          title={state.phase === 'failed' ? 'The line did not come back' : 'The line dropped. We are reconnecting.'}
        >
          <p className="mt-4">Stay here. You do not need to do anything.</p>
          <button type="button" className="pick tall-52 mt-14" onClick={() => call.revive()}>
            Try again
          </button>
        </StageCard>
      )
    if (state.needsTap)
      return (
        <StageCard title="The sound is waiting for you">
          <button type="button" className="btn primary lg block mt-10" onClick={() => void call.playSound()}>
            Tap to hear
          </button>
        </StageCard>
      )
    return null
  }
  return (
    <StageFrame>
      <RemoteStage
        party={state.remotes.find((remote) => remote.identity === provider.id)}
        name={provider.name}
        shortName={sayProvider(provider.name)}
        state={state}
      />
      <StageTop
        name={provider.name}
        about={`You are ${patient.firstName}’s guest`}
        line={<LineWords state={state} />}
        since={visit.guest.admittedAt}
        asOf={visit.asOf}
      />
      <GuestTiles people={[{ id: patient.id, name: patient.firstName, about: 'Patient' }]} remotes={state.remotes} />
      <OwnPicture state={state} />
      {card()}
      <noscript>
        <section className="v-card" data-theme="light">
          <h2 className="fs-xl lh-125">This browser cannot show video</h2>
          <p className="mt-4">Please open your link in another browser.</p>
        </section>
      </noscript>
      <CallControls
        call={call}
        state={state}
        fourth="help"
        isFourthOpen={asking === 'help'}
        onFourth={() => setAsking('help')}
        onLeave={() => setAsking('leave')}
      />
    </StageFrame>
  )
}
