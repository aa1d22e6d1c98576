import { getFormProps, getSelectProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { FollowUpReading } from '~/domain/outcome/follow-up-reading'
import { questionOf } from '~/domain/intake/instrument'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/select-field'
import { useClinic } from '~/ui/use-clinic'
import { useSending } from './use-sending'

type Props = { visitId: string; reading: FollowUpReading; lastResult: SubmissionResult | undefined }
type Fields = { average: string; now: string; pegEnjoyment: string; pegActivity: string }

const numbers = Array.from({ length: 11 }, (_, value) => ({ value: String(value), label: String(value) }))

/** What the clinician asks again today, each number with its own scale and anchor. PEG keeps its published wording. */
export function MeasuresForm({ visitId, reading, lastResult }: Props) {
  const { timeZone } = useClinic()
  const sending = useSending(paths.visitOutcome(visitId))
  const [form, fields] = useForm<Fields>({
    id: 'measures',
    lastResult: sending.result ?? lastResult,
    onSubmit: sending.onSubmit,
  })
  const taken = reading.pain?.after
  const onAverage = reading.pain?.anchor !== 'now'
  return (
    <section className="panel clip" aria-labelledby="ask-h">
      <div className="grp">
        <h2 id="ask-h">Ask again today</h2>
        <span>{taken ? `asked ${sayTime(taken.takenAt, timeZone)}` : 'not asked yet'}</span>
      </div>
      <Form method="post" action={paths.visitOutcome(visitId)} className="pad14 fstack" {...getFormProps(form)}>
        {sending.failed || form.errors ? (
          <Banner tone="emergency" live="alert">
            {sending.failed ?? form.errors?.join(' ')}
          </Banner>
        ) : null}
        {onAverage ? (
          <SelectField
            label={questionOf('painAverage').label}
            hint={reading.pain ? `Before: ${reading.pain.before.value}` : undefined}
            options={numbers}
            empty="Not asked"
            {...getSelectProps(fields.average)}
            errors={fields.average.errors}
            errorId={fields.average.errorId}
          />
        ) : (
          <SelectField
            label={questionOf('painNow').label}
            hint={`Before: ${reading.pain?.before.value}. The 7-day average was not asked before, so pain now is compared.`}
            options={numbers}
            empty="Not asked"
            {...getSelectProps(fields.now)}
            errors={fields.now.errors}
            errorId={fields.now.errorId}
          />
        )}
        {onAverage ? (
          <>
            <SelectField
              label={questionOf('pegEnjoyment').label}
              options={numbers}
              empty="Not asked"
              {...getSelectProps(fields.pegEnjoyment)}
              errors={fields.pegEnjoyment.errors}
              errorId={fields.pegEnjoyment.errorId}
            />
            <SelectField
              label={questionOf('pegActivity').label}
              options={numbers}
              empty="Not asked"
              {...getSelectProps(fields.pegActivity)}
              errors={fields.pegActivity.errors}
              errorId={fields.pegActivity.errorId}
            />
          </>
        ) : null}
        <div className="row">
          <Button name="act" value="measures" variant="secondary" busy={sending.busy}>
            {taken ? 'Write the new numbers' : 'Write the numbers'}
          </Button>
          <span className="sub">A number once written stays.</span>
        </div>
      </Form>
    </section>
  )
}
