import { ClipboardList, Pencil } from 'lucide-react'
import type { FollowUp } from '~/features/outcome/read-follow-up.server'
import { Icon } from '~/ui/icon'
import { VisitStage } from '~/ui/visit/visit-stage'
import { AtTheDoor } from './at-the-door'
import { ExamPanel } from './exam-panel'
import { FollowUpPanel } from './follow-up-panel'
import { IntakePane } from './intake-pane'
import { NotePane } from './note-pane'
import { PainCurve, PainTable } from './pain-curve'
import { TriagePane } from './triage-pane'
import type { VisitPage } from './visit-page'

/** Stage, chart and note side by side; below 1024 px stacked, the patient always on top. */
export function VisitPanes({ page, followUp }: { page: VisitPage; followUp: FollowUp | null }) {
  const { stage, view, watch, triage } = page
  const { intake, summary } = view
  return (
    <div className="v-grid">
      <section className="v-left" data-theme="dark" aria-label="Video">
        <VisitStage key={stage.visitId} stage={stage} />
        <nav className="vjump" aria-label="Parts of the visit">
          <a href="#p-intake">
            <Icon of={ClipboardList} />
            {followUp ? 'Diary and results' : 'Intake and triage'}
          </a>
          <a href="#p-note">
            <Icon of={Pencil} />
            Note
          </a>
        </nav>
        {triage?.exam.byVideo && !followUp ? <ExamPanel view={triage} visitId={stage.visitId} /> : null}
        <AtTheDoor stage={stage} phone={page.visit.patient.phone} />
      </section>
      <section
        className="v-pane"
        id="p-intake"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={followUp ? 'Diary and results' : 'Intake and triage'}
      >
        {followUp ? (
          <div className="stack s-14 pane-panels">
            <PainCurve followUp={followUp} now={watch.now} />
            <FollowUpPanel visitId={stage.visitId} followUp={followUp} />
            <PainTable followUp={followUp} now={watch.now} />
          </div>
        ) : null}
        <IntakePane
          summary={summary}
          sentAt={intake?.sentAt ?? null}
          filledBy={intake?.filledBy ?? null}
          papers={intake?.papers ?? []}
        />
        {triage ? <TriagePane view={triage} visitId={stage.visitId} /> : null}
      </section>
      <section className="v-note" id="p-note" aria-label="Note">
        <NotePane chart={page} draft={view.draft} side={view.side} then="visit" />
      </section>
    </div>
  )
}
