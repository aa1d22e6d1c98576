import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { progressOf } from '~/domain/intake/progress-of'
import { isStepSlug, nextStep, previousStep, stepAfterSaving, stepBySlug } from '~/domain/intake/steps'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { callWords } from '~/domain/urgent/call-words'
import { dueAt } from '~/domain/urgent/due-at'
import { readDraft } from '~/features/intake/read-draft.server'
import { openEmergency } from '~/features/urgent/open-emergency.server'
import { noPage } from '~/server/no-page.server'
import { requireContext } from '~/server/require-context.server'
import { useLive } from '~/ui/use-live'
import { ConflictPage } from './intake-conflicts'
import { stepPath } from './intake-paths'
import { postAnswers, postResolution } from './intake-post.server'
import { StepPage } from './intake-step-page'
import { useIntakeAutosave } from './use-intake-autosave'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Your questions' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  if (await openEmergency(context)) throw redirect(paths.intakeEmergency())
  const { draft } = await readDraft(context)
  if (!draft) throw redirect(paths.intake())
  const slug = args.params['step'] ?? ''
  if (!isStepSlug(slug)) noPage()
  const step = stepBySlug(draft.answers, slug)
  if (!step || step.slug === 'consent') throw redirect(stepPath(nextStep(draft.answers, slug)))
  const { words } = progressOf(draft.answers, slug)
  const zone = context.clinic.timeZone
  const before = previousStep(draft.answers, slug)
  return {
    intakeId: draft.id,
    step,
    title: `${step.title}: ${words}`,
    back: before ? stepPath(before) : paths.intake(),
    answers: draft.answers,
    versions: Object.fromEntries([...draft.stored].map(([key, { version }]) => [key, version])),
    savedAt: draft.savedAt,
    zone: context.person.timeZone,
    today: context.now,
    callDay: callWords(dueAt('same_day', context.now, zone), context.now, zone).day,
  }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const slug = args.params['step'] ?? ''
  if (!isStepSlug(slug)) noPage()
  const { draft } = await readDraft(context)
  if (!draft) return redirect(paths.intake())
  const form = await args.request.formData()
  const [later, here] = [form.get('intent') === 'later', paths.intakeStep(slug)]
  if (form.get('intent') === 'resolve') {
    const resolved = await postResolution(context, draft, form)
    if (wasRefused(resolved)) return redirect(paths.intake())
    if (resolved.emergency) return redirect(paths.intakeEmergency())
    return redirect(here)
  }
  const posted = await postAnswers(context, draft, form)
  if (wasRefused(posted)) return redirect(paths.intake())
  if (posted.emergency) return redirect(paths.intakeEmergency())
  if (posted.conflicts.length > 0) return data({ ...posted, errors: [] }, { status: 409 })
  const errors = later ? posted.wrong : [...posted.wrong, ...posted.empty]
  if (errors.length > 0) return data({ ...posted, errors }, { status: 400 })
  if (later) return redirect(paths.care())
  const after = stepAfterSaving(posted.answers, slug)
  const opened = after?.slug === slug ? after.keys.find((key) => !(key in posted.typed)) : undefined
  return redirect(opened ? `${here}#q-${opened}` : stepPath(after))
}

export default function IntakeStep() {
  const page = useLoaderData<typeof loader>()
  return <Steps key={page.intakeId} />
}

function Steps() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  useLive()
  const { autosave, saving } = useIntakeAutosave(page.intakeId, page.savedAt)
  const { slug } = page.step
  const shown = useRef(slug)
  useEffect(() => {
    if (shown.current === slug) return
    shown.current = slug
    document.querySelector<HTMLElement>('h1')?.focus()
  }, [slug])
  useEffect(() => {
    if (result) autosave.know(result.versions)
  }, [autosave, result])
  const conflicts = saving.conflicts.length > 0 ? saving.conflicts : (result?.conflicts ?? [])
  if (conflicts.length > 0) return <ConflictPage page={page} slug={page.step.slug} conflicts={conflicts} />
  return (
    <StepPage
      key={page.step.slug}
      {...{ page, autosave, saving }}
      errors={result?.errors ?? []}
      typed={result?.typed ?? {}}
    />
  )
}
