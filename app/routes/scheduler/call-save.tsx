import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { agreementCovers } from '~/domain/intake/phone-agreement'
import { instrumentOf, isQuestionKey } from '~/domain/intake/instrument'
import { parseFormAnswer } from '~/domain/intake/parse-form-answer'
import { wrongMessage } from '~/domain/intake/wrong-message'
import { wasRefused } from '~/domain/refusal'
import { readPhoneIntake } from '~/features/intake/read-phone-intake.server'
import { saveAnswers } from '~/features/intake/save-answers.server'
import { conflictView } from '~/ui/intake/intake-reply'
import type { SaveReply } from '~/ui/intake/intake-reply'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'

const Wish = z.object({
  answers: z
    .array(
      z.object({
        key: z.string().refine(isQuestionKey),
        texts: z.array(z.string().max(20_000)).max(100),
        base: z.int().min(0),
      }),
    )
    .min(1)
    .max(10),
})

/** Keeps answers while they are entered. Nothing to see here. */
export async function loader(args: LoaderFunctionArgs) {
  await requireContext(args, 'scheduler')
  return noPage()
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const intake = await readPhoneIntake(context, { intakeId: paramId(args, 'intakeId') })
  if (wasRefused(intake)) return noPage()
  if (intake.submittedAt) return Response.json({ gone: 'submitted' } satisfies SaveReply, { status: 409 })
  if (!agreementCovers(intake.agreement, context.person.id, context.now)) return noPage()
  const wish = Wish.safeParse(await args.request.json().catch(() => null))
  if (!wish.success) return Response.json({ gone: 'unreadable' } satisfies SaveReply, { status: 400 })
  const which = instrumentOf(intake.instrumentVersion)
  const parsed = wish.data.answers.map((one) => ({ ...one, read: parseFormAnswer(one.key, one.texts, which) }))
  const problems = parsed.flatMap(({ key, read }) =>
    read.ok ? [] : [{ key, message: wrongMessage(key, read.message, which) }],
  )
  const answers = parsed.flatMap(({ key, base, read }) => (read.ok ? [{ key, base, value: read.value }] : []))
  const saved = await saveAnswers(context, { intakeId: intake.id, patientId: intake.patient.id, answers })
  if (wasRefused(saved)) return Response.json({ gone: saved.refused } satisfies SaveReply, { status: 409 })
  const { savedAt, versions, conflicts, emergency } = saved
  const views = conflicts.map((conflict) => conflictView(conflict, context.now, which))
  return Response.json({ savedAt, versions, problems, conflicts: views, emergency })
}
