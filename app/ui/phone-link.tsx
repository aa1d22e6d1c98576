import { Phone } from 'lucide-react'
import { classes } from './classes'
import type { ClinicContact } from './clinic-contact'
import { Icon } from './icon'

/** The clinic's number, tappable; `bare` without the icon, for sentences. */
export function PhoneLink({ clinic, bare, className }: { clinic: ClinicContact; bare?: boolean; className?: string }) {
  return (
    <a className={classes(bare ? 'nowrap' : 'p-tel', className)} href={`tel:${clinic.tel}`}>
      {bare ? null : <Icon of={Phone} />}
      {clinic.phone}
    </a>
  )
}
