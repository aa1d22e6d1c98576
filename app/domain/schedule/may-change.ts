import type { VisitState } from '../visit/visit'

/** Whether a patient may still move or cancel a visit alone: it is booked and has not begun. */
export function mayChange(visit: { state: VisitState; startsAt: Date }, now: Date): boolean {
  return visit.state === 'booked' && visit.startsAt > now
}
