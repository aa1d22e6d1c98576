import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { careStanding } from '~/domain/visit/care-visit'
import { readCareVisit } from '~/features/visit/read-care-visit.server'
import { setDeviceVerdicts } from '~/server/device-verdict.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { VisitCheck } from '~/ui/visit/visit-check'

export const meta: MetaFunction = () => [{ title: 'Check your camera and sound' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const visit = await readCareVisit(context, { visitId: paramId(args, 'visitId') })
  if (wasRefused(visit)) return noPage()
  const standing = careStanding(visit, context.now)
  if (standing !== 'early' && standing !== 'open' && standing !== 'waiting')
    throw redirect(paths.careVisit(visit.visitId))
  return { visit, standing }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const visit = await readCareVisit(context, { visitId: paramId(args, 'visitId') })
  if (wasRefused(visit)) return noPage()
  const form = await args.request.formData()
  const isWithout = form.has('without')
  setDeviceVerdicts(args, {
    camera: isWithout ? 'none' : form.get('camera'),
    microphone: isWithout ? 'none' : form.get('microphone'),
  })
  const isOpen = ['open', 'waiting'].includes(careStanding(visit, context.now))
  return redirect(isOpen ? paths.careVisitArrive(visit.visitId) : paths.careVisit(visit.visitId))
}

export default function Check() {
  const { visit, standing } = useLoaderData<typeof loader>()
  return <VisitCheck visit={visit} isOpen={standing !== 'early'} />
}
