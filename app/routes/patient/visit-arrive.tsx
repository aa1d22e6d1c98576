import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { arrivalForm } from '~/domain/visit/arrival'
import { careStanding } from '~/domain/visit/care-visit'
import { arrive } from '~/features/visit/arrive.server'
import { readCareVisit } from '~/features/visit/read-care-visit.server'
import { deviceVerdictsOf } from '~/server/device-verdict.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { VisitArrive } from '~/ui/visit/visit-arrive'

export const meta: MetaFunction = () => [{ title: 'Where are you right now?' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const visit = await readCareVisit(context, { visitId: paramId(args, 'visitId') })
  if (wasRefused(visit)) return noPage()
  const standing = careStanding(visit, context.now)
  if (standing !== 'open' && standing !== 'waiting') throw redirect(paths.careVisit(visit.visitId))
  return { visit }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const visitId = paramId(args, 'visitId')
  const submission = parseWithZod(await args.request.formData(), { schema: arrivalForm })
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 })
  const arrived = await arrive(context, { visitId, form: submission.value, ...deviceVerdictsOf(args) })
  if (!wasRefused(arrived)) return redirect(paths.careVisitRoom(visitId))
  if (arrived.refused === 'missing') return noPage()
  if (arrived.refused === 'over') return redirect(paths.careVisit(visitId))
  return data(submission.reply({ formErrors: [arrived.message] }), { status: 409 })
}

export default function Arrive() {
  const { visit } = useLoaderData<typeof loader>()
  return <VisitArrive visit={visit} lastResult={useActionData<typeof action>()} />
}
