import type { ClinicContact } from './clinic-contact'
import { useRootData } from './root-data'

const unknown = { name: 'The clinic', phone: '', timeZone: 'America/Chicago' }

/** The clinic of this deployment; `tel` is what a telephone dials, `timeZone` an IANA zone. */
export function useClinic(): ClinicContact & { timeZone: string } {
  const clinic = useRootData()?.clinic ?? unknown
  return { ...clinic, tel: dialled(clinic.phone) }
}

function dialled(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '')
  if (digits.startsWith('+')) return digits
  return digits.length === 10 ? `+1${digits}` : digits
}
