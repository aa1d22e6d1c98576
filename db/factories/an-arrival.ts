import type { ArrivalForm } from '~/domain/visit/arrival'

/** What a patient fills in at the door, with what a test wants to be different. */
export function anArrival(changes: Partial<ArrivalForm> = {}): ArrivalForm {
  return {
    address: '12 Sample Street',
    city: 'St. Paul',
    state: 'MN',
    callBackPhone: '612-555-0147',
    emergencyContact: 'Arvid Sampleton, 612-555-0163',
    room: 'no_one',
    consent: 'on',
    ...changes,
  }
}
