import type { ReactNode } from 'react'
import { sayTime } from '~/domain/time/say-time'
import type { StageFacts } from '~/domain/visit/stage-facts'
import { useClinic } from '../use-clinic'

/** What the patient said at the door, as rows. */
export function DoorFacts({ stage, licence }: { stage: StageFacts; licence?: ReactNode }) {
  const { timeZone } = useClinic()
  const { arrival } = stage
  if (!arrival) return null
  return (
    <dl className="kv">
      <dt>Is at</dt>
      <dd>
        {arrival.address}, {arrival.state} {licence} · said {sayTime(arrival.arrivedAt, timeZone)}
      </dd>
      <dt>In the room</dt>
      <dd>{arrival.whoIsThere}</dd>
      <dt>Call back</dt>
      <dd>{arrival.callBackPhone}</dd>
      <dt>Emergency</dt>
      <dd>{arrival.emergencyContact}</dd>
    </dl>
  )
}
