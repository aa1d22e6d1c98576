import { getFormProps, getInputProps, getTextareaProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { SignOffWish } from '~/domain/triage/sign-off-wish'
import { sayDate } from '~/domain/time/say-date'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Dialog } from '~/ui/dialog'
import { TextArea } from '~/ui/text-area'
import { TextField } from '~/ui/text-field'
import { useClinic } from '~/ui/use-clinic'
import { rulesPath } from './rules-path'
import type { RulesWish } from './rules-path'

type Typed = Pick<SignOffWish, 'name' | 'title' | 'note'>

type Props = {
  wish: RulesWish
  hash: string
  rules: number
  now: Date
  lastResult?: SubmissionResult
  /** Why it was not kept. */
  refused?: string
}

/** Records that a named clinician has read and signed exactly the rules of this page. */
export function RulesSignDialog({ wish, hash, rules, now, lastResult, refused }: Props) {
  const { timeZone } = useClinic()
  const back = rulesPath({ ...wish, sign: undefined })
  const [form, fields] = useForm<Typed>({ id: 'record-sign-off', lastResult })
  return (
    <Dialog
      title={`Record the sign-off of ${wish.version}`}
      closeTo={back}
      width={640}
      footer={
        <>
          <p className="why">Stays for good, with your name as who recorded it.</p>
          <ButtonLink variant="secondary" to={back} preventScrollReset>
            Not yet
          </ButtonLink>
          <Button form={form.id} name="intent" value="sign">
            Record the sign-off
          </Button>
        </>
      }
    >
      <Form method="post" {...getFormProps(form)} className="stack s-14" preventScrollReset>
        <input type="hidden" name="version" value={wish.version} />
        <input type="hidden" name="hash" value={hash} />
        {refused ? (
          <Banner tone="emergency" live="alert">
            {refused}
          </Banner>
        ) : null}
        <p>
          A clinician has read all {rules} rules of {wish.version} and agrees. Their words carry the content{' '}
          <code title={hash}>{hash.slice(0, 12)}</code>; any change asks for a new sign-off. Dated today,{' '}
          {sayDate(now, timeZone)}.
        </p>
        <TextField
          label="Clinician who signed"
          {...getInputProps(fields.name, { type: 'text' })}
          errors={fields.name.errors}
          errorId={fields.name.errorId}
        />
        <TextField
          label="Title"
          hint="Such as MD, medical director"
          {...getInputProps(fields.title, { type: 'text' })}
          errors={fields.title.errors}
          errorId={fields.title.errorId}
        />
        <TextArea
          label="Note"
          optional
          hint="Where the signed paper is, or what the clinician asked to change next"
          {...getTextareaProps(fields.note)}
          errors={fields.note.errors}
          errorId={fields.note.errorId}
        />
      </Form>
    </Dialog>
  )
}
