import { Form } from '@remix-run/react'
import { FileLock, Undo2, Video } from 'lucide-react'
import { firstName } from '~/domain/people/say-names'
import { guestWords } from '~/domain/visit/guest-standing'
import type { GuestFacts } from '~/domain/visit/stage-facts'
import { Icon } from '../icon'

/** Asks the patient whether this guest may join: two equal answers, none of them is the better one. Works without scripts. */
export function GuestConsent({ guest }: { guest: GuestFacts }) {
  const name = firstName(guest.name)
  return (
    <Form method="post">
      <input type="hidden" name="guestId" value={guest.id} />
      <h2 className="fs-xl lh-125" id={`guest-${guest.id}`}>
        Let {guest.name} join?
      </h2>
      <p className="muted">Invited as: {guestWords[guest.kind].toLowerCase()}</p>
      <ul className="facts mt-10">
        <li>
          <Icon of={Video} />
          <span>{name} sees and hears you both</span>
          <span />
        </li>
        <li>
          <Icon of={FileLock} />
          <span>{name} cannot open your record</span>
          <span />
        </li>
        <li>
          <Icon of={Undo2} />
          <span>You can end {name}’s part any time</span>
          <span />
        </li>
      </ul>
      <div className="pair mt-14">
        <button className="pick tall-56" name="intent" value="guest-no">
          Not now
        </button>
        <button className="pick tall-56" name="intent" value="guest-yes">
          Let {name} in
        </button>
      </div>
      <p className="small muted center mt-6">Both are fine. We note what you choose.</p>
    </Form>
  )
}
