import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useSearchParams } from '@remix-run/react'
import { Send } from 'lucide-react'
import { instrumentOf } from '~/domain/intake/instrument'
import { openBeforeSending } from '~/domain/intake/open-before-sending'
import { paths } from '~/domain/paths'
import { firstName } from '~/domain/people/say-names'
import { wasRefused } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { sayDate } from '~/domain/time/say-date'
import { sayTime } from '~/domain/time/say-time'
import { submitIntake } from '~/features/intake/submit-intake.server'
import { requireContext } from '~/server/require-context.server'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { PrintHead } from '~/ui/print-head'
import { sayBorn } from '~/ui/provider/say-person'
import { SavedMark } from '~/ui/saved-mark'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { CallAside } from './call-aside'
import { CallHead } from './call-head'
import { CallOpen } from './call-open'
import { callIntake } from './call-page.server'
import { CallPrint } from './call-print'
import { CallSaid } from './call-said'
import { SchedulerFrame } from './scheduler-frame'

export const meta: MetaFunction = () => [{ title: 'Read back, then send' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const intake = await callIntake(context, args)
  const which = instrumentOf(intake.instrumentVersion)
  const open = openBeforeSending(intake.answers, dayOf(context.now, context.clinic.timeZone), which)
  return { intake, open, now: context.now, person: context.person }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const intake = await callIntake(context, args)
  const form = await args.request.formData()
  if (form.get('intent') === 'stop') return redirect(`${paths.calls()}?stopped=${intake.id}`)
  const sent = await submitIntake(context, { intakeId: intake.id, patientId: intake.patient.id })
  if (!wasRefused(sent)) return redirect(sent.emergency ? paths.callEmergency(intake.id) : paths.callSent(intake.id))
  if (sent.refused === 'emergency') return redirect(paths.callEmergency(intake.id))
  return redirect(sent.refused === 'incomplete' ? `${paths.callReview(intake.id)}?open` : paths.callSent(intake.id))
}

export default function CallReview() {
  const { intake, open, now, person } = useLoaderData<typeof loader>()
  const clinic = useClinic()
  const [search] = useSearchParams()
  useLive()
  const which = instrumentOf(intake.instrumentVersion)
  const { patient, answers } = intake
  return (
    <SchedulerFrame person={person} current="calls" slim title="Calls" bodyClass="call-grid">
      <PrintHead
        clinic={`${clinic.name} · ${clinic.phone}`}
        person={`${patient.name}${patient.bornOn ? `, ${sayBorn(patient.bornOn)}` : ''}`}
        paper={`Answers given by phone, ${sayDate(now, clinic.timeZone)}. Not sent yet`}
      />
      <div className="stack s-14">
        <section className="panel pn" aria-label="Read back, then send">
          <CallHead
            patient={patient}
            by={person.name}
            now={now}
            saved={<SavedMark at={sayTime(intake.savedAt, clinic.timeZone)} />}
          />
          <div className="pad14 no-print">
            {open.length > 0 ? (
              <CallOpen intakeId={intake.id} open={open} which={which} refused={search.has('open')} />
            ) : (
              <>
                <p className="sub">Read this aloud, word for word</p>
                <p className="say">
                  “I have asked everything. I read back what matters, then I send it. Say stop if something is wrong.”
                </p>
              </>
            )}
          </div>
          <CallSaid intakeId={intake.id} answers={answers} which={which} by={person.name} />
          <Form method="post" className="pi-q no-print">
            <div className="row wrap">
              {open.length === 0 ? (
                <Button large icon={Send} name="intent" value="send">
                  Send {firstName(patient.name)}’s answers
                </Button>
              ) : null}
              {patient.hasEmail ? null : <CallPrint name={firstName(patient.name)} />}
              <span className="grow" />
              <button className="btn quiet" name="intent" value="stop">
                Stop here, call {firstName(patient.name)} back
              </button>
            </div>
          </Form>
          <div className="pi-e no-print">
            <Icon of={Send} />
            <p>
              <b>Sending is final.</b> After that you see only what comes next, not the answers.
              {patient.hasEmail
                ? ''
                : ' No e-mail: print the paper copy before you send and post it. The portal mails nothing.'}
            </p>
          </div>
        </section>
      </div>
      <CallAside intake={intake} answers={answers} which={which} />
    </SchedulerFrame>
  )
}
