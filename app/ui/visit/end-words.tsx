import { guestStanding } from '~/domain/visit/guest-standing'
import type { StageFacts } from '~/domain/visit/stage-facts'

/** What follows when a visit ends. */
export function EndWords({ stage }: { stage: StageFacts }) {
  const guests = stage.guests.filter((guest) => guestStanding(guest) === 'in').map((guest) => guest.name)
  return (
    <ul className="plain-list">
      <li>The room closes for {[stage.patient.firstName, ...guests].join(', ')} and you.</li>
      <li>It does not open again. Another talk is another visit.</li>
      <li>Your note stays open and unsigned until you sign it.</li>
    </ul>
  )
}
