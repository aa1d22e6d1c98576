import { ButtonLink } from '../button-link'
import { CallButton } from '../call-button'
import { PatientPage } from '../patient-page'
import { useClinic } from '../use-clinic'

type Props = {
  title: string
  children: string
  again: { label: string; onPress: () => void }
  leaveTo: { to: string; label: string }
}

/** Out of the room while the visit goes on: left, or in use on another device. Coming back is the person's own press. */
export function OutsideCall({ title, children, again, leaveTo }: Props) {
  const clinic = useClinic()
  return (
    <PatientPage clinic={clinic} mainClass="pt-26">
      <h1>{title}</h1>
      <p className="lede mt-6">{children}</p>
      <div className="stack mt-20 s-12">
        <button type="button" className="btn primary lg block" onClick={again.onPress}>
          {again.label}
        </button>
        <CallButton href={`tel:${clinic.tel}`} title={`Call ${clinic.phone}`} note="If you need help to come back" />
        <ButtonLink variant="quiet" to={leaveTo.to} reloadDocument>
          {leaveTo.label}
        </ButtonLink>
      </div>
    </PatientPage>
  )
}
