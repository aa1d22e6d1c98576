import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { sayWhen } from '~/domain/time/say-when'
import { nextStepFor } from '~/domain/triage/next-step-for'
import type { Tier } from '~/domain/triage/triage-result'
import { callWords } from '~/domain/urgent/call-words'
import { nextStep } from '~/features/intake/next-step.server'
import { requireContext } from '~/server/require-context.server'
import { careTabs } from '~/ui/care-tabs'
import { PatientPage } from '~/ui/patient-page'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { BookNext } from './next-step-book'
import { CallNext } from './next-step-call'

export const meta: MetaFunction = () => [{ title: 'Your next step' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const next = await nextStep(context)
  if (next.kind === 'emergency') throw redirect(paths.intakeEmergency())
  if (next.kind === 'answer') throw redirect(paths.intake())
  if (next.kind === 'underway') throw redirect(paths.care())
  const [firstName = ''] = context.person.name.split(' ')
  const sent = next.sentAt && `${sayWhen(next.sentAt, context.person.timeZone)}${next.byPhone ? ' · by phone' : ''}`
  if (next.kind === 'book') return { ...next, firstName, sent, ...wordsFor(next.priority ? 'expedited' : 'routine') }
  const { lead } = wordsFor('same_day')
  return { ...next, firstName, sent, lead, words: callWords(next.dueAt, context.now, context.clinic.timeZone) }
}

function wordsFor(tier: Tier) {
  const { title, lead } = nextStepFor({ urgency: { tier, codes: [], reasons: [] } })
  return { title, lead }
}

export default function NextStep() {
  const next = useLoaderData<typeof loader>()
  const clinic = useClinic()
  useLive()
  return (
    <PatientPage clinic={clinic} home={paths.care()} tabs={careTabs('care')} layout="home">
      {next.kind === 'book' ? <BookNext {...next} clinic={clinic} /> : <CallNext {...next} clinic={clinic} />}
    </PatientPage>
  )
}
