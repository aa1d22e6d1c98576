export const visitKinds = ['consult', 'follow_up'] as const
export type VisitKind = (typeof visitKinds)[number]

export const visitStates = ['booked', 'waiting', 'in_visit', 'ended', 'no_show', 'cancelled'] as const
export type VisitState = (typeof visitStates)[number]

export const visitEvents = ['arrive', 'admit', 'end', 'miss', 'cancel', 'leave'] as const
export type VisitEvent = (typeof visitEvents)[number]

const moves: Record<VisitState, Partial<Record<VisitEvent, VisitState>>> = {
  booked: { arrive: 'waiting', miss: 'no_show', cancel: 'cancelled' },
  waiting: { admit: 'in_visit', leave: 'booked', miss: 'no_show', cancel: 'cancelled' },
  in_visit: { end: 'ended' },
  ended: {},
  no_show: {},
  cancelled: {},
}

/** The state after the event, or undefined when the event is not possible in this state. */
export function nextState(state: VisitState, event: VisitEvent): VisitState | undefined {
  return moves[state][event]
}

/** A visit that can still happen or is happening. */
export function isLive(state: VisitState): boolean {
  return state === 'booked' || state === 'waiting' || state === 'in_visit'
}

export const guestKinds = ['interpreter', 'family'] as const
export type GuestKind = (typeof guestKinds)[number]
