import type { Actor } from '~/domain/people/actor'

type Parties = { readonly patientId: string; readonly providerId: string }

const isPatient = (actor: Actor, visit: Parties) => actor.role === 'patient' && actor.id === visit.patientId
const leads = (actor: Actor, visit: Parties) => actor.role === 'provider' && actor.id === visit.providerId

/** Who may do what in a visit's life; asked inside every verb, and by the page which shows or hides the act. */
export const mayInVisit = {
  arrive: isPatient,
  wait: isPatient,
  /** Only the clinician of the visit lets anyone in and ends it. */
  admit: leads,
  end: leads,
  invite: leads,
  /** Both sides may go over to the telephone. */
  changeLine: (actor: Actor, visit: Parties) => isPatient(actor, visit) || leads(actor, visit),
  /** The patient says yes to a guest, nobody else does. */
  agreeToGuest: isPatient,
  /** Both sides may end a guest's part. */
  removeGuest: (actor: Actor, visit: Parties) => isPatient(actor, visit) || leads(actor, visit),
}
