import type { ReactNode } from 'react'
import type { Reason } from '~/domain/triage/triage-result'

type Props = {
  reason: Reason | undefined
  /** A name before the rule's text, in bold. */
  lead?: string
  /** Who resolves it. */
  tail?: string
  /** Shows the answers it rests on, in the patient's words. */
  withWords?: boolean
  /** An icon in place of points. */
  mark?: ReactNode
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${Math.abs(points)}` : '0'
}

/** One reason: points or mark, text with the patient's own words, and where the rule comes from. */
export function ReasonLine({ reason, lead, tail, withWords, mark }: Props) {
  const rests = withWords && reason ? reason.inputs : []
  const words = rests.flatMap((input) => (input.patientWords ? [input.patientWords] : []))
  const all = reason?.evidence ?? []
  const [evidence] = all
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
      <cite title={[reason?.ruleId, ...all.map((one) => one.citation)].join(' · ')}>
        {evidence ? shortCitation(evidence.citation) : ''}
        {withWords && reason ? ` · ${reason.ruleId}` : ''}
      </cite>
    </div>
  )
}

/** "Fortin 1997" from "Fortin 1997: finger test", "Young 2003" from "Young, Aprill and Laslett 2003". */
function shortCitation(citation: string): string {
  const [head = citation] = citation.split(/[:,]/)
  const year = /\b(?:19|20)\d{2}\b/.exec(citation)?.[0]
  return year && /^\w+$/.test(head) ? `${head} ${year}` : head
}
