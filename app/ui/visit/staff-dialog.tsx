import { Form } from '@remix-run/react'
import { createPortal } from 'react-dom'
import { paths } from '~/domain/paths'
import type { StageFacts } from '~/domain/visit/stage-facts'
import { Button } from '../button'
import { Dialog } from '../dialog'
import { EndWords } from './end-words'
import { GuestsDialog } from './guests-dialog'

export type StaffAsking = 'guests' | 'phone' | 'end'

type Props = { asking: StaffAsking; stage: StageFacts; onClose: () => void; onPhone: () => void }

/** What the tools ask before they act; opened by a press, over the page, so the call goes on behind it. */
export function StaffDialog(props: Props) {
  return createPortal(<Asked {...props} />, document.querySelector('.staff') ?? document.body)
}

function Asked({ asking, stage, onClose, onPhone }: Props) {
  const { firstName } = stage.patient
  if (asking === 'guests') return <GuestsDialog stage={stage} onClose={onClose} />
  if (asking === 'phone')
    return (
      <Dialog
        title={`Go on with ${firstName} by phone?`}
        onClose={onClose}
        footer={
          <>
            <Button type="button" large onClick={onPhone}>
              Go on by phone
            </Button>
            <Button type="button" variant="secondary" large onClick={onClose}>
              Stay on video
            </Button>
          </>
        }
      >
        <p>
          The video stops for both of you and the visit goes on. {firstName} is told to expect your call
          {stage.arrival ? ` at ${stage.arrival.callBackPhone}` : ''}.
        </p>
      </Dialog>
    )
  return (
    <Dialog
      title={`End the visit with ${firstName}?`}
      onClose={onClose}
      footer={
        <>
          <Form method="post" action={paths.visitEnd(stage.visitId)}>
            <Button variant="danger" large>
              End visit
            </Button>
          </Form>
          <Button type="button" variant="secondary" large onClick={onClose}>
            Keep talking
          </Button>
        </>
      }
    >
      <EndWords stage={stage} />
    </Dialog>
  )
}
