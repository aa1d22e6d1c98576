import { CircleDashed } from 'lucide-react'
import { sayWhen } from '~/domain/time/say-when'
import { StateWord } from '~/ui/state-word'
import { useClinic } from '~/ui/use-clinic'
import { IntakePane } from './intake-pane'
import type { TriageView } from './triage-view'

/** The intake itself: how far it is answered, by whom, the summary with the body map, and the papers. */
export function IntakeAside({ view }: { view: TriageView }) {
  const { timeZone } = useClinic()
  const { answered, missing, notSure } = view.completeness
  return (
    <section className="panel pad-14-16" aria-label="The intake">
      {view.sentAt ? null : (
        <p className="mb-6">
          <StateWord tone="attention" icon={CircleDashed}>
            Not sent yet. Begun {sayWhen(view.startedAt, timeZone)}
          </StateWord>
        </p>
      )}
      <p className="sub mb-6">
        {answered} answered · {missing} missing · {notSure} not sure
      </p>
      <IntakePane
        summary={view.summary}
        sentAt={view.sentAt ?? view.savedAt}
        filledBy={view.filledBy}
        papers={view.papers}
        draft={view.sentAt === null}
      />
    </section>
  )
}
