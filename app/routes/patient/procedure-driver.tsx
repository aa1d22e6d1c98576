import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { DriverWish } from '~/domain/care/driver-wish'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/text-field'

/** Who drives home: an adult, by name and phone. Once named it can be changed until the day. */
export function ProcedureDriver(props: {
  driver: string | null
  open: boolean
  last: SubmissionResult<string[]> | null
}) {
  const [name, phone] = (props.driver ?? '').split(/, (?=[^,]*$)/)
  const [form, fields] = useForm({
    id: 'driver',
    lastResult: props.last,
    defaultValue: { name, phone },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: DriverWish }),
    shouldValidate: 'onSubmit',
    shouldRevalidate: 'onInput',
  })
  const fieldsAndButton = (
    <Form method="post" {...getFormProps(form)} className="card mt-12">
      <input type="hidden" name="intent" value="driver" />
      <TextField
        label="Name"
        autoComplete="off"
        {...getInputProps(fields.name, { type: 'text' })}
        key={fields.name.key}
        errors={fields.name.errors}
        errorId={fields.name.errorId}
      />
      <TextField
        label="Phone"
        hint="We call only if we cannot reach you that day."
        inputMode="tel"
        autoComplete="off"
        {...getInputProps(fields.phone, { type: 'tel' })}
        key={fields.phone.key}
        errors={fields.phone.errors}
        errorId={fields.phone.errorId}
      />
      <Button className="mt-16" variant={props.open ? 'primary' : 'secondary'} block>
        {props.open ? 'Save my driver' : 'Save another driver'}
      </Button>
    </Form>
  )
  return (
    <section className="no-print" id="driver-part" aria-labelledby="driver-title">
      <h2 className="h-sec" id="driver-title">
        Who drives you home?
      </h2>
      {props.open ? (
        <>
          <p className="small muted mt-4">An adult who can take you home after the injection.</p>
          {fieldsAndButton}
        </>
      ) : (
        <>
          <p className="mt-4">{props.driver ?? 'We have the name of your driver.'}</p>
          <details className="small" open={props.last?.status === 'error'}>
            <summary className="tap">Change my driver</summary>
            {fieldsAndButton}
          </details>
        </>
      )}
    </section>
  )
}
