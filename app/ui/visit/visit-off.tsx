import { paths } from '~/domain/paths'
import { sayWhen } from '~/domain/time/say-when'
import type { CareVisit } from '~/domain/visit/care-visit'
import { ButtonLink } from '../button-link'
import { CallButton } from '../call-button'
import { careTabs } from '../care-tabs'
import { PatientPage } from '../patient-page'
import { useClinic } from '../use-clinic'

/** A visit that did not happen: what is so now, and the way on. */
export function VisitOff({ visit, isMissed }: { visit: CareVisit; isMissed: boolean }) {
  const clinic = useClinic()
  const when = sayWhen(visit.startsAt, clinic.timeZone, { now: visit.asOf })
  return (
    <PatientPage clinic={clinic} home={paths.care()} tabs={careTabs('care')} mainClass="pt-26">
      <p className="eyebrow">{when}</p>
      <h1 className="mt-2">{isMissed ? 'We missed you' : 'This visit is cancelled'}</h1>
      <p className="lede mt-6">
        {isMissed ? 'That happens. Let us find a new time.' : 'Nothing is planned at this time any more.'}
      </p>
      <div className="stack mt-20 s-12">
        <ButtonLink to={paths.care()} large block>
          See my next step
        </ButtonLink>
        <CallButton href={`tel:${clinic.tel}`} title={`Call ${clinic.phone}`} note="We find a time together" />
      </div>
    </PatientPage>
  )
}
