import type { FetcherWithComponents, Form } from '@remix-run/react'
import { CircleCheck, CircleX, DoorOpen, Hourglass, Mail } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { guestStanding, guestWords } from '~/domain/visit/guest-standing'
import type { GuestStanding } from '~/domain/visit/guest-standing'
import type { StageFacts } from '~/domain/visit/stage-facts'
import { Banner } from '../banner'
import { Button } from '../button'
import { Icon } from '../icon'

export type FormComponent = typeof Form | FetcherWithComponents<unknown>['Form']
type Props = { stage: StageFacts; FormIn: FormComponent; action: string; problem?: string }

const words: Record<GuestStanding, { icon: LucideIcon; look: string; words: (patient: string) => string }> = {
  invited: { icon: Mail, look: 'o', words: () => 'Has the link, has not opened it' },
  asking: { icon: Hourglass, look: 'w', words: (patient) => `Asks to join. ${patient} is asked now` },
  agreed: { icon: DoorOpen, look: 'g', words: (patient) => `Waits outside. ${patient} said yes` },
  refused: { icon: CircleX, look: 'w', words: (patient) => `${patient} said not now` },
  in: { icon: CircleCheck, look: 'g', words: () => 'In the visit' },
  out: { icon: CircleX, look: 'o', words: () => 'Their part has ended' },
}

/** Every guest of a visit, where they stand, and the one act that is possible. */
export function GuestList({ stage, FormIn, action, problem }: Props) {
  const isRunning = stage.state === 'in_visit'
  if (stage.guests.length === 0) return <p className="muted">No guest is invited to this visit.</p>
  return (
    <section className="panel" aria-label="Guests">
      {problem ? (
        <Banner tone="attention" live="alert" flush>
          {problem}
        </Banner>
      ) : null}
      {stage.guests.map((guest, index) => {
        const standing = guestStanding(guest)
        const line = words[standing]
        return (
          <div className={index === 0 ? 'cl first' : 'cl'} key={guest.id}>
            <span className={`ic ${line.look}`}>
              <Icon of={line.icon} />
            </span>
            <span>
              <b>{guest.name}</b>
              <span className="sub">
                {guestWords[guest.kind]} · {line.words(stage.patient.firstName)}
              </span>
            </span>
            {stage.mine && isRunning && (standing === 'agreed' || standing === 'in') ? (
              <FormIn method="post" action={action}>
                <input type="hidden" name="guestId" value={guest.id} />
                <Button
                  variant={standing === 'agreed' ? 'primary' : 'secondary'}
                  name="intent"
                  value={standing === 'agreed' ? 'admit' : 'remove'}
                >
                  {standing === 'agreed' ? `Let ${guest.name} in` : 'End their part'}
                </Button>
              </FormIn>
            ) : null}
          </div>
        )
      })}
    </section>
  )
}
