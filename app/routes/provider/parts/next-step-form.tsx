import { getFormProps, getTextareaProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { nextStepTitles } from '~/domain/outcome/options'
import type { NextStepOption } from '~/domain/outcome/options'
import { nextSteps } from '~/domain/outcome/outcome-lists'
import { paths } from '~/domain/paths'
import { sayWhen } from '~/domain/time/say-when'
import type { FollowUp } from '~/features/outcome/read-follow-up.server'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { ChoiceCards } from '~/ui/choice-cards'
import { TextArea } from '~/ui/text-area'
import { useClinic } from '~/ui/use-clinic'
import { useSending } from './use-sending'

type Props = { visitId: string; followUp: FollowUp; orderTo: string; lastResult: SubmissionResult | undefined }

/** Options with their coverage said apart; the clinician decides, with a reason, and nothing is ordered by it. */
export function NextStepForm({ visitId, followUp, orderTo, lastResult }: Props) {
  const sending = useSending(paths.visitOutcome(visitId))
  const [form, fields] = useForm<{ nextStep: string; reason: string }>({
    id: 'next-step',
    lastResult: sending.result ?? lastResult,
    onSubmit: sending.onSubmit,
  })
  const { outcome, reading, mayDecide } = followUp
  if (outcome) return <Decided outcome={outcome} orderTo={mayDecide ? orderTo : null} />
  const options = reading?.options ?? []
  const named = new Set(options.map((option) => option.nextStep))
  const others = nextSteps.filter((step) => !named.has(step))
  const measured = reading?.pain?.after !== undefined
  return (
    <section className="panel clip" aria-labelledby="options-h">
      <div className="grp">
        <h2 id="options-h">Options to consider</h2>
        <span>You decide; nothing is ordered</span>
      </div>
      {measured && mayDecide ? (
        <Form method="post" action={paths.visitOutcome(visitId)} className="pad14 fstack" {...getFormProps(form)}>
          {sending.failed || form.errors ? (
            <Banner tone="emergency" live="alert">
              {sending.failed ?? form.errors?.join(' ')}
            </Banner>
          ) : null}
          <ChoiceCards
            legend="Next step"
            legendHidden
            name={fields.nextStep.name}
            id={fields.nextStep.id}
            errors={fields.nextStep.errors}
            defaultValue={fields.nextStep.initialValue}
            choices={[
              ...options.map((option) => ({
                value: option.nextStep,
                label: nextStepTitles[option.nextStep],
                note: <Note option={option} />,
              })),
              ...others.map((step) => ({
                value: step,
                label: nextStepTitles[step],
                note: 'Not named by the rules here',
              })),
            ]}
          />
          <TextArea
            label="Why, in your words"
            rows={2}
            {...getTextareaProps(fields.reason)}
            errors={fields.reason.errors}
            errorId={fields.reason.errorId}
          />
          <Button name="act" value="decide" large block busy={sending.busy}>
            Record the next step
          </Button>
        </Form>
      ) : (
        <p className="pad14 muted">
          {mayDecide
            ? 'Two numbers of one kind are needed: one from before the injection, one asked today. Options show then.'
            : 'The clinician of this follow-up decides the next step.'}
        </p>
      )}
    </section>
  )
}

function Note({ option }: { option: NextStepOption }) {
  return (
    <>
      {option.note}
      {option.coverage ? (
        <>
          <br />
          Coverage: {option.coverage.words} ({option.coverage.cite})
        </>
      ) : null}
    </>
  )
}

function Decided({ outcome, orderTo }: { outcome: NonNullable<FollowUp['outcome']>; orderTo: string | null }) {
  const { timeZone } = useClinic()
  return (
    <section className="panel clip" aria-labelledby="decided-h">
      <div className="grp">
        <h2 id="decided-h">Next step</h2>
        <span>{sayWhen(outcome.decidedAt, timeZone)}</span>
      </div>
      <div className="res">
        <p className="v">{nextStepTitles[outcome.nextStep]}</p>
        <p className="muted">
          “{outcome.reason}” <span className="nowrap">{outcome.decidedByName}</span>
        </p>
        {outcome.nextStep === 'second_diagnostic' && orderTo ? (
          <ButtonLink to={orderTo} className="mt-10" preventScrollReset>
            Order the second injection
          </ButtonLink>
        ) : null}
      </div>
    </section>
  )
}
