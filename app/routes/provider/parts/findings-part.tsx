import { CircleCheck, TriangleAlert } from 'lucide-react'
import { itemWords } from '~/domain/case/item-words'
import type { IntakeSummary } from '~/domain/chart/intake-summary'
import { codeWords, resolverWords } from '~/domain/chart/triage-words'
import { Icon } from '~/ui/icon'
import { ReasonLine } from './reason-line'
import type { TriageView } from './triage-view'

type Reading = NonNullable<TriageView['reading']>

/** Other causes to look at, each with its reasons. */
export function Mimics({ mimics, safety }: Pick<Reading, 'mimics'> & Pick<IntakeSummary, 'safety'>) {
  const calm = safety.raised.length === 0
  return (
    <section className="tri" aria-label="Also look at">
      <h2 className="pane-h">Also look at</h2>
      {mimics.flatMap(({ code, reasons }) =>
        reasons.map((reason) => (
          <ReasonLine
            key={`${code} ${reason.ruleId}`}
            reason={reason}
            lead={codeWords(code)}
            mark={<Icon of={TriangleAlert} />}
          />
        )),
      )}
      <p className="reason">
        <span className={calm ? 'w tx-good' : 'w tx-warn'}>
          <Icon of={calm ? CircleCheck : TriangleAlert} />
        </span>
        <span>
          {calm
            ? `Safety questions: ${safety.asked} answered, none that interrupts by itself`
            : `Safety questions: ${safety.raised.length} of ${safety.asked} answered ask for a call`}
        </span>
      </p>
    </section>
  )
}

/** What must be settled before an injection, and by whom. */
export function Blockers({ blockers }: Pick<Reading, 'blockers'>) {
  if (blockers.length === 0) return null
  return (
    <section className="tri" aria-label="To resolve before an injection">
      <h2 className="pane-h">To resolve before an injection</h2>
      {blockers.map(({ code, resolver, reasons }) => {
        const [first] = reasons
        const common = {
          lead: code === 'block:redflag_open' && first ? undefined : itemWords(code).title,
          tail: `${resolverWords[resolver]} resolves it`,
          mark: <Icon of={TriangleAlert} />,
        }
        if (first) return <ReasonLine key={code} reason={first} {...common} />
        return (
          <p className="reason" key={code}>
            <span className="w tx-warn">{common.mark}</span>
            <span>
              <b className="strong">{itemWords(code).title}: </b>
              {itemWords(code).ask} <span className="muted">· {common.tail}</span>
            </span>
          </p>
        )
      })}
    </section>
  )
}

/** Notes of the rules, and how the reading came to be: enough to make it again. */
export function MadeWith({ reading, view }: { reading: Reading; view: TriageView }) {
  return (
    <section className="tri" aria-label="Notes and how it was read">
      {reading.notes.length > 0 ? (
        <>
          <h2 className="pane-h">Notes</h2>
          <p className="mb-6">{reading.notes.map(codeWords).join(' · ')}</p>
        </>
      ) : null}
      <details className="why-d">
        <summary className="reason">
          <span className="w">·</span>
          <span>How it was read</span>
          <cite>rules {reading.rulesetVersion}</cite>
        </summary>
        <dl className="kv first-116 why-b">
          <dt>Rule set</dt>
          <dd>{reading.rulesetVersion}, awaiting the clinic’s medical director</dd>
          <dt>Questions</dt>
          <dd>version {view.instrumentVersion}</dd>
          <dt>As of</dt>
          <dd>{reading.asOf}</dd>
          <dt>Inputs</dt>
          <dd className="hash">{reading.inputHash}</dd>
        </dl>
      </details>
    </section>
  )
}
