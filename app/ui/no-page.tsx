import { ChevronRight, Compass, House, LogIn } from 'lucide-react'
import { Link } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { Icon } from './icon'
import { PatientPage } from './patient-page'
import { PhoneLink } from './phone-link'
import { useClinic } from './use-clinic'

/** The one page for what does not exist and what is not open to this person. */
export function NoPage({ home }: { home: string | null }) {
  const clinic = useClinic()
  return (
    <PatientPage clinic={clinic} mainClass="end-page">
      <span className="ic">
        <Icon of={Compass} />
      </span>
      <h1>We cannot show this page</h1>
      <p className="lede">It may not exist, or it may not be open to you. For privacy we do not say which.</p>
      <ul className="links mt4">
        <li>
          <Link to={home ?? paths.landing()}>
            <Icon of={House} />
            <span>
              {home ? 'My start page' : 'Start page'}
              <small>{home ? 'Your next step' : 'Make an account or sign in'}</small>
            </span>
            <Icon of={ChevronRight} />
          </Link>
        </li>
        <li>
          <Link to={paths.signIn()}>
            <Icon of={LogIn} />
            <span>
              {home ? 'Sign in with another account' : 'Sign in'}
              <small>If a link was meant for it</small>
            </span>
            <Icon of={ChevronRight} />
          </Link>
        </li>
      </ul>
      <p className="mt5">
        Stuck? Call <PhoneLink clinic={clinic} bare className="strong" />.
      </p>
    </PatientPage>
  )
}
