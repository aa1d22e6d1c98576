import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { ArrowLeft, Video } from 'lucide-react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { sayWhen } from '~/domain/time/say-when'
import { readTriage } from '~/features/triage/read-triage.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { ButtonLink } from '~/ui/button-link'
import { Flash } from '~/ui/flash'
import { ProviderFrame, waitingTitle } from '~/ui/provider/provider-frame'
import { sayPerson } from '~/ui/provider/say-person'
import { SideBlock } from '~/ui/side-block'
import { useClinic } from '~/ui/use-clinic'
import { ExamPanel } from './parts/exam-panel'
import { IntakeAside } from './parts/intake-aside'
import { backTo } from './parts/back-to'
import { unlessOffline } from './parts/offline-reply'
import { OverrideForm } from './parts/override-form'
import { triageAct } from './parts/triage-act.server'
import { TriagePane } from './parts/triage-pane'
import { triageView } from './parts/triage-view.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: waitingTitle(page?.watch, page ? `Intake: ${page.view.patient.name}` : 'Intake') },
]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const intakeId = paramId(args, 'intakeId')
  const [read, watch] = await Promise.all([readTriage(context, { intakeId }), watchClinic(context)])
  if (wasRefused(read) || wasRefused(watch)) noPage()
  const { searchParams } = new URL(args.request.url)
  const about = { me: context.actor.id, now: context.now, zone: context.clinic.timeZone }
  const view = triageView(read, { ...about, policy: searchParams.get('policy') })
  return {
    me: context.person,
    watch,
    view,
    overrides: searchParams.get('panel') === 'override' && view.sentAt !== null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const intakeId = paramId(args, 'intakeId')
  const form = await args.request.formData()
  const acted = await triageAct(context, intakeId, form)
  if (acted === 'missing') return noPage()
  if (acted === 'done') return redirect(backTo(form, intakeId))
  return data(acted.reply, { status: acted.status })
}

export function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return unlessOffline(() => serverAction<typeof action>())
}

export default function Intake() {
  const { me, watch, view, overrides } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { timeZone } = useClinic()
  const now = watch.now
  const who = sayPerson(view.patient, now, timeZone)
  const refused = answer?.error ? Object.values(answer.error).flat().filter(Boolean) : []
  return (
    <ProviderFrame
      watch={watch}
      me={me.name}
      at="intakes"
      fold
      title={who}
      meta={
        <>
          {view.side === 'left' || view.side === 'right' || view.side === 'both' ? (
            <SideBlock side={view.side} />
          ) : null}{' '}
          {view.sentAt ? `sent ${sayWhen(view.sentAt, timeZone)}` : `draft, saved ${sayWhen(view.savedAt, timeZone)}`}
        </>
      }
      actions={
        <>
          {view.visit ? (
            <ButtonLink to={paths.visit(view.visit.id)} reloadDocument variant="secondary" icon={Video}>
              Visit {sayWhen(view.visit.startsAt, timeZone, { now })}
            </ButtonLink>
          ) : null}
          <ButtonLink to={paths.intakes()} variant="secondary" icon={ArrowLeft}>
            All intakes
          </ButtonLink>
        </>
      }
      bodyClass="intake-page"
    >
      {refused.length > 0 ? <Flash tone="attention">{refused.join(' ')}</Flash> : null}
      <div className="two side-430 intake-two">
        <div className="panel pad-14-16 intake-main">
          <TriagePane view={view} visitId={null} />
        </div>
        <div className="stack s-14">
          <IntakeAside view={view} />
          <div className="panel clip">
            <ExamPanel view={view} visitId={null} />
          </div>
        </div>
      </div>
      {overrides ? (
        <OverrideForm
          view={view}
          who={who}
          visitId={null}
          closeTo={paths.intakeTriage(view.intakeId)}
          lastResult={undefined}
        />
      ) : null}
    </ProviderFrame>
  )
}
