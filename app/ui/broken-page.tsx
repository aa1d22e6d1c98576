import { useLocation } from '@remix-run/react'
import { Phone, Wrench } from 'lucide-react'
import { ButtonLink } from './button-link'
import { Icon } from './icon'
import { PatientPage } from './patient-page'
import { useRootData } from './root-data'
import { useClinic } from './use-clinic'

/** The page for a fault of ours: what is safe, what to do, and a reference that says nothing about the person. */
export function BrokenPage({ home }: { home: string | null }) {
  const clinic = useClinic()
  const { pathname, search } = useLocation()
  const reference = useRootData()?.reference
  return (
    <PatientPage clinic={clinic} mainClass="end-page">
      <span className="ic">
        <Icon of={Wrench} />
      </span>
      <h1>Something broke on our side</h1>
      <p className="lede">
        It is not your fault. What you saved before is safe. This last step may not have been saved.
      </p>
      {reference ? (
        <section className="card mt5">
          <div className="ref">
            <span>
              <span className="small muted">If you call, read us this</span>
              <br />
              <b>{reference}</b>
            </span>
          </div>
          <p className="small muted mt2">It has nothing about you in it.</p>
        </section>
      ) : null}
      <div className="stack s-10 mt5">
        <a className="btn primary lg block" href={pathname + search}>
          Try again
        </a>
        {clinic.phone ? (
          <ButtonLink variant="secondary" large block icon={Phone} to={`tel:${clinic.tel}`}>
            Call {clinic.phone}
          </ButtonLink>
        ) : null}
      </div>
      <p className="small center mt2">
        <a className="tap" href={home ?? '/'}>
          Back to my start page
        </a>
      </p>
      <p className="small muted mt4">In a video visit? We call your phone.</p>
      <p className="small mt3">
        Emergency? <a href="tel:911">Call 911</a>. Thinking about harming yourself?{' '}
        <a className="nowrap" href="tel:988">
          Call or text 988
        </a>
        .
      </p>
    </PatientPage>
  )
}
