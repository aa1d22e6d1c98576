import { getFormProps, getTextareaProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Phone } from 'lucide-react'
import { callOutcomes, callOutcomeWords } from '~/domain/chart/call-outcomes'
import { paths } from '~/domain/paths'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { ChoiceCards } from '~/ui/choice-cards'
import { TextArea } from '~/ui/text-area'
import type { UrgentLine } from './urgent-line'

type Props = { line: UrgentLine; mine: boolean; lastResult: SubmissionResult | undefined }

/** Who took the call dials and says how it ended: one from the list, one in words. Only a person lowers urgency. */
export function CallForm({ line, mine, lastResult }: Props) {
  const [form, fields] = useForm<{ outcome: string; words: string }>({
    id: 'call',
    lastResult,
  })
  if (line.closedAt || !mine) return null
  return (
    <footer className="sdf">
      <Form method="post" action={paths.urgentItem(line.id)} {...getFormProps(form)}>
        {form.errors ? (
          <Banner tone="emergency" live="alert" className="mb-10">
            {form.errors.join(' ')}
          </Banner>
        ) : null}
        {line.patient.phone ? (
          <ButtonLink to={`tel:${line.patient.phone.replace(/[^\d+]/g, '')}`} large icon={Phone} className="mb-10">
            Call {line.patient.phone}
          </ButtonLink>
        ) : (
          <p className="mb-10">No number on file: use the emergency contact.</p>
        )}
        <ChoiceCards
          legend="How it ended"
          name={fields.outcome.name}
          id={fields.outcome.id}
          errors={fields.outcome.errors}
          className="c-2"
          defaultValue={fields.outcome.initialValue}
          choices={callOutcomes.map((value) => ({ value, ...callOutcomeWords[value] }))}
        />
        <TextArea
          label="In words"
          hint="What you asked again, what they said, what was agreed. The reason stands with your name."
          className="mt-10"
          rows={3}
          {...getTextareaProps(fields.words)}
          errors={fields.words.errors}
          errorId={fields.words.errorId}
        />
        <div className="row mt-10">
          <Button name="intent" value="close" variant="secondary" large>
            Close the call
          </Button>
          <span className="sub">Their booking pages open again. The answer and the result stay as they are.</span>
        </div>
      </Form>
    </footer>
  )
}
