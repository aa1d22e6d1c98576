import { sayTime } from '~/domain/time/say-time'
import { alone } from '~/domain/visit/arrival'
import { placeName } from '~/domain/visit/places'
import type { StageFacts } from '~/domain/visit/stage-facts'
import { useClinic } from '~/ui/use-clinic'

/** What the patient told at the door, read aloud when help must be sent. */
export function AtTheDoor({ stage, phone }: { stage: StageFacts; phone: string | null }) {
  const { timeZone } = useClinic()
  const { arrival } = stage
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className="exam" tabIndex={0} role="region" aria-label="Where they are">
      <h2>Where they are</h2>
      {arrival ? (
        <dl className="door">
          <dt>Address</dt>
          <dd>
            {arrival.address}, {placeName(arrival.state)}
          </dd>
          <dt>Call back</dt>
          <dd>{arrival.callBackPhone}</dd>
          <dt>Emergency contact</dt>
          <dd>{arrival.emergencyContact}</dd>
          <dt>In the room</dt>
          <dd>{arrival.whoIsThere === alone ? 'Alone' : arrival.whoIsThere}</dd>
          <dt>Consent</dt>
          <dd>
            Video visit, version {arrival.consentVersion}, {sayTime(arrival.consentedAt, timeZone)}
          </dd>
        </dl>
      ) : (
        <p className="tx-stage-2 mt-6">
          {stage.patient.firstName} has not arrived. The address shows here when they do.
          {phone ? ` On file: ${phone}.` : ''}
        </p>
      )}
    </div>
  )
}
