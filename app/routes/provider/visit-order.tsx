import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { cancelOrderWish, orderWish } from '~/domain/case/order-wish'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import type { Context } from '~/features/context'
import { readChart } from '~/features/chart/read-chart.server'
import { cancelOrder } from '~/features/order/cancel-order.server'
import { orderInjection } from '~/features/order/order-injection.server'
import { previewOrder } from '~/features/order/preview-order.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { ProviderFrame, waitingTitle } from '~/ui/provider/provider-frame'
import { sayPerson } from '~/ui/provider/say-person'
import { useClinic } from '~/ui/use-clinic'
import { CancelOrderForm } from './parts/cancel-order-form'
import { unlessOffline } from './parts/offline-reply'
import { OrderForm } from './parts/order-form'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: waitingTitle(page?.watch, 'Order an injection') },
]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const [chart, preview, watch] = await Promise.all([
    readChart(context, { visitId }),
    previewOrder(context, { visitId }),
    watchClinic(context),
  ])
  if (wasRefused(chart) || wasRefused(preview) || wasRefused(watch)) noPage()
  const { patient } = chart.visit
  return { me: context.person, watch, visitId, patient, preview, order: chart.order, earlier: chart.earlier }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const form = await args.request.formData()
  const given =
    form.get('act') === 'cancel' ? await cancel(context, visitId, form) : await order(context, visitId, form)
  if (given.reply) return data(given.reply, { status: given.status })
  return redirect(paths.visit(visitId))
}

async function order(context: Context, visitId: string, form: FormData) {
  const submission = parseWithZod(form, { schema: orderWish })
  if (submission.status !== 'success') return { reply: submission.reply(), status: 400 }
  const ordered = await orderInjection(context, { visitId, ...submission.value })
  if (!wasRefused(ordered)) return { reply: null }
  if (ordered.refused === 'no_visit') noPage()
  const { field, message } = ordered
  return {
    reply: submission.reply(field ? { fieldErrors: { [field]: [message] } } : { formErrors: [message] }),
    status: 409,
  }
}

async function cancel(context: Context, visitId: string, form: FormData) {
  const submission = parseWithZod(form, { schema: cancelOrderWish })
  if (submission.status !== 'success') return { reply: submission.reply(), status: 400 }
  const cancelled = await cancelOrder(context, { visitId, ...submission.value })
  if (!wasRefused(cancelled)) return { reply: null }
  if (cancelled.refused === 'no_order') noPage()
  return { reply: submission.reply({ formErrors: [cancelled.message] }), status: 409 }
}

export function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return unlessOffline(() => serverAction<typeof action>())
}

export default function VisitOrder() {
  const { me, watch, visitId, patient, preview, order, earlier } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()
  const { timeZone } = useClinic()
  const who = sayPerson(patient, watch.now, timeZone)
  const common = { visitId, who, closeTo: paths.visit(visitId), lastResult }
  return (
    <ProviderFrame
      watch={watch}
      me={me.name}
      slim
      title={order ? 'The order of this visit' : 'Order an injection'}
      meta={who}
    >
      {order ? (
        <CancelOrderForm {...common} side={order.side} />
      ) : (
        <OrderForm {...common} bornOn={patient.bornOn} preview={preview} earlier={earlier} />
      )}
    </ProviderFrame>
  )
}
