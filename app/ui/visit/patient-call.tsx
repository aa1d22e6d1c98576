import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { firstName, sayProvider } from '~/domain/people/say-names'
import type { CareVisit } from '~/domain/visit/care-visit'
import { dropPlan } from '~/domain/visit/drop-plan'
import { guestStanding, guestWords } from '~/domain/visit/guest-standing'
import { placeName } from '~/domain/visit/places'
import { Hydrated } from '../hydrated'
import type { Call } from './call'
import { CallControls } from './call-controls'
import type { CallSnapshot } from './call-snapshot'
import { GuestConsent } from './guest-consent'
import { GuestTiles } from './guest-tiles'
import type { ThirdParty } from './guest-tiles'
import { LineWords } from './line-words'
import { OwnPicture } from './own-picture'
import { PhoneCard } from './phone-card'
import { ReconnectingCard } from './reconnecting-card'
import { RefusedCard } from './refused-card'
import { RemoteStage } from './remote-stage'
import { SoundOnlyCard } from './sound-only-card'
import { StageCard } from './stage-card'
import { StageFrame } from './stage-frame'
import { StageTop } from './stage-top'
import { TwoWayCard } from './two-way-card'
import { useSeconds } from './use-seconds'
import { WithoutScripts } from './without-scripts'

type Props = {
  visit: CareVisit
  call: Call
  state: CallSnapshot
  onLeave: () => void
  problem?: string
}

type Asking = { what: 'phone' | 'leave' } | { what: 'end-guest'; guest: ThirdParty }

function about({ provider, arrival }: CareVisit): string {
  const licence = provider.licensedHere && arrival ? `licensed in ${placeName(arrival.state)}` : null
  return [provider.title, licence].filter((part) => part !== null && part !== '').join(', ')
}

/** The patient’s side of a running visit: the clinician, own picture, five controls, and one card when something is to say. */
export function PatientCall({ visit, call, state, onLeave, problem }: Props) {
  const { submit } = useFetcher()
  const [asking, setAsking] = useState<Asking | null>(null)
  const byPhone = visit.line === 'phone' || visit.mediaUrl === null
  const phone = visit.arrival?.callBackPhone ?? ''
  const provider = sayProvider(visit.provider.name)
  const send = (values: Record<string, string>) => {
    setAsking(null)
    submit(values, { method: 'post' })
  }
  const lostFor = useSeconds(byPhone ? null : state.lostAt)
  const isOverdue = lostFor >= dropPlan.phoneAfter.minutes * 60
  useEffect(() => {
    if (isOverdue) submit({ intent: 'phone' }, { method: 'post' })
  }, [isOverdue, submit])

  const waitingGuest = visit.guests.find((guest) => guestStanding(guest) === 'asking')
  const guestsIn = visit.guests.filter((guest) => guestStanding(guest) === 'in')
  const isLost = state.phase === 'reconnecting' || state.phase === 'failed'
  const card = () => {
    if (byPhone)
      return (
        <PhoneCard
          phone={phone}
          provider={provider}
          since={visit.lineSince}
          canGoBack={visit.mediaUrl !== null}
          problem={problem}
        />
      )
    if (waitingGuest)
      return (
        <section className="v-card" data-theme="light" role="dialog" aria-labelledby={`guest-${waitingGuest.id}`}>
          <GuestConsent guest={waitingGuest} />
        </section>
      )
    if (asking?.what === 'leave')
      return (
        <TwoWayCard
          title="Leave the video?"
          ways={[
            { label: 'Stay', onPress: () => setAsking(null) },
            { label: 'Leave', onPress: onLeave },
          ]}
        >
          <p>Your visit goes on until {provider} ends it. You can come back.</p>
        </TwoWayCard>
      )
    if (asking?.what === 'phone')
      return (
        <TwoWayCard
          title="Go on by phone?"
          ways={[
            { label: 'Stay on video', onPress: () => setAsking(null) },
            { label: 'Call me', onPress: () => send({ intent: 'phone' }) },
          ]}
        >
          <p>
            We call you at <b className="strong nowrap">{phone}</b>. It is still your visit.
          </p>
        </TwoWayCard>
      )
    if (asking?.what === 'end-guest') {
      const { guest } = asking
      return (
        <TwoWayCard
          title={`End ${firstName(guest.name)}’s part?`}
          ways={[
            { label: `Keep ${firstName(guest.name)}`, onPress: () => setAsking(null) },
            { label: 'End their part', onPress: () => send({ intent: 'guest-out', guestId: guest.id }) },
          ]}
        >
          <p>The picture may stop for a moment while the room changes.</p>
        </TwoWayCard>
      )
    }
    if (state.phase === 'refused') return <RefusedCard state={state} onCallMe={() => send({ intent: 'phone' })} />
    if (isLost)
      return <ReconnectingCard call={call} state={state} phone={phone} onCallMe={() => send({ intent: 'phone' })} />
    if (state.soundOnly) return <SoundOnlyCard call={call} state={state} onPhone={() => send({ intent: 'phone' })} />
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
        party={byPhone ? undefined : state.remotes.find((remote) => remote.identity === visit.provider.id)}
        name={visit.provider.name}
        shortName={provider}
        state={state}
        byPhone={byPhone}
      />
      <StageTop
        name={visit.provider.name}
        about={about(visit)}
        line={<LineWords state={state} byPhone={byPhone} />}
        since={visit.admittedAt}
        asOf={visit.asOf}
      />
      <GuestTiles
        people={guestsIn.map(({ id, name, kind }) => ({ id, name, about: guestWords[kind] }))}
        remotes={byPhone ? [] : state.remotes}
        onPress={(guest) => setAsking({ what: 'end-guest', guest })}
      />
      {byPhone ? null : <OwnPicture state={state} />}
      {card()}
      {byPhone ? null : <WithoutScripts visit={visit} />}
      <Hydrated>
        <CallControls
          call={call}
          state={state}
          fourth="phone"
          byPhone={byPhone}
          isFourthOpen={byPhone || asking?.what === 'phone'}
          onFourth={() => byPhone || setAsking({ what: 'phone' })}
          onLeave={() => setAsking({ what: 'leave' })}
        />
      </Hydrated>
    </StageFrame>
  )
}
