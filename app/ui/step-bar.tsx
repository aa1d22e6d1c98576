import { Link } from '@remix-run/react'
import { ArrowLeft, Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ClinicContact } from './clinic-contact'
import { Icon } from './icon'

/** Header of one step: back, what is saved, call. */
export function StepBar(props: { clinic: ClinicContact; back: string; backLabel?: string; saved?: ReactNode }) {
  return (
    <header className="bar">
      <Link to={props.back}>
        <Icon of={ArrowLeft} />
        {props.backLabel ?? 'Back'}
      </Link>
      {props.saved ?? <span />}
      <a className="end" href={`tel:${props.clinic.tel}`} aria-label={`Call the clinic, ${props.clinic.phone}`}>
        <Icon of={Phone} />
        Call
      </a>
    </header>
  )
}
