import type { ActionFunctionArgs } from '@remix-run/node'
import { noPage } from '~/server/no-page.server'
import { requireContext } from '~/server/require-context.server'
import { takePapers } from './paper-post.server'
import type { PaperReply } from './paper-reply'

const answer = (reply: PaperReply, status: number) => Response.json(reply, { status })

/** Takes one paper that a page sends by itself. Nothing to see here. */
export async function loader(args: ActionFunctionArgs) {
  await requireContext(args, 'patient')
  return noPage()
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const taken = await takePapers(context, args.request)
  if (taken === 'busy') return answer({ busy: true }, 429)
  if (taken?.gone) return answer({ gone: taken.gone }, 409)
  const [paper] = taken?.papers ?? []
  const [trouble] = taken?.troubles ?? []
  if (trouble) return answer({ problem: trouble.message }, 422)
  if (!paper) return answer({ problem: 'We did not get this file. Choose it once more.' }, 400)
  const { uploadedAt: _, ...rest } = paper
  return answer({ paper: rest }, 200)
}
