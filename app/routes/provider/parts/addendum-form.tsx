import { getFormProps, getTextareaProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { TextArea } from '~/ui/text-area'

type Props = { visitId: string; number: number; lastResult: SubmissionResult | undefined }

/** Adds below a signed note. The note itself stays as it was signed. */
export function AddendumForm({ visitId, number, lastResult }: Props) {
  const [form, fields] = useForm<{ body: string }>({
    id: `addendum-${number}`,
    lastResult,
  })
  return (
    <section className="addm draft" aria-labelledby={`${form.id}-h`}>
      <Form method="post" action={paths.visitNote(visitId)} {...getFormProps(form)}>
        <header>
          <h2 className="pane-h" id={`${form.id}-h`}>
            Addendum {number}
          </h2>
        </header>
        {form.errors ? (
          <Banner tone="emergency" live="alert" className="mb-8">
            {form.errors.join(' ')}
          </Banner>
        ) : null}
        <TextArea
          label="What is added or corrected, and why"
          rows={2}
          {...getTextareaProps(fields.body)}
          errors={fields.body.errors}
          errorId={fields.body.errorId}
        />
        <div className="row mt-10">
          <Button name="intent" value="addendum">
            Sign addendum
          </Button>
          <span className="sub">Stands below the note, in every copy and print.</span>
        </div>
      </Form>
    </section>
  )
}
