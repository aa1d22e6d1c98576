import { getFormProps, getTextareaProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { paths } from '~/domain/paths'
import type { Side } from '~/domain/people/side'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Dialog } from '~/ui/dialog'
import { SideBlock } from '~/ui/side-block'
import { TextArea } from '~/ui/text-area'
import { useSending } from './use-sending'

type Props = { visitId: string; who: string; side: Side; closeTo: string; lastResult: SubmissionResult | undefined }

/** Takes an order back, with the reason; possible until a time is booked. */
export function CancelOrderForm({ visitId, who, side, closeTo, lastResult }: Props) {
  const sending = useSending(paths.visitOrder(visitId))
  const [form, fields] = useForm<{ reason: string }>({
    id: 'cancel-order',
    lastResult: sending.result ?? lastResult,
    onSubmit: sending.onSubmit,
  })
  return (
    <Dialog
      title="Cancel this order?"
      closeTo={closeTo}
      footer={
        <>
          <Button form={form.id} name="act" value="cancel" variant="danger" large busy={sending.busy}>
            Cancel the order
          </Button>
          <ButtonLink to={closeTo} variant="secondary" large preventScrollReset>
            Keep the order
          </ButtonLink>
          <p className="why">The case closes with your reason. The schedulers see it.</p>
        </>
      }
    >
      <p className="who-l">
        <b className="strong tx-ink">{who}</b>
        <SideBlock side={side} />
      </p>
      <Form method="post" action={paths.visitOrder(visitId)} {...getFormProps(form)}>
        {sending.failed || form.errors ? (
          <Banner tone="emergency" live="alert" className="mb-8">
            {sending.failed ?? form.errors?.join(' ')}
          </Banner>
        ) : null}
        <TextArea
          label="Why it is cancelled"
          rows={3}
          {...getTextareaProps(fields.reason)}
          errors={fields.reason.errors}
          errorId={fields.reason.errorId}
        />
      </Form>
    </Dialog>
  )
}
