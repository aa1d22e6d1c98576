import { Form, useLocation } from '@remix-run/react'
import { ChevronDown, CircleCheck, CircleDashed, CircleX, UserRound } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { payerWords } from '~/domain/chart/triage-words'
import type { PayerStatus } from '~/domain/triage/triage-result'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { CiteList } from './cite-list'
import { SaidList } from './said-list'
import type { PayerView } from './triage-view'

const looks: Record<PayerStatus, { icon: LucideIcon; tone: string }> = {
  met: { icon: CircleCheck, tone: 'w tx-good' },
  not_met: { icon: CircleX, tone: 'w tx-bad' },
  unknown: { icon: CircleDashed, tone: 'w tx-warn' },
  needs_in_person: { icon: UserRound, tone: 'w tx-accent' },
}

/** What a plan asks for, each item with what shows it and the answers behind it; any plan on file can be read instead. */
export function PayerPart({ payer }: { payer: PayerView }) {
  const met = payer.items.filter((item) => item.status === 'met').length
  return (
    <section className="tri" aria-label="What the plan asks for">
      <h2 className="pane-h">
        What the plan asks for: {met} of {payer.items.length} met
      </h2>
      <ChoosePolicy payer={payer} />
      {payer.items.map((item) => (
        <details className="why-d" key={item.id}>
          <summary className="reason">
            <span className={looks[item.status].tone}>
              <Icon of={looks[item.status].icon} />
            </span>
            <span>
              {item.requirement ? <b className="strong">{item.requirement}: </b> : null}
              {item.shows} <span className="muted">· {payerWords[item.status]}</span>
            </span>
            <cite>{item.id}</cite>
          </summary>
          <div className="why-b">
            <SaidList said={item.said} none="No answer shows it yet." />
            {item.unverified ? <p className="tx-warn">Not found in the text: {item.unverified}</p> : null}
            <CiteList evidence={item.evidence} />
          </div>
        </details>
      ))}
    </section>
  )
}

function ChoosePolicy({ payer }: { payer: PayerView }) {
  const { pathname } = useLocation()
  return (
    <Form method="get" action={pathname} className="row wrap gap-6 mb-6" preventScrollReset aria-label="Choose a plan">
      <span className="sel-wrap">
        <select
          key={payer.policyId}
          className="in"
          name="policy"
          aria-label="Payer policy"
          defaultValue={payer.policyId}
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
        >
          {payer.policies.map((policy) => (
            <option key={policy.id} value={policy.id}>
              {policy.title}
            </option>
          ))}
        </select>
        <Icon of={ChevronDown} />
      </span>
      <Button variant="quiet">Show</Button>
      <span className="sub">version {payer.version}</span>
    </Form>
  )
}
