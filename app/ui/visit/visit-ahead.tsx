import { Link } from '@remix-run/react'
import { CalendarPlus, DoorOpen, MapPin, Stethoscope, Video } from 'lucide-react'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { sayWhen } from '~/domain/time/say-when'
import { sayZone } from '~/domain/time/say-zone'
import type { CareVisit } from '~/domain/visit/care-visit'
import { doorsAreOpen, doorsOpenAt } from '~/domain/visit/doors'
import { ButtonLink } from '../button-link'
import { careTabs } from '../care-tabs'
import { Icon } from '../icon'
import { PatientPage } from '../patient-page'
import { useClinic } from '../use-clinic'
import { useLive } from '../use-live'
import { useSteadyNow } from './use-steady-now'

/** A booked visit whose waiting room is not open yet: when, with whom, what to do until then. */
export function VisitAhead({ visit }: { visit: CareVisit }) {
  useLive()
  const clinic = useClinic()
  const zone = clinic.timeZone
  const opens = doorsOpenAt(visit.startsAt)
  const isOpen = doorsAreOpen(visit.startsAt, useSteadyNow(visit.asOf))
  return (
    <PatientPage clinic={clinic} home={paths.care()} tabs={careTabs('care')} mainClass="pt-26">
      <p className="eyebrow">{visit.kind === 'consult' ? 'Your video visit' : 'Your two-week video visit'}</p>
      <h1 className="mt-2">{sayWhen(visit.startsAt, zone, { now: visit.asOf })}</h1>
      <p className="lede mt-6">With {visit.provider.name}, by video on your phone or computer.</p>
      <ul className="checks mt-14">
        <li>
          <Icon of={DoorOpen} />
          <span>
            {isOpen
              ? 'The waiting room is open'
              : `The waiting room opens at ${sayTime(opens, zone)} ${sayZone(zone, opens)}`}
            <small>{isOpen ? 'You can come in now' : 'Come back to this page then'}</small>
          </span>
          <span />
        </li>
        <li>
          <Icon of={MapPin} />
          <span>
            We ask where you are<small>So that we can send help if something goes wrong</small>
          </span>
          <span />
        </li>
        <li>
          <Icon of={Stethoscope} />
          <span>
            Wear clothes you can move in<small>Have a chair near you and some space to stand</small>
          </span>
          <span />
        </li>
      </ul>
      <div className="stack mt-20 s-12">
        <ButtonLink to={paths.careVisitCheck(visit.visitId)} large block icon={Video} reloadDocument>
          {isOpen ? 'Come in to your visit' : 'Check my camera and sound'}
        </ButtonLink>
        <a className="btn secondary lg block" href={paths.careVisitCalendar(visit.visitId)}>
          <Icon of={CalendarPlus} />
          Add to my calendar
        </a>
      </div>
      {visit.kind === 'consult' ? (
        <p className="row between wrap mt-10">
          <Link className="tap" to={paths.careVisitReschedule(visit.visitId)}>
            Change the time
          </Link>
          <Link className="tap" to={paths.careVisitCancel(visit.visitId)}>
            Cancel this visit
          </Link>
        </p>
      ) : null}
    </PatientPage>
  )
}
