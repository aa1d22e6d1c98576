import type { ChecklistState, Decision, ProcedureState, Resolver } from '../case/case-lists'
import type { Side } from '../people/side'
import type { BookingGate } from '../schedule/booking-gate'
import type { VisitState } from '../visit/visit'

export type VisitFact = {
  readonly id: string
  readonly state: VisitState
  readonly startsAt: Date
  readonly endedAt: Date | null
  readonly providerName: string
  readonly noteSignedAt: Date | null
}

export type ProcedureFact = {
  readonly state: ProcedureState
  readonly startsAt: Date
  readonly side: Side
  readonly place: string
  readonly confirmedAt: Date | null
  readonly driverName: string | null
  readonly needleOutAt: Date | null
}

export type OpenCall = {
  readonly urgency: 'emergency' | 'same_day'
  readonly dueAt: Date
  readonly takenAt: Date | null
  /** When an emergency answer was taken back as a wrong tap. */
  readonly correctedAt?: Date | null
}

/** Everything a patient's care timeline and next step are read from. Times are instants; `zone` is the patient's own. */
export type CareFacts = {
  readonly zone: string
  readonly clinicZone: string
  readonly firstName: string
  readonly intake: {
    readonly startedAt: Date
    readonly submittedAt: Date | null
    /** When it was last asked by phone. */
    readonly calledAt?: Date | null
  } | null
  /** Papers stand in what the person has sent. */
  readonly papersSent?: boolean
  /** Calls the person still waits for, the most pressing first. */
  readonly calls: readonly OpenCall[]
  readonly gate: BookingGate
  /** The newest consult that was not cancelled. */
  readonly consult: VisitFact | null
  readonly order: { readonly side: Side; readonly orderedAt: Date } | null
  readonly caseClosed: boolean
  /** The newest request to the plan. */
  readonly authorisation: {
    readonly sentAt: Date
    readonly decisionDueAt: Date
    readonly decision: Decision | null
    readonly decidedAt: Date | null
    /** Plain day, `YYYY-MM-DD`. */
    readonly validUntil: string | null
  } | null
  readonly items: readonly { readonly code: string; readonly state: ChecklistState; readonly resolver: Resolver }[]
  /** The newest procedure that was not cancelled. */
  readonly procedure: ProcedureFact | null
  readonly diary: {
    readonly written: number
    /** A slot is open now and nothing is written in it. */
    readonly openNow: boolean
    readonly nextDueAt: Date | null
    /** Every slot is written or has passed. */
    readonly over: boolean
  } | null
  /** The follow-up of the newest procedure that was not cancelled. */
  readonly followUp: VisitFact | null
  readonly outcomeAt: Date | null
  /** Takes a blood thinner, or is not sure. */
  readonly bloodThinner: boolean
}
