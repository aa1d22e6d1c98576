import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { readChart } from '~/features/chart/read-chart.server'
import { previewOrder } from '~/features/order/preview-order.server'
import { readFollowUp } from '~/features/outcome/read-follow-up.server'
import { readTriage } from '~/features/triage/read-triage.server'
import { readStage } from '~/features/visit/read-stage.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { ProviderFrame, waitingTitle } from '~/ui/provider/provider-frame'
import { sayPerson } from '~/ui/provider/say-person'
import { useClinic } from '~/ui/use-clinic'
import { CancelOrderForm } from './parts/cancel-order-form'
import { chartView } from './parts/chart-view.server'
import { FollowUpPage } from './parts/follow-up-page'
import { OrderForm } from './parts/order-form'
import { OverrideForm } from './parts/override-form'
import { triageView } from './parts/triage-view.server'
import { VisitBar } from './parts/visit-bar'
import { VisitPanes } from './parts/visit-panes'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: waitingTitle(data?.watch, data ? `Visit: ${data.stage.patient.name}` : 'Visit') },
]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const [chart, read, stage, watch] = await Promise.all([
    readChart(context, { visitId }),
    readTriage(context, { visitId }),
    readStage(context, { visitId }),
    watchClinic(context),
  ])
  if (wasRefused(chart) || wasRefused(stage) || wasRefused(watch)) noPage()
  const followUp = chart.visit.procedureId ? await readFollowUp(context, { visitId }) : null
  if (followUp !== null && wasRefused(followUp)) noPage()
  const { searchParams } = new URL(args.request.url)
  const panel = searchParams.get('panel')
  const about = { me: context.actor.id, now: context.now, zone: context.clinic.timeZone }
  const triage = wasRefused(read) ? null : triageView(read, { ...about, policy: searchParams.get('policy') })
  const overrides = panel === 'override' && triage?.sentAt !== null
  const orders = panel === 'order' && chart.mine && !chart.order
  const cancels = panel === 'cancel' && chart.mine && chart.order !== null
  const preview = orders ? await previewOrder(context, { visitId }) : null
  if (preview !== null && wasRefused(preview)) noPage()
  const { visit, note, order, mine, earlier } = chart
  const view = chartView(chart, context.clinic.timeZone)
  return {
    me: context.person,
    watch,
    stage,
    visit,
    note,
    order,
    mine,
    earlier,
    view,
    followUp,
    triage,
    overrides,
    preview,
    cancels,
  }
}

/** A note that is kept while it is typed changes nothing else on the page. */
export function shouldRevalidate({ formAction, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formAction?.endsWith('/note/save') ? false : defaultShouldRevalidate
}

export default function Visit() {
  const page = useLoaderData<typeof loader>()
  const { me, watch, stage, visit, order, view, followUp, triage, overrides, preview, cancels } = page
  const { timeZone } = useClinic()
  const runs = stage.state === 'in_visit'
  const looksBack = followUp !== null && !runs
  const closeTo = paths.visit(visit.id)
  const who = sayPerson(visit.patient, watch.now, timeZone)
  return (
    <ProviderFrame
      watch={watch}
      me={me.name}
      slim
      className="vstack"
      busyWith={runs && stage.mine ? visit.id : undefined}
    >
      <VisitBar stage={stage} bornOn={visit.patient.bornOn} side={view.side} watch={watch} admits={looksBack} />
      {looksBack ? <FollowUpPage page={page} followUp={followUp} /> : <VisitPanes page={page} followUp={followUp} />}
      {overrides && triage ? (
        <OverrideForm view={triage} who={who} visitId={visit.id} closeTo={closeTo} lastResult={undefined} />
      ) : null}
      {cancels && order ? (
        <CancelOrderForm visitId={visit.id} who={who} side={order.side} closeTo={closeTo} lastResult={undefined} />
      ) : preview ? (
        <OrderForm
          visitId={visit.id}
          who={who}
          bornOn={visit.patient.bornOn}
          preview={preview}
          earlier={page.earlier}
          closeTo={closeTo}
          lastResult={undefined}
        />
      ) : null}
    </ProviderFrame>
  )
}
