import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'
import { z } from 'zod'
import { instrumentOf } from '~/domain/intake/instrument'
import { firstOpenPhoneQuestion } from '~/domain/intake/phone-questions'
import { CallForm, LaterEmailForm } from '~/domain/people/account-forms'
import { ageOn } from '~/domain/people/age-on'
import { sayBirthDate } from '~/domain/people/say-birth-date'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { sayWhen } from '~/domain/time/say-when'
import { addEmail } from '~/features/call/add-email.server'
import { readCaller } from '~/features/call/read-caller.server'
import { openPhoneIntake } from '~/features/intake/open-phone-intake.server'
import { readPhoneIntake } from '~/features/intake/read-phone-intake.server'
import { takeOverDraft } from '~/features/intake/take-over-draft.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import type { SignedIn } from '~/server/require-context.server'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { ErrorSummary } from '~/ui/error-summary'
import { Flash } from '~/ui/flash'
import { useClinic } from '~/ui/use-clinic'
import { CallAddEmail } from './call-add-email'
import { CallOwnDraft } from './call-own-draft'
import { CallSaidFirst } from './call-said-first'
import { SchedulerFrame } from './scheduler-frame'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `Before the questions: ${page.caller.name}` : 'Before the questions' },
]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const caller = await readCaller(context, { patientId: paramId(args, 'patientId') })
  if (wasRefused(caller)) return noPage()
  const invited = new URL(args.request.url).searchParams.has('invited') && caller.hasEmail
  return { caller, invited, now: context.now, person: context.person }
}

async function firstPage(context: SignedIn, intakeId: string): Promise<string> {
  const intake = await readPhoneIntake(context, { intakeId })
  if (wasRefused(intake)) return paths.calls()
  const first = firstOpenPhoneQuestion(intake.answers, instrumentOf(intake.instrumentVersion))
  return first ? paths.callStep(intakeId, first.question.key) : paths.callReview(intakeId)
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const patientId = paramId(args, 'patientId')
  const caller = await readCaller(context, { patientId })
  if (wasRefused(caller)) return noPage()
  const form = await args.request.formData()
  const typed = Object.fromEntries([...form.entries()].map(([key, value]) => [key, `${value}`]))
  const takesOver = form.get('intent') === 'take-over'
  const answer = (status: number, errors: Record<string, string[] | null>, message: string | null, ownDraft: boolean) =>
    data({ typed, errors, message, ownDraft }, { status })
  if (form.get('intent') === 'email') {
    const later = LaterEmailForm.safeParse(typed)
    if (!later.success)
      return answer(400, z.flattenError(later.error).fieldErrors as Record<string, string[]>, null, false)
    const added = await addEmail(context, { patientId, email: later.data.email })
    if (!wasRefused(added)) return redirect(`${paths.callPatient(patientId)}?invited`)
    return added.refused === 'missing' ? noPage() : answer(409, { email: [added.message] }, null, false)
  }
  const wish = CallForm.safeParse(typed)
  if (!wish.success)
    return answer(400, z.flattenError(wish.error).fieldErrors as Record<string, string[]>, null, takesOver)
  const { language, interpreter } = wish.data
  if (takesOver) {
    if (form.get('takeOver') !== 'on')
      return answer(
        400,
        { takeOver: ['Ask first: without a yes the answers in the portal stay as they are'] },
        null,
        true,
      )
    const taken = await takeOverDraft(context, { patientId, language, interpreter })
    if (!wasRefused(taken)) return redirect(await firstPage(context, taken.id))
    if (taken.refused === 'missing') return noPage()
    if (taken.refused === 'emergency') return answer(409, {}, taken.message, true)
  }
  const opened = await openPhoneIntake(context, { patientId, language, interpreter })
  if (!wasRefused(opened)) return redirect(await firstPage(context, opened.id))
  return opened.refused === 'missing' ? noPage() : answer(409, {}, null, true)
}

export default function CallPatient() {
  const { caller, invited, now, person } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { timeZone } = useClinic()
  const errors: Record<string, string[] | null | undefined> = answer?.errors ?? {}
  const typed = answer?.typed ?? {}
  const saidBack = `“You are ${caller.name}, born ${caller.bornOn ? sayBirthDate(caller.bornOn) : '…'}. Is that correct?”`
  const summary = Object.entries(errors).flatMap(([id, messages]) =>
    (messages ?? []).map((message) => ({ id, message })),
  )
  const fields = { typed, errors: errors as Record<string, string[] | null>, saidBack, asked: caller.open !== null }
  return (
    <SchedulerFrame
      person={person}
      current="calls"
      slim
      title={
        <>
          {caller.name}
          {caller.bornOn ? `, ${ageOn(caller.bornOn, dayOf(now, timeZone))}` : ''}
        </>
      }
      meta={[caller.phone, caller.hasEmail ? null : 'no e-mail'].filter(Boolean).join(' · ')}
      actions={
        <ButtonLink to={paths.calls()} variant="secondary" icon={ArrowLeft}>
          Back to calls
        </ButtonLink>
      }
      bodyClass="call-form"
    >
      {invited ? <Flash>The e-mail is added. The invitation is on its way.</Flash> : null}
      <ErrorSummary errors={summary} />
      {answer?.message ? (
        <Banner tone="emergency" live="alert" className="mb-12">
          <b>{answer.message}</b> Say: “One of your answers needs a clinician. If you feel worse, hang up and call 911.
          Our clinician calls you.” Nothing was changed.
        </Banner>
      ) : null}
      {caller.open ? (
        <Banner className="mb-12">
          Begun {sayWhen(caller.open.startedAt, timeZone, { now })}, last saved{' '}
          {sayWhen(caller.open.savedAt, timeZone, { now })}. You go on where it stopped.
        </Banner>
      ) : null}
      <Form method="post" className="panel pn">
        {answer?.ownDraft ? <CallOwnDraft name={caller.name} errors={errors['takeOver'] ?? null} /> : null}
        <CallSaidFirst {...fields} />
        <div className="sdf">
          {answer?.ownDraft ? (
            <div className="row wrap">
              <Button large name="intent" value="take-over">
                Take over by phone
              </Button>
              <ButtonLink to={paths.calls()} variant="secondary" large>
                Leave it with {caller.name}
              </ButtonLink>
            </div>
          ) : (
            <Button large name="intent" value="begin">
              {caller.open ? 'Go on with the questions' : 'Begin the questions'}
            </Button>
          )}
        </div>
      </Form>
      {caller.hasEmail ? null : <CallAddEmail name={caller.name} typed={typed} errors={errors} />}
    </SchedulerFrame>
  )
}
