import type { MetaFunction } from '@remix-run/node'
import { LogOut } from 'lucide-react'
import { paths } from '~/domain/paths'
import { ButtonLink } from '~/ui/button-link'
import { Icon } from '~/ui/icon'
import { PatientPage } from '~/ui/patient-page'
import { useClinic } from '~/ui/use-clinic'

export const meta: MetaFunction = () => [{ title: 'You are signed out' }]

export default function SignedOut() {
  const clinic = useClinic()
  return (
    <PatientPage clinic={clinic} mainClass="end-page">
      <span className="ic">
        <Icon of={LogOut} />
      </span>
      <h1>You are signed out</h1>
      <p className="lede">What you saved is safe. Nobody can open it on this device without your password.</p>
      <div className="stack s-10 mt5">
        <ButtonLink to={paths.signIn()} large block>
          Sign in again
        </ButtonLink>
        <ButtonLink to={paths.landing()} variant="secondary" large block>
          Go to the start page
        </ButtonLink>
      </div>
    </PatientPage>
  )
}
