import { Form } from '@remix-run/react'
import { FileText, OctagonAlert } from 'lucide-react'
import { sayDay } from '~/domain/time/say-day'
import { sayWhen } from '~/domain/time/say-when'
import { BarFill } from '~/ui/bar-fill'
import { Button } from '~/ui/button'
import { clockWords } from '~/ui/clock-words'
import { Icon } from '~/ui/icon'
import { TextField } from '~/ui/text-field'

type Asked = {
  payer: string
  sentAt: Date
  decisionDueAt: Date
  decision: 'approved' | 'denied' | null
  decidedAt: Date | null
  reference: string | null
  denialReason: string | null
  validFrom: string | null
  validUntil: string | null
}

type Props = {
  asked: Asked | null
  payer: string | null
  memberId: string | null
  needed: boolean
  now: Date
  zone: string
  errors: Record<string, string[] | undefined>
  typed: Record<string, string>
  open: 'request' | 'answer' | null
  canWrite: boolean
}

function RequestForm({
  payer,
  errors,
  typed,
  again,
}: {
  payer: string | null
  errors: Props['errors']
  typed: Props['typed']
  again: boolean
}) {
  return (
    <Form method="post" className="fstack pad14">
      <input type="hidden" name="intent" value="request" />
      <TextField
        id="payer"
        name="payer"
        label="Plan"
        defaultValue={typed['payer'] ?? payer ?? ''}
        errors={errors['payer']}
        autoComplete="off"
      />
      <TextField
        id="answerWithinDays"
        name="answerWithinDays"
        label="The plan must answer within"
        unit="days"
        inputMode="numeric"
        defaultValue={typed['answerWithinDays'] ?? '7'}
        errors={errors['answerWithinDays']}
      />
      <div>
        <Button>{again ? 'Record that it was sent again' : 'Record that it was sent'}</Button>
      </div>
    </Form>
  )
}

function AnswerForm({ errors, typed }: { errors: Props['errors']; typed: Props['typed'] }) {
  return (
    <div className="fstack pad14">
      <Form method="post" className="fstack" aria-label="The plan says yes">
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="decision" value="approved" />
        <TextField
          id="reference"
          name="reference"
          label="Plan’s reference"
          defaultValue={typed['reference'] ?? ''}
          errors={errors['reference']}
          autoComplete="off"
        />
        <div className="row gap-12 wrap a-start">
          <TextField
            id="validFrom"
            name="validFrom"
            type="date"
            label="Valid from"
            defaultValue={typed['validFrom'] ?? ''}
            errors={errors['validFrom']}
          />
          <TextField
            id="validUntil"
            name="validUntil"
            type="date"
            label="Last day"
            defaultValue={typed['validUntil'] ?? ''}
            errors={errors['validUntil']}
          />
        </div>
        <div>
          <Button>Record yes</Button>
        </div>
      </Form>
      <Form method="post" className="fstack rule-t pt-12" aria-label="The plan says no">
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="decision" value="denied" />
        <TextField
          id="denialReason"
          name="denialReason"
          label="Reason the plan gave"
          defaultValue={typed['denialReason'] ?? ''}
          errors={errors['denialReason']}
          autoComplete="off"
        />
        <div>
          <Button variant="secondary">Record no</Button>
        </div>
      </Form>
    </div>
  )
}

/** The plan's part of a case: the request, its clock, the answer. */
export function AuthorisationPanel({
  asked,
  payer,
  memberId,
  needed,
  now,
  zone,
  errors,
  typed,
  open,
  canWrite,
}: Props) {
  const total = asked ? asked.decisionDueAt.getTime() - asked.sentAt.getTime() : 1
  const left = asked ? asked.decisionDueAt.getTime() - now.getTime() : 0
  const head = asked
    ? `${asked.payer} · sent ${sayWhen(asked.sentAt, zone)}`
    : needed
      ? `${payer ?? 'No plan on file'}${memberId ? ` · member ${memberId}` : ''}`
      : 'Nobody is asked: paid by the patient'
  return (
    <>
      <div className="grp">
        <h2>Authorisation</h2>
        <span>{head}</span>
      </div>
      {needed && !asked ? (
        <div className="cl">
          <span className="ic o">
            <Icon of={FileText} />
          </span>
          <span>
            <b>Request not sent yet</b>
            <span className="sub">Send it to the plan, then record it here. The clock starts then.</span>
          </span>
        </div>
      ) : null}
      {asked && !asked.decision ? (
        <div className="dial">
          <div>
            <b className={left < 0 ? 'tx-bad' : 'tx-warn'}>{clockWords(left, total).words}</b>
            <p className="muted">The plan must answer by {sayWhen(asked.decisionDueAt, zone)}</p>
          </div>
          <div
            className="barr"
            role="img"
            aria-label={`${Math.round(Math.min(1, 1 - left / total) * 100)} percent of the time used`}
          >
            <BarFill share={1 - left / total} />
          </div>
        </div>
      ) : null}
      {asked?.decision === 'denied' ? (
        <div className="cl blk">
          <span className="ic b">
            <Icon of={OctagonAlert} />
          </span>
          <span>
            <b>Denied{asked.decidedAt ? ` ${sayWhen(asked.decidedAt, zone)}` : ''}</b>
            <span className="sub">{asked.denialReason}</span>
          </span>
        </div>
      ) : null}
      {asked?.decision === 'approved' ? (
        <p className="pad14 muted">
          Approved, {asked.reference}
          {asked.validFrom && asked.validUntil
            ? ` · valid ${sayDay(asked.validFrom)} to ${sayDay(asked.validUntil)}`
            : ''}
        </p>
      ) : null}
      {canWrite && needed && (!asked || asked.decision === 'denied') ? (
        <details className="settle wide" open={open === 'request'}>
          <summary className="btn secondary">{asked ? 'Send again' : 'Record the request'}</summary>
          <RequestForm payer={asked?.payer ?? payer} errors={errors} typed={typed} again={asked !== null} />
        </details>
      ) : null}
      {canWrite && asked && !asked.decision ? (
        <details className="settle wide" open={open === 'answer'}>
          <summary className="btn primary">Record the answer</summary>
          <AnswerForm errors={errors} typed={typed} />
        </details>
      ) : null}
    </>
  )
}
