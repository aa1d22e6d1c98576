import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { ruleWhatWords } from '~/domain/chart/triage-words'
import { Icon } from '~/ui/icon'
import { CiteList } from './cite-list'
import { SaidList } from './said-list'
import type { ReasonView } from './triage-view'

type Props = {
  reason: ReasonView
  /** A name before the rule's text, in bold. */
  lead?: string
  /** Said after the text, such as who resolves it. */
  tail?: string
  /** What stands at the right end; where the rule comes from, unless said. */
  cite?: string
  /** An icon in place of points. */
  mark?: ReactNode
}

export function signed(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${Math.abs(points)}` : '0'
}

/** One reason in a line; it opens to the patient's own words with their question, the rule in words, and where it comes from. */
export function ReasonLine({ reason, lead, tail, cite, mark }: Props) {
  const [evidence] = reason.evidence
  return (
    <details className="why-d">
      <summary className="reason">
        <span className={mark ? 'w tx-warn' : 'w'}>
          {mark ?? (reason.points === undefined ? '·' : signed(reason.points))}
        </span>
        <span>
          {lead ? <b className="strong">{lead}: </b> : null}
          {reason.text}
          {tail ? <span className="muted"> · {tail}</span> : null}
        </span>
        <cite>
          <span>{cite ?? (evidence ? shortCitation(evidence.citation) : reason.ruleId)}</span>
          <Icon of={ChevronDown} />
        </cite>
      </summary>
      <div className="why-b">
        <SaidList said={reason.said} none="It rests on no single answer." />
        <p className="sub">
          Rule <b className="strong">{reason.ruleId}</b>
        </p>
        <dl className="rule-w">
          {reason.rule.map((part) => (
            <div key={part.what}>
              <dt>{ruleWhatWords(part.what)}</dt>
              <dd className="pre">{part.lines.join('\n')}</dd>
            </div>
          ))}
        </dl>
        <CiteList evidence={reason.evidence} />
      </div>
    </details>
  )
}

/** "Fortin 1997" from "Fortin 1997: finger test", "Young 2003" from "Young, Aprill and Laslett 2003". */
function shortCitation(citation: string): string {
  const [head = citation] = citation.split(/[:,]/)
  const year = /\b(?:19|20)\d{2}\b/.exec(citation)?.[0]
  return year && /^\w+$/.test(head) ? `${head} ${year}` : head
}
