import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { placeName } from '~/domain/visit/places'
import { confirmConsult } from '~/features/schedule/confirm-consult.server'
import { holdConsult } from '~/features/schedule/hold-consult.server'
import { readBooking } from '~/features/schedule/read-booking.server'
import { openEmergency } from '~/features/urgent/open-emergency.server'
import { requireContext } from '~/server/require-context.server'
import type { SignedIn } from '~/server/require-context.server'
import { Banner } from '~/ui/banner'
import { PatientPage } from '~/ui/patient-page'
import { PhoneLink } from '~/ui/phone-link'
import { useClinic } from '~/ui/use-clinic'
import { alternatives, holdWords, timeBoard } from './book-board'
import { BookClosed } from './book-closed'
import { BookHoldSheet } from './book-hold-sheet'
import { changeZone, wantedTime } from './book-page.server'
import { BookRefused } from './book-refused'
import { BookTimes } from './book-times'
import { BookZone } from './book-zone'
import { useHoldEnded } from './use-hold-ended'

export const meta: MetaFunction = () => [{ title: 'Choose a time' }]
export const shouldRevalidate = () => true

const placeOf = (context: SignedIn) => ({
  zone: context.person.timeZone,
  clinicZone: context.clinic.timeZone,
  now: context.now,
})

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  if (await openEmergency(context)) throw redirect(paths.intakeEmergency())
  const booking = await readBooking(context)
  if (booking.gate.kind === 'intakeFirst') throw redirect(paths.intake())
  if (booking.gate.kind === 'booked') throw redirect(paths.careVisitBooked(booking.gate.visitId))
  if (!('offer' in booking)) return { closed: booking.gate.kind }
  const search = new URL(args.request.url).searchParams
  const place = placeOf(context)
  return {
    closed: null,
    board: timeBoard(booking.offer, place, search, booking.hold),
    hold: holdWords(booking.offer, place, booking.hold),
    timeZone: place.zone,
    state: placeName(booking.gate.homeState),
    soon: booking.gate.urgency === 'expedited',
    late: booking.late,
  }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const form = await args.request.formData()
  if (form.get('intent') === 'zone') {
    const message = await changeZone(context, form)
    return message ? data({ message, times: [] }, { status: 400 }) : redirect(paths.book())
  }
  if (form.get('intent') === 'confirm') {
    const visit = await confirmConsult(context, { holdId: String(form.get('holdId') ?? '') })
    if (!wasRefused(visit)) return redirect(paths.careVisitBooked(visit.visitId))
    return refused(context, visit.message, context.now)
  }
  const wish = wantedTime(form)
  if (!wish) return data({ message: 'Choose a time.', times: [] }, { status: 400 })
  const hold = await holdConsult(context, wish)
  if (wasRefused(hold)) return refused(context, hold.message, wish.startsAt)
  return redirect(`${paths.book()}${new URL(args.request.url).search}`)
}

async function refused(context: SignedIn, message: string, wanted: Date) {
  const booking = await readBooking(context)
  const times = 'offer' in booking ? alternatives(booking.offer, wanted, context.person.timeZone) : []
  return data({ message, times }, { status: 409 })
}

export default function Book() {
  const page = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const ended = useHoldEnded(Boolean(page.closed === null && page.hold))
  const clinic = useClinic()
  const step = { back: paths.care(), saved: <span className="mid">Book a visit</span> }
  if (page.closed) return <BookClosed clinic={clinic} step={step} why={page.closed} />
  const { board, hold } = page
  return (
    <PatientPage clinic={clinic} step={step} wide room={hold ? 'sheet-tall' : 'none'}>
      <h1>Choose a time</h1>
      {board ? (
        <>
          <BookZone timeZone={page.timeZone} board={board} />
          {page.soon ? (
            <Banner className="mt-12" tone={page.late ? 'attention' : 'accent'}>
              <p>
                {page.late
                  ? 'No time is free in the next 3 business days. '
                  : 'We want to see you within 3 business days. '}
                {page.late ? (
                  <>
                    Please call us, we make one: <PhoneLink clinic={clinic} bare />.
                  </>
                ) : (
                  'Please choose the first time that fits.'
                )}
              </p>
            </Banner>
          ) : null}
          {said ? <BookRefused message={said.message} times={said.times} /> : null}
          {ended && !said ? (
            <BookRefused message="Your 10 minutes are over, so the time is free again. Choose a time." times={[]} />
          ) : null}
          <BookTimes board={board} />
          <p className="small muted mt4">
            All are licensed where you live: {page.state}.{' '}
            <span className="nowrap">
              No time fits? Call <PhoneLink clinic={clinic} bare />
            </span>
          </p>
        </>
      ) : (
        <Banner className="mt-16" tone="attention">
          <p>
            No time is free in the next weeks with a provider licensed where you live: {page.state}. Please call us:{' '}
            <PhoneLink clinic={clinic} bare />.
          </p>
        </Banner>
      )}
      {hold ? <BookHoldSheet hold={hold} verb="Book" /> : null}
    </PatientPage>
  )
}
