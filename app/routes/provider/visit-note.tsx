import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { addendumWish } from '~/domain/note/note-wish'
import { wasRefused } from '~/domain/refusal'
import { addAddendum } from '~/features/note/add-addendum.server'
import { readChart } from '~/features/chart/read-chart.server'
import { readVisitTime } from '~/features/visit/read-visit-time.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { ProviderFrame, waitingTitle } from '~/ui/provider/provider-frame'
import { chartView } from './parts/chart-view.server'
import { keepOrSign } from './parts/keep-or-sign.server'
import { NotePageBody } from './parts/note-page-body'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: waitingTitle(page?.watch, page ? `Note: ${page.visit.patient.name}` : 'Note') },
]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const [chart, time, watch] = await Promise.all([
    readChart(context, { visitId }),
    readVisitTime(context, { visitId }),
    watchClinic(context),
  ])
  if (wasRefused(chart) || wasRefused(time) || wasRefused(watch)) noPage()
  const { visit, note, order, mine, earlier } = chart
  const view = chartView(chart, context.clinic.timeZone)
  return { me: context.person, watch, time, visit, note, order, mine, earlier, view }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const form = await args.request.formData()
  if (form.get('intent') !== 'addendum') return keepOrSign(context, visitId, form)
  const submission = parseWithZod(form, { schema: addendumWish })
  if (submission.status !== 'success') return data({ addendum: submission.reply() }, { status: 400 })
  const added = await addAddendum(context, { visitId, ...submission.value })
  if (!wasRefused(added)) return redirect(paths.visitNote(visitId))
  if (added.refused === 'no_visit') noPage()
  return data({ addendum: submission.reply({ formErrors: [added.message] }) }, { status: 409 })
}

export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>()
  } catch (error) {
    if (error instanceof TypeError)
      return { note: { message: 'Not signed: the connection is down. Your text is still here.' } }
    throw error
  }
}

export default function VisitNote() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <ProviderFrame watch={page.watch} me={page.me.name} slim className="note-page">
      <NotePageBody page={page} reply={reply} />
    </ProviderFrame>
  )
}
