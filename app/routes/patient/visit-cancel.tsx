import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { mayChange } from '~/domain/schedule/may-change'
import { sayWhenFor } from '~/domain/time/say-when-for'
import { cancelVisit } from '~/features/schedule/cancel-visit.server'
import { readBookedVisit } from '~/features/schedule/read-booked-visit.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { PatientPage } from '~/ui/patient-page'
import { useClinic } from '~/ui/use-clinic'

export const meta: MetaFunction = () => [{ title: 'Cancel your visit?' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const visitId = paramId(args, 'visitId')
  const booked = await readBookedVisit(context, { visitId })
  if (wasRefused(booked)) return noPage()
  const { visit, provider } = booked
  if (visit.kind === 'follow_up' || !mayChange(visit, context.now)) throw redirect(paths.careVisitBooked(visitId))
  return {
    visitId,
    when: sayWhenFor(visit.startsAt, context.person.timeZone, context.clinic.timeZone),
    provider: provider.name,
  }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const visitId = paramId(args, 'visitId')
  const cancelled = await cancelVisit(context, { visitId })
  if (!wasRefused(cancelled)) return redirect(paths.careVisitBooked(visitId))
  if (cancelled.refused === 'missing') return noPage()
  return data({ message: cancelled.message }, { status: 409 })
}

export default function Cancel() {
  const { visitId, when, provider } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const clinic = useClinic()
  const back = paths.careVisitBooked(visitId)
  return (
    <PatientPage clinic={clinic} step={{ back, saved: <span className="mid">Your visit</span> }} wide mainClass="doc">
      <h1>Cancel your visit?</h1>
      <p className="lede mt-6">
        <b className="strong tx-ink">{when}</b> with {provider}.
      </p>
      <ul className="dots mt-12">
        <li>
          <span>The time becomes free for someone else at once.</span>
        </li>
        <li>
          <span>Your answers stay. You can book a new time here.</span>
        </li>
      </ul>
      {said ? (
        <Banner tone="attention" live="alert" className="mt-12">
          {said.message}
        </Banner>
      ) : null}
      <Form method="post" className="mt-20">
        <ButtonLink to={back} large block>
          Keep my visit
        </ButtonLink>
        <Button variant="danger" large block className="mt-8">
          Cancel my visit
        </Button>
      </Form>
      <p className="under mt-12">
        Another time? <Link to={paths.careVisitReschedule(visitId)}>Move it instead</Link>
      </p>
    </PatientPage>
  )
}
