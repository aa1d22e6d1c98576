import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { careStanding } from '~/domain/visit/care-visit'
import { readCareVisit } from '~/features/visit/read-care-visit.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { VisitAhead } from '~/ui/visit/visit-ahead'
import { VisitOff } from '~/ui/visit/visit-off'

export const meta: MetaFunction = () => [{ title: 'Your video visit' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const visitId = paramId(args, 'visitId')
  const visit = await readCareVisit(context, { visitId })
  if (wasRefused(visit)) return noPage()
  const standing = careStanding(visit, context.now)
  if (standing === 'open') throw redirect(paths.careVisitCheck(visitId))
  if (standing === 'waiting' || standing === 'in_visit') throw redirect(paths.careVisitRoom(visitId))
  if (standing === 'ended') throw redirect(paths.careVisitSummary(visitId))
  return { visit, standing }
}

export default function Visit() {
  const { visit, standing } = useLoaderData<typeof loader>()
  return standing === 'early' ? (
    <VisitAhead visit={visit} />
  ) : (
    <VisitOff visit={visit} isMissed={standing === 'missed'} />
  )
}
