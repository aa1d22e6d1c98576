import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ArrowLeft, Check, Mail, PhoneOutgoing } from 'lucide-react'
import type { ReactNode } from 'react'
import { paths } from '~/domain/paths'
import { fixedTexts } from '~/domain/intake/emergency-texts'
import { wasRefused } from '~/domain/refusal'
import { sayWhen } from '~/domain/time/say-when'
import { nextStepFor } from '~/domain/triage/next-step-for'
import type { Tier } from '~/domain/triage/triage-result'
import { callWords } from '~/domain/urgent/call-words'
import { phoneNextStep } from '~/features/intake/phone-next-step.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { ButtonLink } from '~/ui/button-link'
import { Icon } from '~/ui/icon'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { SchedulerFrame } from './scheduler-frame'

export const meta: MetaFunction = () => [{ title: 'Sent: what to say' }]

const wordsFor = (tier: Tier) => nextStepFor({ urgency: { tier, codes: [], reasons: [] } })

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const intakeId = paramId(args, 'intakeId')
  const step = await phoneNextStep(context, { intakeId })
  if (wasRefused(step)) {
    if (step.refused === 'open') throw redirect(paths.callReview(intakeId))
    return noPage()
  }
  const { patient, sentAt, next } = step
  if (next.kind === 'emergency') throw redirect(paths.callEmergency(intakeId))
  const zone = context.clinic.timeZone
  const common = { patient, sentAt, person: context.person, now: context.now }
  if (next.kind === 'call') {
    const { title, by } = callWords(next.dueAt, context.now, zone)
    return {
      ...common,
      kind: next.kind,
      title,
      say: `${wordsFor('same_day').lead} You hear from us ${by}.`,
      takenBy: next.takenBy,
    }
  }
  if (next.kind === 'underway')
    return {
      ...common,
      kind: next.kind,
      title: 'A visit is on the calendar',
      say: `Your visit is ${sayWhen(next.startsAt, patient.timeZone)}.`,
    }
  const { title, lead } = wordsFor(next.priority ? 'expedited' : 'routine')
  return { ...common, kind: next.kind, title, say: lead, priority: next.priority }
}

export default function CallSent() {
  const page = useLoaderData<typeof loader>()
  const { timeZone } = useClinic()
  useLive()
  const { patient, sentAt, now } = page
  return (
    <SchedulerFrame
      person={page.person}
      current="calls"
      slim
      title={patient.name}
      meta={`Sent ${sayWhen(sentAt, timeZone, { now })}`}
      actions={
        <ButtonLink to={paths.calls()} variant="secondary" icon={ArrowLeft}>
          Back to calls
        </ButtonLink>
      }
      bodyClass="call-form"
    >
      <section className="panel pn" aria-labelledby="next-h">
        <div className="grp">
          <h2 id="next-h">{page.title}</h2>
          <span>Next step</span>
        </div>
        <div className="pi-q">
          <p className="sub">Read this aloud, word for word</p>
          <p className="say">“{page.say}”</p>
          {page.kind === 'call' ? <p className="call-also">“Worse? Call 911: {fixedTexts.ifWorse}”</p> : null}
        </div>
        {page.kind === 'call' ? (
          <Line done title={page.takenBy ? `${page.takenBy} calls` : 'A clinician is told and calls'}>
            {patient.phone ? `On ${patient.phone}. ` : ''}Nothing to book before that call.
          </Line>
        ) : null}
        {page.kind === 'book' ? <Booking hasEmail={patient.hasEmail} priority={page.priority} /> : null}
        {patient.hasEmail ? null : (
          <Line mail title="A paper copy goes by mail">
            The one you printed before sending. The portal mails nothing, and the answers can no longer be printed here.
          </Line>
        )}
      </section>
      <p className="sub mt-12">You see what comes next, not the answers and not what the rules made of them.</p>
    </SchedulerFrame>
  )
}

function Booking({ hasEmail, priority }: { hasEmail: boolean; priority: boolean }) {
  if (hasEmail)
    return (
      <Line done title="They choose the time themselves">
        With the mail they got: choose a password, sign in, choose a time
        {priority ? ' in the next 3 working days' : ''}. The portal cannot book a video visit for somebody else yet.
      </Line>
    )
  return (
    <Line title="No e-mail: agree on a time by phone">
      The portal cannot book a video visit for somebody else yet. Say: “We call you back with a time.” Then ask the
      provider for one{priority ? ', within 3 working days' : ''}, and call back.
    </Line>
  )
}

function Line(props: { done?: boolean; mail?: boolean; title: string; children: ReactNode }) {
  return (
    <div className="cl">
      <span className={props.done ? 'ic g' : 'ic w'}>
        <Icon of={props.mail ? Mail : props.done ? Check : PhoneOutgoing} />
      </span>
      <span>
        <b>{props.title}</b>
        <span className="sub">{props.children}</span>
      </span>
    </div>
  )
}
