import { askedWords, payerWords, reviewReasonWords, siWords, tierWords } from '~/domain/chart/triage-words'
import { findingWords } from '~/domain/exam/exam-words'
import { manoeuvreOf } from '~/domain/exam/manoeuvres'
import { sayWhen } from '~/domain/time/say-when'
import { directionOf } from '~/domain/triage/judge-override'
import type { AskedAnswer } from '~/domain/triage/review-wish'
import { useClinic } from '~/ui/use-clinic'
import { SaidList } from './said-list'
import type { HistoryView } from './triage-view'

const kinds: Record<HistoryView['kind'], string> = {
  result: 'The rules',
  asked: 'Asked live',
  exam: 'Exam',
  agree: 'Agreed',
  override: 'Overridden',
}

/** Every reading and every review side by side, the newest first; nothing is erased. */
export function HistoryList({ history }: { history: readonly HistoryView[] }) {
  if (history.length === 0) return null
  return (
    <section className="tri" aria-label="Readings and reviews">
      <h2 className="pane-h">Readings and reviews</h2>
      <ol className="hist">
        {history.toReversed().map((event) => (
          <Event key={event.id} event={event} />
        ))}
      </ol>
    </section>
  )
}

function Event({ event }: { event: HistoryView }) {
  const { timeZone } = useClinic()
  return (
    <li>
      <p>
        <b className="strong">{kinds[event.kind]}</b>
        {event.by ? ` by ${event.by}` : ''}
        {event.rules ? `, rules ${event.rules}` : ''} <span className="muted">· {sayWhen(event.at, timeZone)}</span>
      </p>
      <p>
        {movement(event)} · SI pattern {siWords[event.siPattern]}
      </p>
      {event.reasonCode ? (
        <p>
          {reviewReasonWords[event.reasonCode]}: “{event.reason}”
        </p>
      ) : null}
      {event.asked.map((item) => (
        <p className="sub" key={item.text}>
          Asked again: {item.text}: <b className="strong">{askedWords[item.now as AskedAnswer]}</b>
        </p>
      ))}
      <SaidList said={event.said} />
      {event.findings.length > 0 ? (
        <details className="why-d">
          <summary className="sub">{event.findings.length} findings on file</summary>
          <ul className="said-l">
            {event.findings.map((finding) => (
              <li key={`${finding.test} ${finding.side}`}>
                {manoeuvreOf(finding.test)?.name ?? finding.test}: {findingWords(finding)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {event.payer.map((change) => (
        <p className="sub" key={change.id}>
          Plan item {change.id}: {payerWords[change.from]}, now <b className="strong">{payerWords[change.to]}</b>
        </p>
      ))}
    </li>
  )
}

function movement({ before, urgency, kind }: HistoryView): string {
  const now = tierWords[urgency].toLowerCase()
  if (before === null || kind === 'result') return `Urgency ${now}`
  const direction = directionOf(before, urgency)
  if (direction === 'keep') return `Urgency stays ${now}`
  return `Urgency ${direction === 'raise' ? 'raised' : 'lowered'} from ${tierWords[before].toLowerCase()} to ${now}`
}
