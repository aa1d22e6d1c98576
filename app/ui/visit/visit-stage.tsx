import type { StageFacts } from '~/domain/visit/stage-facts'
import { StaffCall } from './staff-call'
import { StaffDoor } from './staff-door'
import { useOwnDocument } from './use-own-document'

/**
 * The provider's stage of one visit: who waits and Admit, then the call with its tools, then that it is over. Belongs in the
 * dark pane of the visit screen. Leaving the page leaves the room.
 */
export function VisitStage({ stage }: { stage: StageFacts }) {
  useOwnDocument()
  if (stage.state === 'in_visit' && stage.mine) return <StaffCall stage={stage} />
  return <StaffDoor stage={stage} />
}
