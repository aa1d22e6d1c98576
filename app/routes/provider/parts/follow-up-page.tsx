import { NotebookPen } from 'lucide-react'
import { paths } from '~/domain/paths'
import type { FollowUp } from '~/features/outcome/read-follow-up.server'
import { ButtonLink } from '~/ui/button-link'
import { FollowUpPanel } from './follow-up-panel'
import { IntakePane } from './intake-pane'
import { PainCurve, PainTable } from './pain-curve'
import type { VisitPage } from './visit-page'

/** A follow-up before it begins and after it has ended: the curve first, then the two results and the decision. */
export function FollowUpPage({ page, followUp }: { page: VisitPage; followUp: FollowUp }) {
  const { visit, view, watch, note, mine } = page
  return (
    <div className="s-body two side-404 gap-20 pad-16-20 a-start" tabIndex={-1}>
      <div className="stack s-14">
        <PainCurve followUp={followUp} now={watch.now} />
        <PainTable followUp={followUp} now={watch.now} />
        <section className="panel pad-14-16">
          <IntakePane
            summary={view.summary}
            sentAt={view.intake?.sentAt ?? null}
            filledBy={view.intake?.filledBy ?? null}
            papers={view.intake?.papers ?? []}
          />
        </section>
      </div>
      <div className="stack s-14">
        <FollowUpPanel visitId={visit.id} followUp={followUp} />
        <section className="panel pad-14-16">
          <h2 className="fs-sm mb-8">Note</h2>
          <p className="muted mb-8">
            {note?.signedAt ? 'Signed and locked.' : note ? 'A draft is saved, not signed.' : 'Nothing written yet.'}
          </p>
          <ButtonLink to={paths.visitNote(visit.id)} variant="secondary" icon={NotebookPen}>
            {note?.signedAt || !mine ? 'Read the note' : 'Write the note'}
          </ButtonLink>
        </section>
      </div>
    </div>
  )
}
