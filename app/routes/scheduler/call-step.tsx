import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { instrumentOf, isQuestionKey } from '~/domain/intake/instrument'
import type { Instrument } from '~/domain/intake/instrument'
import {
  firstOpenPhoneQuestion,
  nextPhoneQuestion,
  phoneProgress,
  phoneQuestion,
  previousPhoneQuestion,
} from '~/domain/intake/phone-questions'
import type { PhoneQuestion } from '~/domain/intake/phone-questions'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { callWords } from '~/domain/urgent/call-words'
import { dueAt } from '~/domain/urgent/due-at'
import { noPage } from '~/server/no-page.server'
import { requireContext } from '~/server/require-context.server'
import { useLive } from '~/ui/use-live'
import { callIntake } from './call-page.server'
import { postCall } from './call-post.server'
import { CallQuestionPage } from './call-question-page'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.progress}: ${page.intake.patient.name}` : 'Intake by phone' },
]

function placeOf(intakeId: string, at: PhoneQuestion | undefined): string {
  return at ? paths.callStep(intakeId, at.question.key) : paths.callReview(intakeId)
}

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const slug = args.params['question'] ?? ''
  const intake = await callIntake(context, args, slug)
  if (!isQuestionKey(slug)) return noPage()
  const which = instrumentOf(intake.instrumentVersion)
  if (!phoneQuestion(intake.answers, slug, which))
    throw redirect(placeOf(intake.id, firstOpenPhoneQuestion(intake.answers, which)))
  const before = previousPhoneQuestion(intake.answers, slug, which)
  return {
    intake,
    slug,
    back: before ? paths.callStep(intake.id, before.question.key) : paths.callPatient(intake.patient.id),
    progress: phoneProgress(intake.answers, slug, which).words,
    callDay: callWords(dueAt('same_day', context.now, context.clinic.timeZone), context.now, context.clinic.timeZone)
      .day,
    corrected: new URL(args.request.url).searchParams.has('corrected'),
    now: context.now,
    person: context.person,
  }
}

/** The answer of this page is kept; with what two screens disagreed about, the one that was asked again stands. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const slug = args.params['question'] ?? ''
  const intake = await callIntake(context, args)
  if (!isQuestionKey(slug)) return noPage()
  const form = await args.request.formData()
  const posted = await postCall(context, intake, form)
  if (wasRefused(posted)) return redirect(paths.callSent(intake.id))
  if (posted.emergency) return redirect(paths.callEmergency(intake.id))
  if (posted.conflicts.length > 0) return data({ ...posted, errors: [] }, { status: 409 })
  const stops = form.get('intent') === 'stop'
  const errors = stops ? posted.wrong : [...posted.wrong, ...posted.empty]
  if (errors.length > 0) return data({ ...posted, errors }, { status: 400 })
  if (stops) return redirect(`${paths.calls()}?stopped=${intake.id}`)
  const which: Instrument = instrumentOf(intake.instrumentVersion)
  return redirect(placeOf(intake.id, nextPhoneQuestion(posted.answers, slug, which)))
}

export default function CallStep() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { key } = useLocation()
  useLive()
  return <CallQuestionPage key={`${page.slug}:${key}`} page={page} result={result} />
}
