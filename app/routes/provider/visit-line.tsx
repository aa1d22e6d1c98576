import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { toPhone } from '~/features/visit/to-phone.server'
import { toVideo } from '~/features/visit/to-video.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'

export async function loader(args: LoaderFunctionArgs) {
  await requireContext(args, 'provider')
  return noPage()
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const line = (await args.request.formData()).get('line')
  if (line !== 'phone' && line !== 'video') return noPage()
  const changed = await (line === 'phone' ? toPhone : toVideo)(context, { visitId })
  if (wasRefused(changed) && changed.refused === 'missing') return noPage()
  return redirect(paths.visit(visitId))
}
