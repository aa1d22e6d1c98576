import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Phone } from 'lucide-react'
import { useEffect, useState } from 'react'
import { byPhoneWords } from '~/domain/intake/by-phone-words'
import { instrumentOf, questionOf } from '~/domain/intake/instrument'
import type { Instrument, QuestionKey } from '~/domain/intake/instrument'
import { openBeforeSending } from '~/domain/intake/open-before-sending'
import { progressOf } from '~/domain/intake/progress-of'
import { previousStep, stepBySlug } from '~/domain/intake/steps'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { readDraft } from '~/features/intake/read-draft.server'
import { submitIntake } from '~/features/intake/submit-intake.server'
import { openEmergency } from '~/features/urgent/open-emergency.server'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { PatientPage } from '~/ui/patient-page'
import { Progress } from '~/ui/progress'
import { Sheet } from '~/ui/sheet'
import { useClinic } from '~/ui/use-clinic'
import { AskedVersion, useInstrument } from './asked-version'
import { carryFields } from './intake-carry'
import { ConflictPage } from './intake-conflicts'
import { IntakeConsents } from './intake-consents'
import { consentKeys } from './intake-consent-keys'
import { fieldId } from './intake-field'
import { IntakeForm } from './intake-form'
import { Later } from './intake-go-on'
import { OpenAnswers } from './intake-open'
import { requireOwner, requireReader } from './intake-owner.server'
import { stepPath } from './intake-paths'
import { postAnswers, postResolution, requireDraft, whereWas } from './intake-post.server'
import { IntakeSaid } from './intake-said'
import { Saved, Unsaved } from './intake-saved'
import { TooLatePage } from './intake-too-late'
import { useIntakeAutosave } from './use-intake-autosave'
import { useIntakeFocus } from './use-intake-focus'
import { useIntakeSession } from './use-intake-session'
import { useKeptAnswer } from './use-kept-answer'
import { away, useKeptPage } from './use-kept-page'
import type { Away } from './use-kept-page'

export { IntakeBoundary as ErrorBoundary } from './intake-sign-in-page'
export { reloadUnlessRefused as shouldRevalidate } from './reload-unless-refused'

export const meta: MetaFunction = () => [{ title: 'Look once more, then send' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireReader(args)
  if (!context) return away
  if (await openEmergency(context)) throw redirect(paths.intakeEmergency())
  const { draft, sentAt } = await readDraft(context, { page: 'consent' })
  if (!draft) throw redirect(sentAt ? paths.nextStep() : paths.intake())
  const { answers } = draft
  const version = draft.instrumentVersion
  const which = instrumentOf(version)
  const points = openBeforeSending(answers, dayOf(context.now, context.clinic.timeZone), which)
  return {
    owner: { who: context.person.id, intake: draft.id },
    version,
    answers,
    open: points
      .filter(({ key }) => !consentKeys.some((each) => each === key))
      .map((point) => ({ ...point, page: stepBySlug(answers, point.slug, which)?.title ?? '' })),
    versions: Object.fromEntries([...draft.stored].map(([key, { version }]) => [key, version])),
    back: stepPath(previousStep(answers, 'consent', which)),
    savedAt: draft.savedAt,
    zone: context.person.timeZone,
    today: context.now,
    byPhone: draft.calledAt && byPhoneWords(draft.calledAt, context.person.timeZone),
  }
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOwner(args, paths.intakeReview())
  if ('signedOut' in asked) return data(asked, { status: 401 })
  const { context, form } = asked
  const draft = await requireDraft(context, form)
  if (form.get('intent') === 'resolve') {
    const resolved = await postResolution(context, draft, form)
    return redirect(!wasRefused(resolved) && resolved.emergency ? paths.intakeEmergency() : paths.intakeReview())
  }
  const posted = await postAnswers(context, draft, form)
  if (wasRefused(posted)) return redirect(paths.nextStep())
  if (posted.emergency) return redirect(paths.intakeEmergency())
  if (posted.conflicts.length > 0) return data({ ...posted, errors: [] }, { status: 409 })
  if (form.has(carryFields.resume) && posted.wrong.length === 0)
    return redirect(`${paths.intakeReview()}#${fieldId(whereWas(form, posted))}`)
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
function nameOf(key: QuestionKey, which: Instrument): string {
  const question = questionOf(key, which)
  return question.kind === 'consent' ? `${question.label.split('.')[0]}: ` : ''
}

type ReviewData = Exclude<Awaited<ReturnType<typeof loader>>, Away>

export default function IntakeReview() {
  const { page, isAway } = useKeptPage<ReviewData>(useLoaderData<typeof loader>())
  return (
    <AskedVersion version={page.version}>
      <Review key={page.owner.intake} {...{ page, isAway }} />
    </AskedVersion>
  )
}

const never = () => false

function Review({ page, isAway }: { page: ReviewData; isAway: boolean }) {
  const answer = useKeptAnswer(useActionData<typeof action>())
  const result = answer && 'errors' in answer ? answer : undefined
  const clinic = useClinic()
  const which = useInstrument()
  const [stays, setStays] = useState(false)
  const { owner, savedAt } = page
  const { autosave, saving, held, letGo } = useIntakeAutosave(owner.intake, savedAt, never)
  const { ask, parts } = useIntakeSession({ autosave, saving, owner, isAway, letGo })
  useIntakeFocus('review')
  const turnedAway = answer && 'signedOut' in answer ? answer : undefined
  useEffect(() => {
    if (!turnedAway) return
    autosave.sessionEnded(turnedAway.signedOut)
    ask()
  }, [turnedAway, autosave, ask])
  const conflicts = saving.conflicts.length > 0 ? saving.conflicts : (result?.conflicts ?? [])
  const { part, partTitle } = progressOf(page.answers, 'consent', which)
  if (saving.tooLate.length > 0) return <TooLatePage answers={saving.tooLate} />
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
          {parts}
          <Unsaved saving={saving} stays={stays || held} onSignIn={ask} />
          <Progress part={part} name={partTitle} />
        </>
      }
    >
      <ErrorSummary
        errors={errors
          .filter(({ key }) => consentKeys.some((each) => each === key))
          .map(({ key, message }) => ({ id: fieldId(key), message: `${nameOf(key, which)}${message}` }))}
      />
      <h1 tabIndex={-1}>Look once more, then send</h1>
      {page.byPhone ? (
        <Banner icon={Phone} className="mt-16">
          <p>{page.byPhone}</p>
        </Banner>
      ) : null}
      <OpenAnswers open={page.open} refused={result !== undefined} />
      <IntakeSaid answers={page.answers} />
      <IntakeForm
        {...{ autosave, owner }}
        shown={consentKeys}
        versions={page.versions}
        onStay={() => (saving.signedOut ? ask() : setStays(true))}
      >
        <IntakeConsents
          answers={page.answers}
          typed={{ ...result?.typed, ...autosave.typed() }}
          errors={{ ...said, ...saving.problems }}
        />
        <Sheet under={<Later />}>
          <Button large block name="intent" value="send">
            Sign and send my answers
          </Button>
        </Sheet>
      </IntakeForm>
    </PatientPage>
  )
}
