import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSubmit } from '@remix-run/react'
import { ArrowLeft, PhoneOutgoing } from 'lucide-react'
import { z } from 'zod'
import { bookingClosed } from '~/domain/case/booking-closed'
import { BookingWish } from '~/domain/case/case-wishes'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { atWallClock } from '~/domain/time/at-wall-clock'
import { dayOf } from '~/domain/time/day-of'
import { sayWhen } from '~/domain/time/say-when'
import { bookProcedure } from '~/features/case/book-procedure.server'
import { findTimes } from '~/features/case/find-times.server'
import { listProviders } from '~/features/case/list-providers.server'
import { moveProcedure } from '~/features/case/move-procedure.server'
import { readCase } from '~/features/case/read-case.server'
import { noPage } from '~/server/no-page.server'
import { requireContext } from '~/server/require-context.server'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { SelectField } from '~/ui/select-field'
import { SideBlock } from '~/ui/side-block'
import { TextField } from '~/ui/text-field'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { SchedulerFrame } from './scheduler-frame'
import { TimeList } from './time-list'

export const meta: MetaFunction = () => [{ title: 'Find a time' }]

const Search = z.object({
  caseId: z.uuid(),
  provider: z.uuid().optional().catch(undefined),
  location: z.uuid().optional().catch(undefined),
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional()
    .catch(undefined),
})

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const query = Object.fromEntries(new URL(args.request.url).searchParams)
  const search = Search.safeParse({ ...query, caseId: args.params['caseId'] })
  if (!search.success) return noPage()
  const { caseId, provider, location, after } = search.data
  const found = await readCase(context, { caseId })
  if (wasRefused(found)) return noPage()
  if (found.procedure?.state === 'done') return redirect(paths.case(caseId))
  const free = await findTimes(context, {
    caseId,
    providerId: provider,
    locationId: location,
    after: after ? atWallClock(after, '00:00', context.clinic.timeZone) : undefined,
    atMost: 8,
  })
  if (wasRefused(free)) return noPage()
  return {
    patientName: found.patient.name,
    hasEmail: found.patient.email !== null,
    theCase: found.case,
    procedure: found.procedure,
    followUpAt: found.followUp?.startsAt ?? null,
    closed: bookingClosed(found.facts),
    times: free.times,
    providers: await listProviders(context),
    chosen: {
      provider: provider ?? found.case.providerId,
      location: location ?? '',
      after: after ?? dayOf(context.now, context.clinic.timeZone),
    },
    person: context.person,
  }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const caseId = z.uuid().safeParse(args.params['caseId'])
  const wish = BookingWish.safeParse(Object.fromEntries(await args.request.formData()))
  if (!caseId.success || !wish.success) return noPage()
  const found = await readCase(context, { caseId: caseId.data })
  if (wasRefused(found)) return noPage()
  const act = found.procedure ? moveProcedure : bookProcedure
  const booked = await act(context, { caseId: caseId.data, ...wish.data })
  if (wasRefused(booked))
    return booked.refused === 'missing' ? noPage() : data({ message: booked.message }, { status: 409 })
  return redirect(paths.case(caseId.data))
}

export default function CaseBook() {
  const { patientName, hasEmail, theCase, procedure, followUpAt, closed, times, providers, chosen, person } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const submit = useSubmit()
  const { timeZone } = useClinic()
  useLive()
  const places = [...new Map(providers.flatMap((one) => one.locations).map((one) => [one.id, one])).values()]
  return (
    <SchedulerFrame person={person} slim>
      <header className="s-head gap-12 wrap">
        <ButtonLink
          to={paths.case(theCase.id)}
          variant="secondary"
          icon={ArrowLeft}
          className="icon"
          aria-label="Back to the case"
        />
        <div className="lh-13">
          <h1>
            {procedure ? 'Move' : 'Find a time'}: {patientName}
          </h1>
          <p className="muted">
            SI joint injection · {theCase.intent} · 45 min · provider, procedure room and C-arm, all free
          </p>
        </div>
        <SideBlock side={theCase.side} />
      </header>
      <div className="s-body pad-14-20">
        {answer?.message ? (
          <Banner tone="emergency" live="alert">
            {answer.message} The times below are free now.
          </Banner>
        ) : null}
        {hasEmail ? null : (
          <Banner tone="attention" icon={PhoneOutgoing}>
            <b>No e-mail: tell by phone.</b> No letter goes out when you book or move a time.
          </Banner>
        )}
        {procedure ? (
          <table className="tbl chg panel">
            <caption className="sr">What moves together</caption>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Now</th>
                <th scope="col">After</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">Procedure</th>
                <td>{sayWhen(procedure.startsAt, timeZone)}</td>
                <td>The time you choose</td>
              </tr>
              <tr>
                <th scope="row">Follow-up by video</th>
                <td>{followUpAt ? sayWhen(followUpAt, timeZone) : 'none'}</td>
                <td>Moves with it, two weeks later</td>
              </tr>
              <tr>
                <th scope="row">Patient</th>
                <td>{procedure.confirmedAt ? 'Confirmed' : 'Not confirmed yet'}</td>
                <td>{hasEmail ? 'Gets a letter and confirms again' : 'No e-mail: tell by phone'}</td>
              </tr>
            </tbody>
          </table>
        ) : null}
        <div className="panel clip mt-12 find-times">
          <Form
            method="get"
            className="row gap-12 wrap a-end pad-12-14"
            onChange={(event) => submit(event.currentTarget)}
          >
            <SelectField
              id="provider"
              name="provider"
              label="Provider"
              defaultValue={chosen.provider}
              options={providers.map((one) => ({ value: one.id, label: one.name }))}
            />
            <SelectField
              id="location"
              name="location"
              label="Location"
              defaultValue={chosen.location}
              empty="Any location"
              options={places.map((one) => ({ value: one.id, label: one.name }))}
            />
            <TextField id="after" name="after" type="date" label="Not before" defaultValue={chosen.after} />
            <Button variant="secondary">Show times</Button>
          </Form>
          <TimeList times={times} zone={timeZone} closed={closed} verb={procedure ? 'Move here' : 'Book'} />
        </div>
      </div>
    </SchedulerFrame>
  )
}
