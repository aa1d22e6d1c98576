import { PatientPage } from '../patient-page'
import { useClinic } from '../use-clinic'

/** The visit a guest was invited to is over: nothing of it is shown any more. */
export function GuestOver() {
  const clinic = useClinic()
  return (
    <PatientPage clinic={clinic} mainClass="pt-26">
      <h1>The visit is over</h1>
      <p className="lede mt-6">
        Thank you for coming. Your link does not open anything any more. You can close this page.
      </p>
    </PatientPage>
  )
}
