import { CircleDashed, CircleHelp } from 'lucide-react'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { LiveQuestion } from './live-question'
import { TriageForm } from './triage-form'
import type { TriageView } from './triage-view'
import { useTriageAct } from './use-triage-act'

type Props = { view: TriageView; visitId: string | null }

/** What nobody knows yet, safety first: the question to read aloud and the answers to choose from. */
export function AskLive({ view, visitId }: Props) {
  const act = useTriageAct(view.intakeId)
  const { open, completeness } = view
  if (open.length === 0)
    return (
      <section className="tri" aria-label="Ask live">
        <h2 className="pane-h">Ask live</h2>
        <p className="muted">Nothing is missing and nothing is left unsure.</p>
      </section>
    )
  const safety = open.filter((one) => one.safety)
  const rest = open.filter((one) => !one.safety)
  return (
    <section className="tri" aria-label="Ask live">
      <h2 className="pane-h">
        Ask live: {completeness.missing} missing, {completeness.notSure} not sure
      </h2>
      <p className="sub mb-6">
        Read the question aloud. The answer is kept beside the intake, with your name; the intake does not change.
      </p>
      <TriageForm
        key={view.seen ?? 'draft'}
        view={view}
        visitId={visitId}
        intent="ask"
        failed={act.failed}
        onSubmit={act.onSubmit}
        className="asklive"
        label="Ask live"
      >
        {safety.map((question) => (
          <LiveQuestion key={question.key} question={question} errors={act.errorOf(question.key)} />
        ))}
        {rest.length > 0 ? (
          <details className="why-d" open={safety.length === 0}>
            <summary className="reason">
              <span className="w">
                <Icon of={safety.length === 0 ? CircleHelp : CircleDashed} />
              </span>
              <span>
                {rest.length} {rest.length === 1 ? 'question' : 'questions'} beside safety
              </span>
            </summary>
            {rest.map((question) => (
              <LiveQuestion key={question.key} question={question} errors={act.errorOf(question.key)} />
            ))}
          </details>
        ) : null}
        <div className="row mt-10">
          <Button busy={act.busy}>Keep what was said</Button>
          <span className="sub">Fields left open are not kept.</span>
        </div>
      </TriageForm>
    </section>
  )
}
