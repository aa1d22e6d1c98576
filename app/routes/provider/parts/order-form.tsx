import { getFormProps, getTextareaProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Activity, CircleDashed, Syringe, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { OpenItem } from '~/domain/case/open-checklist'
import { itemWords } from '~/domain/case/item-words'
import { mapSideWords, sideDiffers } from '~/domain/case/order-wish'
import { resolverWords } from '~/domain/chart/triage-words'
import { paths } from '~/domain/paths'
import { sides } from '~/domain/people/side'
import type { MapSide, Side } from '~/domain/people/side'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ChoiceCards } from '~/ui/choice-cards'
import { Dialog } from '~/ui/dialog'
import { Icon } from '~/ui/icon'
import { sayBorn } from '~/ui/provider/say-person'
import { SegmentField } from '~/ui/segment-field'
import { SideLine } from '~/ui/side-line'
import { TextArea } from '~/ui/text-area'
import { useSending } from './use-sending'

export type OrderPreview = {
  mapSide: MapSide
  payer: string | null
  memberId: string | null
  checklist: readonly OpenItem[]
}

type Props = {
  visitId: string
  /** "Marla Sampleton, 67" */
  who: string
  bornOn: string | null
  preview: OrderPreview
  /** Injections done so far, by kind. */
  earlier: { diagnostic: number; therapeutic: number }
  closeTo: string
  lastResult: SubmissionResult | undefined
}

type Fields = { side: Side; sideReason: string; intent: string; reason: string }

const isSide = (text: unknown): text is Side => sides.some((side) => side === text)

/** Orders one injection: who and which side, what is true, what opens with it, two named outcomes. */
export function OrderForm({ visitId, who, bornOn, preview, earlier, closeTo, lastResult }: Props) {
  const sending = useSending(paths.visitOrder(visitId))
  const [form, fields] = useForm<Fields>({
    id: 'order',
    lastResult: sending.result ?? lastResult,
    onSubmit: sending.onSubmit,
  })
  const before = fields.side.initialValue
  const [side, setSide] = useState<Side | null>(isSide(before) ? before : null)
  const differs = side !== null && sideDiffers(preview.mapSide, side)
  const map = mapSideWords(preview.mapSide)
  return (
    <Dialog
      title="Order an SI joint injection"
      closeTo={closeTo}
      width={680}
      footer={
        <>
          <Button form={form.id} large icon={Syringe} busy={sending.busy}>
            Order {side ? `${side === 'both' ? 'both-sided' : side} ` : ''}SI injection
          </Button>
          <p className="why">Goes to the schedulers. You can take it back until a time is booked.</p>
        </>
      }
    >
      <p className="who-l">
        <b className="strong tx-ink">{who}</b>
        {bornOn ? <span>{sayBorn(bornOn)}</span> : null}
        <span>{preview.payer ?? 'pays without a plan'}</span>
      </p>
      <Form method="post" action={paths.visitOrder(visitId)} className="fstack" {...getFormProps(form)}>
        {sending.failed || form.errors ? (
          <Banner tone="emergency" live="alert">
            {sending.failed ?? form.errors?.join(' ')}
          </Banner>
        ) : null}
        <div className="order-side">
          <SegmentField
            legend="Side"
            side
            name={fields.side.name}
            id={fields.side.id}
            errors={side === null ? fields.side.errors : null}
            defaultValue={fields.side.initialValue}
            onChange={(value) => setSide(isSide(value) ? value : null)}
            choices={sides.map((one) => ({ value: one, label: one.toUpperCase() }))}
          />
          {side === null ? (
            <Banner className="plain">
              The body map says <b>{map}</b>. You choose.
            </Banner>
          ) : (
            <SideLine same={!differs}>
              Map <b>{map}</b>, order <b>{differs ? side.toUpperCase() : side}</b>.{' '}
              {differs ? 'Say why below.' : 'A different side asks you why.'}
            </SideLine>
          )}
        </div>
        <div className={differs || fields.sideReason.errors ? undefined : 'when-scripts-hidden'}>
          <TextArea
            label="Why another side than on the body map"
            hint={`Only when the order differs from the map (${map}). Stands beside the side on every page.`}
            rows={2}
            {...getTextareaProps(fields.sideReason)}
            errors={fields.sideReason.errors}
            errorId={fields.sideReason.errorId}
          />
        </div>
        <ChoiceCards
          legend="Kind"
          name={fields.intent.name}
          id={fields.intent.id}
          errors={fields.intent.errors}
          className="c-2"
          defaultValue={fields.intent.initialValue}
          choices={[
            {
              value: 'diagnostic',
              label:
                earlier.diagnostic === 0
                  ? 'Diagnostic, first of at most 2'
                  : `Diagnostic, ${earlier.diagnostic} done so far`,
              note: 'Numbing first; a same-day diary decides',
            },
            {
              value: 'therapeutic',
              label: 'Therapeutic',
              note:
                earlier.diagnostic === 0
                  ? 'Plans ask for a diagnostic with 75% or more relief first. None is on file'
                  : `${earlier.diagnostic} diagnostic on file. Plans ask for 75% or more relief in it`,
            },
          ]}
        />
        <TextArea
          label="Reason, in your words"
          hint="The plan reads this. The software label is not copied here."
          rows={3}
          {...getTextareaProps(fields.reason)}
          errors={fields.reason.errors}
          errorId={fields.reason.errorId}
        />
      </Form>
      <div>
        <span className="lb">What opens with this order</span>
        <ul className="conseq">
          {preview.checklist.map((item) => (
            <li key={item.code}>
              <Icon of={item.code.startsWith('block:') ? TriangleAlert : CircleDashed} />
              <span>
                <b>{itemWords(item.code).title}</b>: {itemWords(item.code).ask}{' '}
                <span className="muted">For {resolverWords[item.resolver]}.</span>
              </span>
            </li>
          ))}
          <li>
            <Icon of={Activity} />
            <span>
              <b>Same-day diary</b> and a two-week follow-up, created with the procedure.
            </span>
          </li>
        </ul>
      </div>
    </Dialog>
  )
}
