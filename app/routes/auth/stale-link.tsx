import { Unlink } from 'lucide-react'
import { ButtonLink } from '~/ui/button-link'
import { Icon } from '~/ui/icon'
import { PatientPage } from '~/ui/patient-page'
import { PhoneLink } from '~/ui/phone-link'
import { useClinic } from '~/ui/use-clinic'

/** A mailed link that was used, has expired or never was: the same words for all three. */
export function StaleLink({ next, label }: { next: string; label: string }) {
  const clinic = useClinic()
  return (
    <PatientPage clinic={clinic} mainClass="end-page">
      <span className="ic">
        <Icon of={Unlink} />
      </span>
      <h1>This link no longer works</h1>
      <p className="lede">Each link works once, and only for a while. You can get a new one.</p>
      <div className="stack s-10 mt5">
        <ButtonLink to={next} large block>
          {label}
        </ButtonLink>
      </div>
      <p className="mt5">
        Stuck? Call <PhoneLink clinic={clinic} bare className="strong" />.
      </p>
    </PatientPage>
  )
}
