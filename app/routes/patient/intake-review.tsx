import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { questionOf } from '~/domain/intake/instrument'
import type { QuestionKey } from '~/domain/intake/instrument'
import { openBeforeSending } from '~/domain/intake/open-before-sending'
import { progressOf } from '~/domain/intake/progress-of'
import { previousStep, stepBySlug } from '~/domain/intake/steps'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { readDraft } from '~/features/intake/read-draft.server'
import { submitIntake } from '~/features/intake/submit-intake.server'
import { openEmergency } from '~/features/urgent/open-emergency.server'
import { requireContext } from '~/server/require-context.server'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { PatientPage } from '~/ui/patient-page'
import { Progress } from '~/ui/progress'
import { Sheet } from '~/ui/sheet'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { ConflictPage } from './intake-conflicts'
import { IntakeConsents } from './intake-consents'
import { consentKeys } from './intake-consent-keys'
import { fieldId } from './intake-field'
import { IntakeForm } from './intake-form'
import { Later } from './intake-go-on'
import { OpenAnswers } from './intake-open'
import { stepPath } from './intake-paths'
import { postAnswers, postResolution } from './intake-post.server'
import { IntakeSaid } from './intake-said'
import { Saved, Unsaved } from './intake-saved'
import { useIntakeAutosave } from './use-intake-autosave'

export const meta: MetaFunction = () => [{ title: 'Look once more, then send' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  if (await openEmergency(context)) throw redirect(paths.intakeEmergency())
  const { draft, sentAt } = await readDraft(context)
  if (!draft) throw redirect(sentAt ? paths.nextStep() : paths.intake())
  const { answers } = draft
  const points = openBeforeSending(answers, dayOf(context.now, context.clinic.timeZone))
  return {
    intakeId: draft.id,
    answers,
    open: points
      .filter(({ key }) => !consentKeys.some((each) => each === key))
      .map((point) => ({ ...point, page: stepBySlug(answers, point.slug)?.title ?? '' })),
    versions: Object.fromEntries([...draft.stored].map(([key, { version }]) => [key, version])),
    back: stepPath(previousStep(answers, 'consent')),
    savedAt: draft.savedAt,
    zone: context.person.timeZone,
    today: context.now,
  }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const { draft } = await readDraft(context)
  if (!draft) return redirect(paths.nextStep())
  const form = await args.request.formData()
  if (form.get('intent') === 'resolve') {
    const resolved = await postResolution(context, draft, form)
    return redirect(!wasRefused(resolved) && resolved.emergency ? paths.intakeEmergency() : paths.intakeReview())
  }
  const posted = await postAnswers(context, draft, form)
  if (wasRefused(posted)) return redirect(paths.nextStep())
  if (posted.emergency) return redirect(paths.intakeEmergency())
  if (posted.conflicts.length > 0) return data({ ...posted, errors: [] }, { status: 409 })
  if (form.get('intent') === 'later') return redirect(paths.care())
  const errors = [...posted.wrong, ...posted.empty]
  if (errors.length > 0) return data({ ...posted, errors }, { status: 400 })
  const sent = await submitIntake(context, { intakeId: draft.id })
  if (!wasRefused(sent)) return redirect(sent.emergency ? paths.intakeEmergency() : paths.nextStep())
  if (sent.refused === 'emergency') return redirect(paths.intakeEmergency())
  if ('open' in sent) return data({ ...posted, errors: [...sent.open] }, { status: 409 })
  return redirect(paths.nextStep())
}

/** The name of a consent before what is to be done with it. */
function nameOf(key: QuestionKey): string {
  const question = questionOf(key)
  return question.kind === 'consent' ? `${question.label.split('.')[0]}: ` : ''
}

export default function IntakeReview() {
  const page = useLoaderData<typeof loader>()
  return <Review key={page.intakeId} />
}

function Review() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const clinic = useClinic()
  useLive()
  const { autosave, saving } = useIntakeAutosave(page.intakeId, page.savedAt)
  const conflicts = saving.conflicts.length > 0 ? saving.conflicts : (result?.conflicts ?? [])
  const { part, partTitle } = progressOf(page.answers, 'consent')
  if (conflicts.length > 0) return <ConflictPage page={page} slug="consent" conflicts={conflicts} />
  const errors = result?.errors ?? []
  const said = Object.fromEntries(errors.map(({ key, message }) => [key, message]))
  return (
    <PatientPage
      clinic={clinic}
      step={{ back: page.back, saved: <Saved saving={saving} at={page.savedAt} zone={page.zone} /> }}
      room="sheet"
      above={
        <>
          <Unsaved saving={saving} stays={saving.unreachable} />
          <Progress part={part} name={partTitle} />
        </>
      }
    >
      <ErrorSummary
        errors={errors
          .filter(({ key }) => consentKeys.some((each) => each === key))
          .map(({ key, message }) => ({ id: fieldId(key), message: `${nameOf(key)}${message}` }))}
      />
      <h1 tabIndex={-1}>Look once more, then send</h1>
      <OpenAnswers open={page.open} refused={result !== undefined} />
      <IntakeSaid answers={page.answers} />
      <IntakeForm autosave={autosave} shown={consentKeys} versions={page.versions}>
        <IntakeConsents answers={page.answers} typed={result?.typed ?? {}} errors={{ ...said, ...saving.problems }} />
        <Sheet under={<Later />}>
          <Button large block name="intent" value="send">
            Sign and send my answers
          </Button>
        </Sheet>
      </IntakeForm>
    </PatientPage>
  )
}
