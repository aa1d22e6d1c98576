import { Activity, CalendarClock, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import { codeWords, payerWords, resolverWords, siWords, tierWords } from '~/domain/chart/triage-words'
import type { IntakeSummary } from '~/domain/chart/intake-summary'
import { itemWords } from '~/domain/case/item-words'
import { isQuestionKey, questionOf } from '~/domain/intake/instrument'
import type { TriageResult } from '~/domain/triage/triage-result'
import { Chip } from '~/ui/chip'
import { Icon } from '~/ui/icon'
import { ReasonLine } from './reason-line'

type Props = { result: TriageResult; safety: IntakeSummary['safety'] }

/** The rules' result with every reason and citation. Options and attention for a clinician, never a diagnosis. */
export function TriagePane({ result, safety }: Props) {
  const { urgency, si } = result
  const support = si.reasons.filter((reason) => reason.effect === 'support')
  const gates = si.reasons.filter((reason) => reason.effect === 'gate')
  const against = si.reasons.filter((reason) => reason.effect === 'against')
  return (
    <>
      <section className="tri" aria-label="Triage">
        <div className="row wrap">
          <h2 className="pane-h">Triage</h2>
          <Chip
            tone={urgency.tier === 'routine' ? 'wait' : urgency.tier === 'expedited' ? 'attention' : 'emergency'}
            icon={CalendarClock}
          >
            Urgency: {tierWords[urgency.tier].toLowerCase()}
          </Chip>
          <Chip tone="accent" icon={Activity}>
            SI pattern: {siWords[si.tier]}
          </Chip>
        </div>
        <p className="sub mt-6 mb-6">
          For attention and scheduling. A questionnaire cannot diagnose SI joint pain (Dreyfuss 1996). Rules{' '}
          {result.rulesetVersion}.
        </p>
        {urgency.reasons.map((reason) => (
          <ReasonLine key={reason.ruleId} reason={reason} mark={<Icon of={TriangleAlert} />} withWords />
        ))}
        {support.map((reason) => (
          <ReasonLine key={reason.ruleId} reason={reason} />
        ))}
        {against.map((reason) => (
          <ReasonLine key={reason.ruleId} reason={reason} />
        ))}
        {against.length === 0 ? (
          <div className="reason">
            <span className="w faint">0</span>
            <span className="muted">Against: nothing fired</span>
            <span />
          </div>
        ) : null}
        <div className="reason sum">
          <span className="w">{si.score}</span>
          <span>
            <b className="strong">{siWords[si.tier]}</b>
            {si.examDone ? '' : ' by answers alone; no exam yet'}
          </span>
          <cite>6 likely · 3 possible</cite>
        </div>
        {gates.map((reason) => (
          <ReasonLine key={reason.ruleId} reason={reason} />
        ))}
      </section>
      <AlsoLookAt result={result} safety={safety} />
      <Blockers result={result} />
      <Payer result={result} />
      <Missing result={result} />
    </>
  )
}

function AlsoLookAt({ result, safety }: Props) {
  return (
    <section className="tri" aria-label="Also look at">
      <h2 className="pane-h">Also look at</h2>
      {result.ddx.map((one) => (
        <ReasonLine
          key={one.code}
          reason={one.reasons[0]}
          lead={codeWords(one.code)}
          mark={<Icon of={TriangleAlert} />}
        />
      ))}
      <div className="reason">
        <span className={safety.raised.length === 0 ? 'w tx-good' : 'w tx-warn'}>
          <Icon of={safety.raised.length === 0 ? CircleCheck : TriangleAlert} />
        </span>
        <span>
          {safety.raised.length === 0
            ? `Red flags: ${safety.asked} asked, none raised`
            : `Red flags: ${safety.raised.length} of ${safety.asked} raised`}
          {safety.raised.map((one) => (
            <span className="sub d-block" key={one.label}>
              {one.label} <b className="strong">{one.answer}</b>
            </span>
          ))}
        </span>
        <cite>safety questions</cite>
      </div>
    </section>
  )
}

function Blockers({ result }: { result: TriageResult }) {
  if (result.blockers.length === 0) return null
  return (
    <section className="tri" aria-label="To resolve before an injection">
      <h2 className="pane-h">To resolve before an injection</h2>
      {result.blockers.map((blocker) => (
        <ReasonLine
          key={blocker.code}
          reason={blocker.reasons[0]}
          lead={itemWords(blocker.code).title}
          tail={resolverWords[blocker.resolver]}
          mark={<Icon of={TriangleAlert} />}
        />
      ))}
    </section>
  )
}

function Payer({ result }: { result: TriageResult }) {
  const { items, policyId } = result.payer
  if (items.length === 0) return null
  const shown = items.filter((item) => item.status === 'met').length
  return (
    <section className="tri" aria-label="What the plan asks for">
      <h2 className="pane-h">
        What the plan asks for: {shown} of {items.length} shown
      </h2>
      {items.map((item) => (
        <div className="reason" key={item.id}>
          <span className={item.status === 'met' ? 'w tx-good' : 'w tx-warn'}>
            <Icon of={item.status === 'met' ? CircleCheck : CircleDashed} />
          </span>
          <span>
            {item.evidence} <span className="muted">· {payerWords[item.status]}</span>
          </span>
          <cite>{policyId.replace(/^.*-(L\d+)$/, '$1').replaceAll('-', ' ')}</cite>
        </div>
      ))}
    </section>
  )
}

function Missing({ result }: { result: TriageResult }) {
  if (result.missing.length === 0) return null
  return (
    <section className="tri" aria-label="Not answered">
      <h2 className="pane-h">Not answered</h2>
      <p className="muted">
        {result.missing.map((key) => (isQuestionKey(key) ? questionOf(key).label : key)).join(' · ')}
      </p>
    </section>
  )
}
