import { useFetcher } from '@remix-run/react'
import { paths } from '~/domain/paths'
import type { StageFacts } from '~/domain/visit/stage-facts'
import { Dialog } from '../dialog'
import { GuestInvitation } from './guest-invitation'
import type { InvitationAnswer } from './guest-invitation'
import { GuestList } from './guest-list'

/** Guests of a running visit, over the call: who asked, who is in, and a new link. */
export function GuestsDialog({ stage, onClose }: { stage: StageFacts; onClose: () => void }) {
  const invite = useFetcher<InvitationAnswer>()
  const act = useFetcher<{ message?: string }>()
  const action = paths.visitGuests(stage.visitId)
  return (
    <Dialog title="Guests of this visit" onClose={onClose} width={640}>
      <GuestList stage={stage} FormIn={act.Form} action={action} problem={act.data?.message} />
      <GuestInvitation
        key={invite.data?.link}
        stage={stage}
        FormIn={invite.Form}
        action={action}
        answer={invite.data}
      />
    </Dialog>
  )
}
