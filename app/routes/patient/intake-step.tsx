import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { instrumentOf } from '~/domain/intake/instrument'
import { progressOf } from '~/domain/intake/progress-of'
import { isStepSlug, nextStep, previousStep, stepAfterSaving, stepBySlug } from '~/domain/intake/steps'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { callWords } from '~/domain/urgent/call-words'
import { dueAt } from '~/domain/urgent/due-at'
import { readDraft } from '~/features/intake/read-draft.server'
import { openEmergency } from '~/features/urgent/open-emergency.server'
import { noPage } from '~/server/no-page.server'
import { AskedVersion } from './asked-version'
import { carryFields } from './intake-carry'
import { ConflictPage } from './intake-conflicts'
import { fieldId } from './intake-field'
import { requireOwner, requireReader } from './intake-owner.server'
import { stepPath } from './intake-paths'
import { postAnswers, postResolution, requireDraft, whereWas } from './intake-post.server'
import { StepPage } from './intake-step-page'
import type { StepData } from './intake-step-page'
import { TooLatePage } from './intake-too-late'
import { useIntakeAutosave } from './use-intake-autosave'
import { useIntakeFocus } from './use-intake-focus'
import { useIntakeSession } from './use-intake-session'
import { useKeptAnswer } from './use-kept-answer'
import { away, sentElsewhere, useKeptPage } from './use-kept-page'
import { useLeaveWhenSent } from './use-leave-when-sent'

export { IntakeBoundary as ErrorBoundary } from './intake-sign-in-page'
export { reloadUnlessRefused as shouldRevalidate } from './reload-unless-refused'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page && 'title' in page ? page.title : 'Your questions' },
]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireReader(args)
  if (!context) return away
  if (await openEmergency(context)) throw redirect(paths.intakeEmergency())
  const slug = args.params['step'] ?? ''
  const { draft } = await readDraft(context, { page: slug })
  if (!draft && args.context.background) return sentElsewhere
  if (!draft) throw redirect(paths.intake())
  if (!isStepSlug(slug)) noPage()
  const version = draft.instrumentVersion
  const which = instrumentOf(version)
  const step = stepBySlug(draft.answers, slug, which)
  if (!step || step.slug === 'consent') throw redirect(stepPath(nextStep(draft.answers, slug, which)))
  const { words } = progressOf(draft.answers, slug, which)
  const zone = context.clinic.timeZone
  const before = previousStep(draft.answers, slug, which)
  return {
    owner: { who: context.person.id, intake: draft.id },
    version,
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
  const slug = args.params['step'] ?? ''
  const here = paths.intakeStep(slug)
  const asked = await requireOwner(args, here)
  if ('signedOut' in asked) return data(asked, { status: 401 })
  const { context, form } = asked
  if (!isStepSlug(slug)) noPage()
  const draft = await requireDraft(context, form)
  const [later, resumed] = [form.get('intent') === 'later', form.has(carryFields.resume)]
  if (form.get('intent') === 'resolve') {
    const resolved = await postResolution(context, draft, form)
    if (wasRefused(resolved)) return redirect(paths.intake())
    if (resolved.emergency) return redirect(paths.intakeEmergency())
    return redirect(resolved.again ? `${here}#${fieldId(resolved.again)}` : here)
  }
  const posted = await postAnswers(context, draft, form)
  if (wasRefused(posted)) return redirect(paths.intake())
  if (posted.emergency) return redirect(paths.intakeEmergency())
  if (posted.conflicts.length > 0) return data({ ...posted, errors: [] }, { status: 409 })
  const errors = later || resumed ? posted.wrong : [...posted.wrong, ...posted.empty]
  if (errors.length > 0) return data({ ...posted, errors }, { status: 400 })
  if (resumed) return redirect(`${here}#${fieldId(whereWas(form, posted))}`)
  if (later) return redirect(paths.care())
  const which = instrumentOf(draft.instrumentVersion)
  const opened = stepBySlug(posted.answers, slug, which)?.keys.find((key) => !(key in posted.typed))
  return redirect(opened ? `${here}#${fieldId(opened)}` : stepPath(stepAfterSaving(posted.answers, slug, which)))
}

export default function IntakeStep() {
  const { page, isAway, isSent } = useKeptPage<StepData>(useLoaderData<typeof loader>())
  return (
    <AskedVersion version={page.version}>
      <Steps key={page.owner.intake} {...{ page, isAway, isSent }} />
    </AskedVersion>
  )
}

const isStep = (path: string) => isStepSlug(path.split('/').at(-1) ?? '') && path !== paths.intakePapers()

function Steps({ page, isAway, isSent }: { page: StepData; isAway: boolean; isSent: boolean }) {
  const answer = useKeptAnswer(useActionData<typeof action>())
  const result = answer && 'errors' in answer ? answer : undefined
  const { owner, savedAt, step } = page
  const { autosave, saving, held, letGo } = useIntakeAutosave(owner.intake, savedAt, isStep)
  const { ask, parts } = useIntakeSession({ autosave, saving, owner, isAway, letGo })
  useLeaveWhenSent(isSent, autosave)
  useIntakeFocus(step.slug)
  useEffect(() => {
    if (result) autosave.know(result.versions)
  }, [autosave, result])
  const turnedAway = answer && 'signedOut' in answer ? answer : undefined
  useEffect(() => {
    if (!turnedAway) return
    autosave.sessionEnded(turnedAway.signedOut)
    ask()
  }, [turnedAway, autosave, ask])
  const conflicts = saving.conflicts.length > 0 ? saving.conflicts : (result?.conflicts ?? [])
  if (saving.tooLate.length > 0) return <TooLatePage answers={saving.tooLate} />
  if (conflicts.length > 0) return <ConflictPage page={page} slug={step.slug} conflicts={conflicts} />
  return (
    <StepPage
      key={step.slug}
      {...{ page, autosave, saving, held, parts }}
      onSignIn={ask}
      errors={result?.errors ?? []}
      typed={{ ...result?.typed, ...autosave.typed() }}
    />
  )
}
