import type { ReactNode } from 'react'
import type { Reason } from '~/domain/triage/triage-result'

type Props = {
  reason: Reason | undefined
  /** A name before the rule's text, in bold. */
  lead?: string
  /** Who resolves it. */
  tail?: string
  /** An icon in place of points. */
  mark?: ReactNode
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${Math.abs(points)}` : '0'
}

/** One reason: points or mark, text with the patient's own words, and where the rule comes from. */
export function ReasonLine({ reason, lead, tail, mark }: Props) {
  const words = reason?.inputs.flatMap((input) => (input.patientWords ? [input.patientWords] : [])) ?? []
  const [evidence, ...more] = reason?.evidence ?? []
  return (
    <div className="reason">
      <span className={mark ? 'w tx-warn' : 'w'}>
        {mark ?? (reason?.points === undefined ? '·' : signed(reason.points))}
      </span>
      <span>
        {lead ? <b className="strong">{lead}: </b> : null}
        {reason?.text ?? 'asked for by the rules'}
        {tail ? <span className="muted"> · {tail} resolves it</span> : null}
        {words.length > 0 ? <span className="sub d-block">“{words.join('” · “')}”</span> : null}
      </span>
      <cite title={[evidence, ...more].map((one) => one?.citation).join(' · ')}>
        {evidence ? shortCitation(evidence.citation) : ''}
        {reason ? <small>{reason.ruleId}</small> : null}
      </cite>
    </div>
  )
}

/** "Fortin 1997" from "Fortin 1997: finger test". */
function shortCitation(citation: string): string {
  return citation.split(/[:,]/)[0] ?? citation
}
