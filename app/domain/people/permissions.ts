import type { Actor } from './actor'

/** A visit as far as permissions need it. */
type Led = { readonly providerId: string }

type Owned = { readonly patientId: string }

const isProvider = (actor: Actor) => actor.role === 'provider'
const isScheduler = (actor: Actor) => actor.role === 'scheduler'
const leads = (actor: Actor, visit: Led) => isProvider(actor) && visit.providerId === actor.id

/** Who may do what in the clinic's charts: asked inside every verb, and by the page which shows or hides the act. */
export const may = {
  /** Every clinician sees the queue of the clinic and their own waiting room. */
  readWorklist: isProvider,
  /** Clinicians of this clinic stand in for each other, so every one of them may read a chart; each reading is recorded. */
  readChart: isProvider,
  /** A paper opens for the person whose it is and for every clinician of the clinic. */
  readPaper: (actor: Actor, paper: Owned) =>
    isProvider(actor) || (actor.role === 'patient' && paper.patientId === actor.id),
  /** Every clinician reviews what the rules say of an intake, asks what is missing and records an exam, under their own name. */
  reviewTriage: isProvider,
  /** Only the clinician of the visit writes and signs its note. */
  writeNote: leads,
  /** Clarifying a signed note is open to every clinician, under their own name. */
  addAddendum: isProvider,
  /** Only the clinician of the visit orders from it. */
  order: leads,
  /** Only the clinician of the follow-up decides the next step. */
  decideNextStep: leads,
  /** Schedulers register people who call and ask them the questions of an intake. */
  askByPhone: isScheduler,
}
