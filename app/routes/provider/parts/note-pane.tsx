import { Syringe } from 'lucide-react'
import type { NoteBody } from '~/domain/note/note-body'
import { emptyNote } from '~/domain/note/note-body'
import { paths } from '~/domain/paths'
import type { SideFacts } from '~/domain/chart/side-facts'
import type { Chart } from '~/features/chart/read-chart.server'
import { ButtonLink } from '~/ui/button-link'
import { EmptyState } from '~/ui/empty-state'
import { NoteDocument } from './note-document'
import { NoteEditor } from './note-editor'
import type { NoteReply } from './note-reply'
import { OrderLine } from './order-line'
import { SideSoFar } from './side-mark'

type Props = {
  chart: Pick<Chart, 'visit' | 'note' | 'order' | 'mine'>
  draft: NoteBody | null
  side: SideFacts
  reply?: NoteReply
  then: 'visit' | 'note'
}

/** The note beside the visit: written, kept and signed here, with the order and the side it goes with. */
export function NotePane({ chart, draft, side, reply, then }: Props) {
  const { visit, note, order, mine } = chart
  const title = visit.kind === 'consult' ? 'Consult note' : 'Follow-up note'
  const begun = visit.state === 'in_visit' || visit.state === 'ended'
  const orderTo = `${paths.visit(visit.id)}?panel=order`
  const cancelTo = `${paths.visit(visit.id)}?panel=cancel`
  if (note?.signedAt || !mine) {
    return (
      <>
        <div className="note-h">
          <h2 className="pane-h">{title}</h2>
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
        <div className="note read" tabIndex={0} role="region" aria-label={title}>
          {note ? (
            <NoteDocument note={note} />
          ) : (
            <EmptyState title="No note yet">The clinician of the visit writes it.</EmptyState>
          )}
        </div>
        <div className="v-sign">
          <SideSoFar side={side} />
          {order ? <OrderLine order={order} cancelTo={mine ? cancelTo : null} /> : null}
          <div className="row">
            {mine && begun && !order && visit.kind === 'consult' ? <OrderButton to={orderTo} /> : null}
            {note?.signedAt ? (
              <ButtonLink to={paths.visitNote(visit.id)} variant="secondary" large>
                Open the note
              </ButtonLink>
            ) : null}
          </div>
        </div>
      </>
    )
  }
  return (
    <NoteEditor
      key={visit.id}
      visitId={visit.id}
      title={title}
      kept={note ?? { version: 0, body: draft ?? emptyNote, savedAt: null }}
      draft={draft}
      reply={reply}
      then={then}
      mayBegin={begun}
      before={
        <>
          <SideSoFar side={side} />
          {order ? <OrderLine order={order} cancelTo={cancelTo} /> : null}
        </>
      }
      after={begun && !order && visit.kind === 'consult' ? <OrderButton to={orderTo} /> : null}
    />
  )
}

function OrderButton({ to }: { to: string }) {
  return (
    <ButtonLink to={to} large className="grow" icon={Syringe} preventScrollReset>
      Order an SI injection
    </ButtonLink>
  )
}
