import { Phone } from 'lucide-react'
import { initials } from '~/domain/people/say-names'
import { dropPlan } from '~/domain/visit/drop-plan'
import type { StageFacts } from '~/domain/visit/stage-facts'
import { Icon } from '../icon'
import type { Call } from './call'
import type { CallSnapshot } from './call-snapshot'
import { SpeakingMeter } from './speaking-meter'
import { TrackVideo } from './track-video'
import { useSeconds } from './use-seconds'

type Props = {
  stage: StageFacts
  call: Call
  state: CallSnapshot
  byPhone: boolean
  onPhone: () => void
  onVideo: () => void
}

/** The patient as large as the pane, or in words why there is no picture and what to do. */
export function StaffPicture({ stage, call, state, byPhone, onPhone, onVideo }: Props) {
  const { firstName, name, id } = stage.patient
  const phone = stage.arrival?.callBackPhone
  const party = state.remotes.find((remote) => remote.identity === id)
  const absentFor = useSeconds(state.counterpartGoneAt)
  const dial = phone ? (
    <a className="btn secondary" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
      <Icon of={Phone} />
      Call {phone}
    </a>
  ) : null
  if (byPhone)
    return (
      <div className="v-door" aria-live="polite">
        <Icon of={Phone} />
        <h2>By phone{stage.hasMedia ? '' : ': there is no video here'}</h2>
        <p>
          {firstName} waits for your call and sees this on their screen. No new procedure is decided by sound alone.
        </p>
        <p className="row j-center">
          {dial}
          {stage.hasMedia ? (
            <button type="button" className="btn quiet" onClick={onVideo}>
              Back to video
            </button>
          ) : null}
        </p>
      </div>
    )
  if (state.phase === 'elsewhere')
    return (
      <div className="v-door" aria-live="polite">
        <h2>This visit is open on another device</h2>
        <button type="button" className="btn secondary" onClick={() => void call.join()}>
          Use this device instead
        </button>
      </div>
    )
  if (state.phase === 'refused' || state.phase === 'failed')
    return (
      <div className="v-door" role="alert">
        <h2>{state.refusal?.message ?? 'The video does not answer.'}</h2>
        <p>The visit goes on. Call {firstName}, or try again.</p>
        <p className="row j-center">
          {dial}
          <button
            type="button"
            className="btn secondary"
            onClick={() => (state.phase === 'failed' ? call.revive() : void call.join())}
          >
            Try again
          </button>
        </p>
      </div>
    )
  if (state.phase !== 'connected')
    return (
      <div className="v-door" aria-live="polite">
        <h2>{state.phase === 'reconnecting' ? 'The line dropped. Reconnecting' : 'Opening the room'}</h2>
        {state.phase === 'reconnecting' && phone ? <p>{phone} if it does not come back</p> : null}
      </div>
    )
  if (state.needsTap)
    return (
      <div className="v-door">
        <button type="button" className="btn primary lg" onClick={() => void call.playSound()}>
          Tap to hear {firstName}
        </button>
      </div>
    )
  if (!party) {
    const isOverdue = absentFor >= dropPlan.phoneAfter.minutes * 60
    return (
      <div className="v-door" aria-live="polite">
        <h2>{isOverdue ? `Call ${firstName} now` : `${firstName} is not in the room`}</h2>
        <p aria-hidden={!isOverdue}>
          {isOverdue
            ? `No line for ${dropPlan.phoneAfter.minutes} minutes. Try twice, then find a new time.`
            : `${absentFor - (absentFor % 5)} seconds. They come in by themselves.`}
        </p>
        {isOverdue ? (
          <p className="row j-center">
            {dial}
            <button type="button" className="btn secondary" onClick={onPhone}>
              Go on by phone
            </button>
          </p>
        ) : null}
      </div>
    )
  }
  if (party.video) return <TrackVideo track={party.video} label={name} />
  return (
    <div className="v-door">
      <div className="v-disc" aria-hidden="true">
        {initials(name)}
      </div>
      <p className="row j-center">
        {party.isSpeaking ? <SpeakingMeter /> : null}
        {party.isSpeaking ? `${firstName} is speaking` : `${firstName} is here, without a picture`}
      </p>
    </div>
  )
}
