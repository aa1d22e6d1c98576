import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { urgentReplies } from '~/domain/urgent/urgent-lists'
import { openEmergency } from '~/features/urgent/open-emergency.server'
import { replyUrgent } from '~/features/urgent/reply-urgent.server'
import { requireContext } from '~/server/require-context.server'
import { EmergencyPage } from '~/ui/emergency-page'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { firstCall } from './intake-first-call'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.text.title ?? 'Call 911 now' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const emergency = await openEmergency(context)
  if (!emergency) throw redirect(paths.nextStep())
  const { text, phone, takenBy, reply } = emergency
  const say = (at: Date | null) => at && sayTime(at, context.person.timeZone)
  return {
    text,
    phone,
    reply,
    takenBy,
    opened: say(emergency.openedAt),
    due: say(emergency.dueAt),
    late: emergency.dueAt < context.now,
    taken: say(emergency.takenAt),
    replied: say(emergency.repliedAt),
    mistake: say(emergency.mistakeSaidAt),
  }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const emergency = await openEmergency(context)
  if (!emergency) return redirect(paths.nextStep())
  const said = (await args.request.formData()).get('said')
  const reply = urgentReplies.find((each) => each === said)
  if (reply) await replyUrgent(context, { itemId: emergency.id, reply })
  else if (said === 'mistake') await replyUrgent(context, { itemId: emergency.id, mistake: true })
  return redirect(paths.intakeEmergency())
}

const replies = { called_911: 'you called 911', going_to_er: 'you are going to the emergency room' }

export default function IntakeEmergency() {
  const page = useLoaderData<typeof loader>()
  const clinic = useClinic()
  const [search] = useSearchParams()
  useLive()
  return (
    <EmergencyPage
      clinic={clinic}
      title={page.text.title}
      lede={page.text.lead}
      {...firstCall(page.text)}
      promise={<OurPromise {...page} />}
      answers={page.reply ? undefined : <WhatIDo />}
      done={<Done {...page} />}
      wrongTap={page.mistake || search.has('wrong') ? undefined : { href: '?wrong=1#wrong' }}
    >
      {page.mistake ? (
        <p className="small mt-6" role="status">
          You told us at {page.mistake} that you tapped the wrong answer. A clinician calls you, talks it through with
          you and opens your questions again.
        </p>
      ) : search.has('wrong') ? (
        <WrongTap />
      ) : null}
    </EmergencyPage>
  )
}

type Facts = ReturnType<typeof useLoaderData<typeof loader>>

function OurPromise({ reply, replied, due, late, phone, takenBy, taken }: Facts) {
  const where = phone ? (
    <>
      {' '}
      at <span className="nowrap">{phone}</span>
    </>
  ) : null
  if (takenBy && taken)
    return (
      <>
        {takenBy} has seen your answer at {taken} and calls you{where}.
      </>
    )
  if (reply && replied)
    return (
      <>
        You told us at {replied} that {replies[reply]}. Thank you. We still call you{where}.
      </>
    )
  if (late) return <>We are trying to reach you{where}. Do not wait for us: call 911.</>
  return (
    <>
      If we do not hear from you by {due}, we will call you{where}.
    </>
  )
}

function Done({ opened }: Facts) {
  return <>We alerted our on-call clinician at {opened}. Your answers are saved.</>
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

/** A second, separate question: saying so is told to the clinician and never leads back to the form. */
function WrongTap() {
  return (
    <Form method="post" id="wrong" className="em-tell">
      <p>
        <b className="strong">Did you tap the wrong answer?</b> Then tell us. A clinician calls you and talks it through
        with you. If what you tapped is true, call 911 now.
      </p>
      <div className="pair">
        <button className="pick" name="said" value="mistake">
          Yes, a wrong tap
        </button>
        <Link className="pick" to={paths.intakeEmergency()} preventScrollReset>
          No, it is true
        </Link>
      </div>
    </Form>
  )
}
