import { CircleCheck, CircleDashed } from 'lucide-react'
import type { ReactNode } from 'react'
import { siWords, tierWords } from '~/domain/chart/triage-words'
import { sayWhen } from '~/domain/time/say-when'
import { alone } from '~/domain/visit/arrival'
import { placeName } from '~/domain/visit/places'
import type { Chart } from '~/features/chart/read-chart.server'
import { Icon } from '~/ui/icon'
import { useClinic } from '~/ui/use-clinic'
import type { chartView } from './chart-view.server'

type Props = { page: Pick<Chart, 'visit' | 'order'> & { view: ReturnType<typeof chartView> } }

/** What this note stands beside: order, triage, payer check, place and consent. */
export function BoundFacts({ page }: Props) {
  const { timeZone } = useClinic()
  const { order, visit, view } = page
  const { arrival } = visit
  const triage = view.intake?.triage?.result
  const shown = triage?.payer.items.filter((item) => item.status === 'met').length ?? 0
  return (
    <section className="panel pn" aria-labelledby="bound-h">
      <div className="grp">
        <h2 id="bound-h">Bound to this note</h2>
      </div>
      <Fact good={order !== null} title={order ? `Order: ${order.side} SI injection` : 'No order'}>
        {order ? `${order.intent} · ${sayWhen(order.orderedAt, timeZone)}` : 'Nothing was ordered in this visit'}
      </Fact>
      {triage ? (
        <Fact
          good
          title={`Triage ${triage.rulesetVersion}: ${tierWords[view.intake?.urgency ?? triage.urgency.tier].toLowerCase()}, SI pattern ${siWords[view.intake?.siPattern ?? triage.si.tier]}`}
        >
          The label is not copied into the note
        </Fact>
      ) : null}
      {triage && triage.payer.items.length > 0 ? (
        <Fact good={shown === triage.payer.items.length} title="Payer check">
          {shown} of {triage.payer.items.length} shown
        </Fact>
      ) : null}
      <Fact good={arrival !== null} title="Where and who">
        {arrival
          ? `${arrival.address}, ${placeName(arrival.state)} · ${arrival.whoIsThere === alone ? 'alone' : arrival.whoIsThere}`
          : 'The patient has not said where they are'}
      </Fact>
      {arrival ? (
        <Fact good title={`Consent to telehealth, version ${arrival.consentVersion}`}>
          {sayWhen(arrival.consentedAt, timeZone)}
        </Fact>
      ) : null}
    </section>
  )
}

function Fact({ good, title, children }: { good: boolean; title: string; children: ReactNode }) {
  return (
    <div className="cl">
      <span className={good ? 'ic g' : 'ic w'}>
        <Icon of={good ? CircleCheck : CircleDashed} />
      </span>
      <span>
        <b>{title}</b>
        <span className="sub">{children}</span>
      </span>
    </div>
  )
}
