import { Form } from '@remix-run/react'
import { Eye } from 'lucide-react'
import { sayWhen } from '~/domain/time/say-when'
import { guestWords } from '~/domain/visit/guest-standing'
import type { GuestVisit } from '~/domain/visit/guest-visit'
import { Button } from '../button'
import { Icon } from '../icon'
import { PatientPage } from '../patient-page'
import { Sheet } from '../sheet'
import { useClinic } from '../use-clinic'

/** The guest’s first page: whose visit, when, what a guest cannot see, and one act. Works without scripts. */
export function GuestJoin({ visit }: { visit: GuestVisit }) {
  const clinic = useClinic()
  const { firstName } = visit.patient
  return (
    <PatientPage clinic={clinic} room="sheet">
      <p className="eyebrow">You are invited as a guest</p>
      <h1 className="mt-2">Join {firstName}’s video visit</h1>
      <p className="lede mt-6">
        <b className="strong tx-ink nowrap">{sayWhen(visit.startsAt, clinic.timeZone, { now: visit.asOf })}.</b> No
        account needed. {firstName} and their provider both say yes before you come in.
      </p>
      <dl className="guest-who mt-16">
        <div>
          <dt>Your name</dt>
          <dd>
            {visit.guest.name}
            <small>The others see it.</small>
          </dd>
        </div>
        <div>
          <dt>You come as</dt>
          <dd>{guestWords[visit.guest.kind]}</dd>
        </div>
      </dl>
      <div className="notice mt5">
        <Icon of={Eye} />
        <p>You see and hear this one visit. You cannot open {firstName}’s record. Please be in a private place.</p>
      </div>
      <p className="small muted mt3">Not your invitation? Close this page.</p>
      <Form method="post">
        <Sheet>
          <Button large block>
            Ask to join
          </Button>
        </Sheet>
      </Form>
    </PatientPage>
  )
}
