import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'
import { measuresWish, nextStepWish } from '~/domain/outcome/next-step-wish'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { readChart } from '~/features/chart/read-chart.server'
import { decideNextStep } from '~/features/outcome/decide-next-step.server'
import { readFollowUp } from '~/features/outcome/read-follow-up.server'
import { takeMeasures } from '~/features/outcome/take-measures.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { ButtonLink } from '~/ui/button-link'
import { ProviderFrame, waitingTitle } from '~/ui/provider/provider-frame'
import { sayPerson } from '~/ui/provider/say-person'
import { useClinic } from '~/ui/use-clinic'
import { FollowUpPanel } from './parts/follow-up-panel'
import { unlessOffline } from './parts/offline-reply'
import { PainCurve, PainTable } from './parts/pain-curve'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: waitingTitle(page?.watch, 'Follow-up result') },
]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const [chart, followUp, watch] = await Promise.all([
    readChart(context, { visitId }),
    readFollowUp(context, { visitId }),
    watchClinic(context),
  ])
  if (wasRefused(chart) || wasRefused(followUp) || wasRefused(watch)) noPage()
  return { me: context.person, watch, visitId, patient: chart.visit.patient, followUp }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const form = await args.request.formData()
  const schema = form.get('act') === 'measures' ? measuresWish : nextStepWish
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 })
  const wish = submission.value
  const done: object | Refusal =
    'nextStep' in wish
      ? await decideNextStep(context, { visitId, ...wish })
      : await takeMeasures(context, { visitId, ...measuresWish.parse(wish) })
  if (!wasRefused(done)) return redirect(paths.visit(visitId))
  if (done.refused === 'no_follow_up') noPage()
  const error = done.field ? { fieldErrors: { [done.field]: [done.message] } } : { formErrors: [done.message] }
  return data(submission.reply(error), { status: 409 })
}

export function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return unlessOffline(() => serverAction<typeof action>())
}

export default function VisitOutcome() {
  const { me, watch, visitId, patient, followUp } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()
  const { timeZone } = useClinic()
  return (
    <ProviderFrame
      watch={watch}
      me={me.name}
      slim
      title="Two-week follow-up"
      meta={sayPerson(patient, watch.now, timeZone)}
      actions={
        <ButtonLink to={paths.visit(visitId)} variant="secondary" icon={ArrowLeft}>
          Back to the visit
        </ButtonLink>
      }
      bodyClass="two side-404"
    >
      <div className="stack s-14">
        <PainCurve followUp={followUp} now={watch.now} />
        <PainTable followUp={followUp} now={watch.now} />
      </div>
      <div className="stack s-14">
        <FollowUpPanel visitId={visitId} followUp={followUp} lastResult={lastResult} />
      </div>
    </ProviderFrame>
  )
}
