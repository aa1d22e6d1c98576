import { TriangleAlert } from 'lucide-react'
import { Icon } from '~/ui/icon'
import { AskLive } from './ask-live'
import { CallBanners } from './call-banner'
import { Blockers, MadeWith, Mimics } from './findings-part'
import { HistoryList } from './history-list'
import { PayerPart } from './payer-part'
import { ReasonLine } from './reason-line'
import { SiPart } from './si-part'
import { TriageHead } from './triage-head'
import type { TriageView } from './triage-view'

type Props = {
  view: TriageView
  /** The visit it stands in; null on the intake's own page. */
  visitId: string | null
}

/**
 * What the rules say of an intake, most urgent first, with every reason open to check, and what clinicians decided. Options
 * and attention for a clinician, never a diagnosis. The same in the visit and on the intake's page.
 */
export function TriagePane({ view, visitId }: Props) {
  const { reading } = view
  return (
    <div className="triage">
      <section className="tri" aria-label="Triage">
        <CallBanners calls={view.calls} />
        <TriageHead view={view} visitId={visitId} />
        {reading?.urgency.reasons.map((reason) => (
          <ReasonLine
            key={`${reason.ruleId} ${reason.text}`}
            reason={reason}
            mark={<Icon of={TriangleAlert} />}
            cite={reason.ruleId}
          />
        ))}
        {reading && reading.urgency.reasons.length === 0 ? <p className="muted">No urgency rule fired.</p> : null}
      </section>
      <AskLive view={view} visitId={visitId} />
      {reading ? <SiPart si={reading.si} /> : null}
      {reading ? <Mimics mimics={reading.mimics} safety={view.summary.safety} /> : null}
      {reading ? <Blockers blockers={reading.blockers} /> : null}
      {reading ? <PayerPart payer={view.payer} /> : null}
      {reading ? <MadeWith reading={reading} view={view} /> : null}
      <HistoryList history={view.history} />
    </div>
  )
}
