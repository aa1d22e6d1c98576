import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useEffect } from 'react'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { correctionTexts } from '~/domain/urgent/correction-texts'
import { urgentReplies } from '~/domain/urgent/urgent-lists'
import { openEmergency } from '~/features/urgent/open-emergency.server'
import { replyUrgent } from '~/features/urgent/reply-urgent.server'
import { requireContext } from '~/server/require-context.server'
import { EmergencyPage } from '~/ui/emergency-page'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { ChangedPage } from './intake-changed'
import { changedView, correct } from './intake-correction.server'
import { EmergencyPromise } from './intake-emergency-promise'
import { firstCall } from './intake-first-call'
import { requireOwner } from './intake-owner.server'
import { SecondQuestion } from './intake-second-question'
import { WrongTap } from './intake-wrong-tap'
import { useKeptAnswer } from './use-kept-answer'

export { IntakeBoundary as ErrorBoundary } from './intake-sign-in-page'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.changed ? correctionTexts.changed.title : (page?.text.title ?? 'Call 911 now') },
]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const emergency = await openEmergency(context)
  if (!emergency) {
    const changed = await changedView(context)
    if (!changed) throw redirect(paths.nextStep())
    return { changed }
  }
  const { text, phone, takenBy, reply, question } = emergency
  const say = (at: Date | null) => at && sayTime(at, context.person.timeZone)
  return {
    changed: null,
    who: context.person.id,
    text,
    phone,
    reply,
    takenBy,
    question,
    opened: say(emergency.openedAt),
    due: say(emergency.dueAt),
    late: emergency.dueAt < context.now,
    taken: say(emergency.takenAt),
    replied: say(emergency.repliedAt),
    mistake: say(emergency.mistakeSaidAt),
  }
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOwner(args, paths.intakeEmergency())
  if ('signedOut' in asked) return redirect(paths.intakeEmergency())
  const { context, form } = asked
  const emergency = await openEmergency(context)
  if (!emergency) return redirect(paths.intakeEmergency())
  const said = form.get('said')
  const reply = urgentReplies.find((each) => each === said)
  if (form.has('shown')) {
    const corrected = await correct(context, emergency, form)
    if ('error' in corrected) return data(corrected, { status: 400 })
    const { outcome } = corrected
    return redirect(outcome === 'corrected' ? paths.intakeEmergency() : `${paths.intakeEmergency()}?again=${outcome}`)
  }
  if (reply) await replyUrgent(context, { itemId: emergency.id, reply })
  else if (said === 'mistake') await replyUrgent(context, { itemId: emergency.id, mistake: true })
  return redirect(paths.intakeEmergency())
}

export default function IntakeEmergency() {
  const page = useLoaderData<typeof loader>()
  useLive()
  return page.changed ? <ChangedPage {...page.changed} /> : <Emergency page={page} />
}

type Page = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { changed: null }>

function Emergency({ page }: { page: Page }) {
  const clinic = useClinic()
  const [search] = useSearchParams()
  const answer = useKeptAnswer(useActionData<typeof action>())
  const failed = answer && 'error' in answer ? answer : undefined
  const { question, text, mistake } = page
  const asks = failed !== undefined || search.has('wrong')
  const again = search.get('again')
  useEffect(() => {
    const asked = asks ? document.getElementById('wrong') : null
    if (!asked?.closest('section, form')?.contains(document.activeElement)) asked?.focus()
  }, [asks])
  const said = again === 'same' || again === 'still' ? correctionTexts[again][text.variant] : null
  const link = { href: '?wrong=1#wrong', label: question ? correctionTexts.link : undefined }
  return (
    <EmergencyPage
      clinic={clinic}
      title={text.title}
      lede={text.lead}
      {...firstCall(text)}
      promise={<EmergencyPromise {...page} />}
      answers={page.reply ? undefined : <WhatIDo />}
      done={<>We alerted our on-call clinician at {page.opened}. Your answers are saved.</>}
      wrongTap={asks || (mistake && !question) ? undefined : link}
    >
      {said && !asks ? (
        <p className="small mt-6" role="status">
          {said}
        </p>
      ) : null}
      {question && asks ? (
        <SecondQuestion question={question} who={page.who} variant={text.variant} failed={failed} />
      ) : mistake && !question ? (
        <p className="small mt-6" role="status">
          You told us at {mistake} that you tapped the wrong answer. A clinician calls you, talks it through with you
          and opens your questions again.
        </p>
      ) : asks ? (
        <WrongTap />
      ) : null}
    </EmergencyPage>
  )
}

function WhatIDo() {
  return (
    <Form method="post" className="pair">
      <button className="pick" name="said" value="called_911">
        I called 911
      </button>
      <button className="pick" name="said" value="going_to_er">
        Going to the ER
      </button>
    </Form>
  )
}
