import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { instrumentOf } from '~/domain/intake/instrument'
import { paperKinds } from '~/domain/intake/paper-lists'
import { progressOf } from '~/domain/intake/progress-of'
import { nextStep, previousStep, stepBySlug } from '~/domain/intake/steps'
import { isOpaqueId } from '~/domain/opaque-id'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { listPapers } from '~/features/intake/list-papers.server'
import { readDraft } from '~/features/intake/read-draft.server'
import type { Draft } from '~/features/intake/read-draft.server'
import { removePaper } from '~/features/intake/remove-paper.server'
import { openEmergency } from '~/features/urgent/open-emergency.server'
import { isUpload } from '~/server/read-upload.server'
import { requireContext } from '~/server/require-context.server'
import { useLive } from '~/ui/use-live'
import { stepPath } from './intake-paths'
import { PapersPage } from './paper-page'
import { takePapers } from './paper-post.server'

const slug = 'papers'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Your papers' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  if (await openEmergency(context)) throw redirect(paths.intakeEmergency())
  const { draft } = await readDraft(context, { page: slug })
  if (!draft) throw redirect(paths.intake())
  const { answers } = draft
  const asked = instrumentOf(draft.instrumentVersion)
  const step = stepBySlug(answers, slug, asked)
  if (!step) throw redirect(stepPath(nextStep(answers, slug, asked)))
  const papers = await listPapers(context, { intakeId: draft.id })
  if (wasRefused(papers)) throw redirect(paths.intake())
  const progress = progressOf(answers, slug, asked)
  const before = previousStep(answers, slug, asked)
  const search = new URL(args.request.url).searchParams
  return {
    intakeId: draft.id,
    papers,
    progress,
    title: `${step.title}: ${progress.words}`,
    heading: step.title,
    back: before ? stepPath(before) : paths.intake(),
    removing: papers.find(({ id }) => id === search.get('remove')) ?? null,
    removed: paperKinds.find((kind) => kind === search.get('removed')) ?? null,
    savedAt: draft.savedAt,
    zone: context.person.timeZone,
  }
}

/** Where the buttons below lead once everything was taken. */
function onFrom(draft: Draft, intent: string | undefined): string {
  if (intent === 'later') return paths.care()
  return intent === 'continue'
    ? stepPath(nextStep(draft.answers, slug, instrumentOf(draft.instrumentVersion)))
    : paths.intakePapers()
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const { draft } = await readDraft(context)
  if (!draft) return redirect(paths.intake())
  if (isUpload(args.request)) {
    const taken = await takePapers(context, args.request)
    if (taken === 'busy' || taken === null) {
      const said = taken === null ? 'We did not get all of it.' : 'We are still reading your last papers.'
      return data({ troubles: [{ kind: null, name: '', message: `${said} Try once more.` }] }, { status: 400 })
    }
    if (taken.gone) return redirect(paths.intake())
    if (taken.troubles.length > 0) return data({ troubles: taken.troubles }, { status: 422 })
    return redirect(onFrom(draft, taken.intent))
  }
  const form = await args.request.formData()
  const intent = form.get('intent')
  if (intent !== 'remove') return redirect(onFrom(draft, typeof intent === 'string' ? intent : undefined))
  const paperId = String(form.get('paper'))
  const removed = isOpaqueId(paperId) ? await removePaper(context, { paperId }) : null
  if (!removed || wasRefused(removed)) return redirect(paths.intakePapers())
  return redirect(`${paths.intakePapers()}?removed=${removed.kind}`)
}

export default function IntakePapers() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  useLive()
  return <PapersPage key={page.intakeId} page={page} troubles={result?.troubles ?? []} />
}
