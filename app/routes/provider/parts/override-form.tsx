import { getFormProps, getSelectProps, getTextareaProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { ArrowRight, History } from 'lucide-react'
import { useState } from 'react'
import { codeWords, reviewReasonWords, siWords, tierWords } from '~/domain/chart/triage-words'
import { paths } from '~/domain/paths'
import { directionOf, needsCall } from '~/domain/triage/judge-override'
import { nextStepFor } from '~/domain/triage/next-step-for'
import { reviewReasons } from '~/domain/triage/review-lists'
import { siTiers, tiers } from '~/domain/triage/triage-result'
import type { Tier } from '~/domain/triage/triage-result'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Dialog } from '~/ui/dialog'
import { Icon } from '~/ui/icon'
import { SegmentField } from '~/ui/segment-field'
import { SelectField } from '~/ui/select-field'
import { SideBlock } from '~/ui/side-block'
import { TextArea } from '~/ui/text-area'
import { AskedAgain } from './asked-again'
import type { TriageView } from './triage-view'
import { UrgencyChip } from './urgency-chip'
import { useSending } from './use-sending'

type Props = {
  view: TriageView
  /** "Ines Fauxberg, 63" */
  who: string
  visitId: string | null
  closeTo: string
  lastResult: SubmissionResult | undefined
}

type Fields = {
  seen: string
  urgency: string
  siPattern: string
  code: string
  reasonCode: string
  reason: string
  asked: { ruleId: string; now: string }[]
}

const isTier = (text: unknown): text is Tier => tiers.some((tier) => tier === text)

/** Decides otherwise than what stands: the rules say, you say, what was asked again, and why. Both stay on record. */
export function OverrideForm({ view, who, visitId, closeTo, lastResult }: Props) {
  const action = paths.intakeOverride(view.intakeId)
  const sending = useSending(action)
  const stands = view.urgency ?? 'routine'
  const [form, fields] = useForm<Fields>({
    id: 'override',
    lastResult: sending.result ?? lastResult,
    onSubmit: sending.onSubmit,
    defaultValue: {
      seen: view.seen ?? '',
      urgency: stands,
      siPattern: view.siPattern ?? 'unlikely',
      asked: view.items.map((item) => ({ ruleId: item.ruleId, now: item.known ?? 'not_asked' })),
    },
  })
  const before = fields.urgency.initialValue
  const [chosen, setChosen] = useState<Tier>(isTier(before) ? before : stands)
  const direction = directionOf(stands, chosen)
  const { name } = view.patient
  const to = tierWords[chosen].toLowerCase()
  const from = tierWords[stands].toLowerCase()
  const verb = { raise: `Raise to ${to}`, lower: `Lower to ${to}`, keep: 'Change the SI pattern' }[direction]
  const calls = direction === 'raise' && needsCall(chosen)
  const nextStep = nextStepFor({ urgency: { tier: chosen, codes: [], reasons: [] } })
  return (
    <Dialog
      title={
        direction === 'keep'
          ? `Decide otherwise than the rules for ${name}?`
          : `${direction === 'raise' ? 'Raise' : 'Lower'} ${name} from ${from} to ${to}?`
      }
      closeTo={closeTo}
      width={720}
      footer={
        <>
          <Button form={form.id} large busy={sending.busy}>
            {verb}
          </Button>
          <ButtonLink to={closeTo} variant="secondary" large preventScrollReset>
            Keep {from}
          </ButtonLink>
          <p className="why">Software never lowers an urgency. Only you do.</p>
        </>
      }
    >
      <p className="who-l">
        <b className="strong tx-ink">{who}</b>
        {view.side === 'left' || view.side === 'right' || view.side === 'both' ? <SideBlock side={view.side} /> : null}
      </p>
      <Form method="post" action={action} className="fstack" {...getFormProps(form)}>
        <input type="hidden" name={fields.seen.name} value={view.seen ?? ''} />
        {visitId ? <input type="hidden" name="visitId" value={visitId} /> : null}
        {sending.failed || form.errors ? (
          <Banner tone="emergency" live="alert">
            {sending.failed ?? form.errors?.join(' ')}
          </Banner>
        ) : null}
        <div className="fromto">
          <RulesSay view={view} />
          <Icon of={ArrowRight} />
          <SegmentField
            legend="You say"
            name={fields.urgency.name}
            id={fields.urgency.id}
            errors={fields.urgency.errors}
            hint={
              direction === 'lower'
                ? 'Lower: needs a reason and what you checked'
                : calls
                  ? 'Raise: someone is called; say what you fear'
                  : 'A reason in words stands beside it'
            }
            defaultValue={stands}
            onChange={(value) => (isTier(value) ? setChosen(value) : undefined)}
            choices={tiers.toReversed().map((tier) => ({ value: tier, label: tierWords[tier] }))}
          />
        </div>
        <div className={direction === 'lower' || fields.asked.errors ? undefined : 'when-scripts-hidden'}>
          <AskedAgain
            items={view.items}
            fields={fields.asked.getFieldList().map((field) => field.getFieldset())}
            errors={fields.asked.errors}
          />
        </div>
        <div className={calls || fields.code.errors ? undefined : 'when-scripts-hidden'}>
          <SelectField
            label="What you fear"
            hint="The patient’s page and the call list show the fixed text for it."
            empty="Choose one"
            options={view.flags.map((code) => ({ value: code, label: codeWords(code) }))}
            {...getSelectProps(fields.code)}
            errors={fields.code.errors}
            errorId={fields.code.errorId}
          />
        </div>
        <SegmentField
          legend="SI pattern"
          name={fields.siPattern.name}
          id={fields.siPattern.id}
          errors={fields.siPattern.errors}
          defaultValue={view.siPattern}
          choices={siTiers.toReversed().map((tier) => ({ value: tier, label: siWords[tier] }))}
        />
        <div className="fgrid reason-2">
          <SelectField
            label="Reason"
            empty="Choose one"
            options={reviewReasons.map((value) => ({ value, label: reviewReasonWords[value] }))}
            {...getSelectProps(fields.reasonCode)}
            errors={fields.reasonCode.errors}
            errorId={fields.reasonCode.errorId}
          />
          <TextArea
            label="In words"
            rows={3}
            {...getTextareaProps(fields.reason)}
            errors={fields.reason.errors}
            errorId={fields.reason.errorId}
          />
        </div>
      </Form>
      <Banner className="plain" icon={History}>
        <p>
          <b>The rule result stays as it is.</b> Your decision is added beside it with name, time and reason.
          {direction === 'keep' ? null : ` Their next step becomes: “${nextStep.title}”.`}
          {view.calls.length > 0 ? ' The open call stays open until somebody closes it in words.' : null}
          {direction === 'lower' ? ' A colleague reviews lowered urgencies on the worklist.' : null}
        </p>
      </Banner>
    </Dialog>
  )
}

function RulesSay({ view }: { view: TriageView }) {
  const { reading } = view
  const [first] = reading?.urgency.reasons ?? []
  return (
    <div>
      <span className="sub">The rules say</span>
      <p>{reading ? <UrgencyChip tier={reading.urgency.tier} /> : null}</p>
      <span className="sub">
        {first ? `${first.ruleId} · ${first.text}` : 'Nothing fired'}
        {reading ? ` · rules ${reading.rulesetVersion}` : ''}
      </span>
    </div>
  )
}
