import { Form, Link } from '@remix-run/react'
import { Bell, CircleCheck, DoorOpen, MapPin, Mic, MonitorSmartphone, Stethoscope, Undo2 } from 'lucide-react'
import { paths } from '~/domain/paths'
import { sayProvider } from '~/domain/people/say-names'
import { sayTime } from '~/domain/time/say-time'
import { sayZone } from '~/domain/time/say-zone'
import type { CareVisit } from '~/domain/visit/care-visit'
import { guestStanding } from '~/domain/visit/guest-standing'
import { placeName } from '~/domain/visit/places'
import { sayWait, waitRange } from '~/domain/visit/wait-range'
import { Button } from '../button'
import { Hydrated } from '../hydrated'
import { Icon } from '../icon'
import { PatientPage } from '../patient-page'
import { Sheet } from '../sheet'
import { useClinic } from '../use-clinic'
import { GuestConsent } from './guest-consent'
import { ReadyLine } from './ready-line'
import type { Call } from './call'
import type { CallSnapshot } from './call-snapshot'

type Props = { visit: CareVisit; call: Call; state: CallSnapshot }

function heading(visit: CareVisit, provider: string): string {
  const { waiting } = visit
  if (waiting?.awaySince) return 'Your place is kept'
  if (waiting?.line.busySince) return `${provider} is with another patient`
  if (waiting && waiting.line.ahead > 0) return `${provider} sees someone else before you`
  return `We told ${provider} you are here`
}

function place(ahead: number): string {
  if (ahead === 0) return 'You are next. Your place is kept.'
  return ahead === 1
    ? '1 person is before you. Your place is kept.'
    : `${ahead} people are before you. Your place is kept.`
}

/** The waiting room: what the clinician does now, an honest range, and leave to step away without losing the place. */
export function WaitingRoom({ visit, call, state }: Props) {
  const clinic = useClinic()
  const zone = clinic.timeZone
  const { waiting } = visit
  const provider = sayProvider(visit.provider.name)
  const isAway = waiting?.awaySince !== null && waiting !== null
  const asking = visit.guests.find((guest) => guestStanding(guest) === 'asking')
  const basis = waiting?.line.typicalMinutes
    ? 'from how long today’s visits take'
    : 'from the times visits are booked for'
  return (
    <PatientPage clinic={clinic} home={paths.care()} room="sheet" mainClass="pt-26">
      <p className="eyebrow">
        Waiting room · your visit is at {sayTime(visit.startsAt, zone)} {sayZone(zone, visit.startsAt)}
      </p>
      <h1 className="mt-2">{heading(visit, provider)}</h1>
      {asking ? (
        <section className="hero guest-ask" aria-labelledby={`guest-${asking.id}`}>
          <GuestConsent guest={asking} />
        </section>
      ) : null}
      <div className="hero waitcard">
        <div>
          <p className="small muted">We expect to start in</p>
          <p className="fs-3xl lh-115 fw-650">
            {waiting ? sayWait(waitRange(waiting.line, visit.startsAt, visit.asOf)) : 'A moment'}
          </p>
        </div>
        {waiting ? (
          <p className="small muted right">
            You came
            <br />
            at {sayTime(waiting.since, zone)}
          </p>
        ) : null}
        <p className="small muted span-all mt-8 rule-t pt-10">
          Our best guess, {basis}. Checked at {sayTime(visit.asOf, zone)}.
        </p>
      </div>
      <ul className="checks mt-10">
        <li>
          <Icon of={CircleCheck} />
          <span>
            We know you are here<small>{place(waiting?.line.ahead ?? 0)}</small>
          </span>
          <span />
        </li>
        {visit.arrival ? (
          <li>
            <Icon of={MapPin} />
            <span>
              You are at {visit.arrival.address}
              <small>{placeName(visit.arrival.state)}</small>
            </span>
            <Link className="small pad-y-10" to={paths.careVisitArrive(visit.visitId)}>
              Change
            </Link>
          </li>
        ) : null}
        <Hydrated
          instead={
            <li>
              <Icon of={MonitorSmartphone} />
              <span>
                This browser cannot show video here
                <small>
                  Look again from time to time. We can call {visit.arrival?.callBackPhone ?? 'you'} instead.
                </small>
              </span>
              <Link className="small pad-y-10" to={paths.careVisitRoom(visit.visitId)}>
                Look again
              </Link>
            </li>
          }
        >
          <li>
            <Icon of={Bell} />
            <span>
              A bell rings when it is time<small>Keep this page open</small>
            </span>
            <span />
          </li>
          {visit.mediaUrl === null ? null : (
            <li>
              <Icon of={Mic} />
              <ReadyLine visit={visit} call={call} state={state} />
            </li>
          )}
        </Hydrated>
      </ul>
      <div className="notice mt-16">
        <Icon of={Stethoscope} />
        <p>Wear clothes you can move in. Have a chair near you and some space to stand.</p>
      </div>
      <Form method="post">
        <Sheet
          under={
            <Button variant="quiet" name="intent" value="leave">
              I need to leave
            </Button>
          }
        >
          {isAway ? (
            <Button large block icon={Undo2} name="intent" value="back">
              I am back
            </Button>
          ) : (
            <Button variant="secondary" large block icon={DoorOpen} name="intent" value="away">
              Step away, keep my place
            </Button>
          )}
        </Sheet>
      </Form>
    </PatientPage>
  )
}
