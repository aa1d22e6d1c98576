import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { overrideWish } from '~/domain/triage/review-wish'
import { overrideTriage } from '~/features/triage/override-triage.server'
import { readTriage } from '~/features/triage/read-triage.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { ProviderFrame, waitingTitle } from '~/ui/provider/provider-frame'
import { sayPerson } from '~/ui/provider/say-person'
import { useClinic } from '~/ui/use-clinic'
import { backTo } from './parts/back-to'
import { unlessOffline } from './parts/offline-reply'
import { OverrideForm } from './parts/override-form'
import { triageView } from './parts/triage-view.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: waitingTitle(page?.watch, 'Override urgency') },
]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const intakeId = paramId(args, 'intakeId')
  const [read, watch] = await Promise.all([readTriage(context, { intakeId }), watchClinic(context)])
  if (wasRefused(read) || wasRefused(watch)) noPage()
  if (!read.file.submittedAt) throw redirect(paths.intakeTriage(intakeId))
  const about = { me: context.actor.id, now: context.now, zone: context.clinic.timeZone, policy: null }
  return { me: context.person, watch, view: triageView(read, about) }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const intakeId = paramId(args, 'intakeId')
  const form = await args.request.formData()
  const submission = parseWithZod(form, { schema: overrideWish })
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 })
  const decided = await overrideTriage(context, { intakeId, ...submission.value })
  if (!wasRefused(decided)) return redirect(backTo(form, intakeId))
  if (decided.refused === 'missing') noPage()
  const { field, message } = decided
  return data(submission.reply(field ? { fieldErrors: { [field]: [message] } } : { formErrors: [message] }), {
    status: 409,
  })
}

export function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return unlessOffline(() => serverAction<typeof action>())
}

export default function IntakeOverride() {
  const { me, watch, view } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()
  const { timeZone } = useClinic()
  const who = sayPerson(view.patient, watch.now, timeZone)
  return (
    <ProviderFrame watch={watch} me={me.name} at="intakes" title="Override urgency" meta={who}>
      <OverrideForm
        view={view}
        who={who}
        visitId={null}
        closeTo={paths.intakeTriage(view.intakeId)}
        lastResult={lastResult}
      />
    </ProviderFrame>
  )
}
