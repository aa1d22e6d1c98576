import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { instrumentOf, isQuestionKey } from '~/domain/intake/instrument'
import { parseFormAnswer } from '~/domain/intake/parse-form-answer'
import { wrongMessage } from '~/domain/intake/wrong-message'
import { wasRefused } from '~/domain/refusal'
import { saveAnswers } from '~/features/intake/save-answers.server'
import { noPage } from '~/server/no-page.server'
import { requireContext } from '~/server/require-context.server'
import { conflictView } from '~/ui/intake/intake-reply'
import type { SaveReply } from '~/ui/intake/intake-reply'

const Wish = z.object({
  intakeId: z.uuid(),
  answers: z
    .array(
      z.object({
        key: z.string().refine(isQuestionKey),
        texts: z.array(z.string().max(20_000)).max(100),
        base: z.int().min(0),
        over: z.array(z.string().max(20_000)).max(100).optional(),
      }),
    )
    .min(1)
    .max(100),
})

/** Keeps answers while they are typed. Nothing to see here. */
export async function loader(args: ActionFunctionArgs) {
  await requireContext(args, 'patient')
  return noPage()
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const wish = Wish.safeParse(await args.request.json().catch(() => null))
  if (!wish.success) return Response.json({ gone: 'unreadable' } satisfies SaveReply, { status: 400 })
  const parsed = wish.data.answers.map((answer) => ({ ...answer, read: parseFormAnswer(answer.key, answer.texts) }))
  const problems = parsed.flatMap(({ key, read }) =>
    read.ok ? [] : [{ key, message: wrongMessage(key, read.message) }],
  )
  const answers = parsed.flatMap(({ key, base, over, read }) => {
    const before = over && parseFormAnswer(key, over)
    return read.ok ? [{ key, base, value: read.value, over: before?.ok ? before.value : undefined }] : []
  })
  const saved = await saveAnswers(context, { intakeId: wish.data.intakeId, answers })
  if (wasRefused(saved)) return Response.json({ gone: saved.refused } satisfies SaveReply, { status: 409 })
  const { savedAt, versions, conflicts, emergency } = saved
  const which = instrumentOf(saved.instrumentVersion)
  const views = conflicts.map((conflict) => conflictView(conflict, context.now, which))
  return Response.json({ savedAt, versions, problems, conflicts: views, emergency })
}
