import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { UserPlus } from 'lucide-react'
import { z } from 'zod'
import { FindForm } from '~/domain/people/account-forms'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { sayDate } from '~/domain/time/say-date'
import { findPatients } from '~/features/call/find-patients.server'
import { listToTell } from '~/features/call/list-to-tell.server'
import { listPhoneIntakes } from '~/features/intake/list-phone-intakes.server'
import { requireContext } from '~/server/require-context.server'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { CallFind } from './call-find'
import { OpenByPhone, SentByPhone } from './call-lists'
import { CallToTell } from './call-to-tell'
import { SchedulerFrame } from './scheduler-frame'

export const meta: MetaFunction = () => [{ title: 'Calls' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const [asked, toTell] = await Promise.all([listPhoneIntakes(context), listToTell(context)])
  return { ...asked, toTell, now: context.now, person: context.person }
}

/** Looking for somebody: what is looked for travels in the body, never in an address. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const typed = Object.fromEntries(
    [...(await args.request.formData()).entries()].map(([key, value]) => [key, `${value}`]),
  )
  const wish = FindForm.safeParse(typed)
  if (!wish.success) {
    const [message = 'Look at what you typed once more.'] = Object.values(z.flattenError(wish.error).fieldErrors).flat()
    return data({ typed, message, found: null, more: false }, { status: 400 })
  }
  const result = await findPatients(context, wish.data)
  if (wasRefused(result)) return data({ typed, message: result.message, found: null, more: false }, { status: 400 })
  return { typed, message: null, ...result }
}

export default function Calls() {
  const { open, sent, toTell, now, person } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const { timeZone } = useClinic()
  useLive()
  const stopped = open.find(({ id }) => id === search.get('stopped'))
  return (
    <SchedulerFrame
      person={person}
      current="calls"
      slim
      title="Calls"
      meta={sayDate(now, timeZone)}
      actions={
        <ButtonLink to={paths.callRegister()} variant="secondary" icon={UserPlus}>
          Register a new patient
        </ButtonLink>
      }
      bodyClass="calls-grid"
    >
      <div className="stack s-14">
        <OpenByPhone open={open} now={now} />
        <SentByPhone sent={sent} />
      </div>
      <div className="stack s-14">
        {stopped ? (
          <Banner tone="good" live="status">
            <b>{stopped.patient.name}’s answers are saved.</b> Call back
            {stopped.patient.phone ? <> on {stopped.patient.phone}</> : null} and go on from the list.
          </Banner>
        ) : null}
        <CallFind
          typed={answer?.typed ?? {}}
          message={answer?.message ?? null}
          found={answer?.found ?? null}
          more={answer?.more ?? false}
        />
        <CallToTell toTell={toTell} now={now} />
      </div>
    </SchedulerFrame>
  )
}
