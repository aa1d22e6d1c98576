import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { sayWhenFor } from '~/domain/time/say-when-for'
import { confirmMove } from '~/features/schedule/confirm-move.server'
import { holdMove } from '~/features/schedule/hold-move.server'
import { readMove } from '~/features/schedule/read-move.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import type { SignedIn } from '~/server/require-context.server'
import { Banner } from '~/ui/banner'
import { PatientPage } from '~/ui/patient-page'
import { PhoneLink } from '~/ui/phone-link'
import { useClinic } from '~/ui/use-clinic'
import { alternatives, holdWords, timeBoard } from './book-board'
import { BookHoldSheet } from './book-hold-sheet'
import { changeZone, wantedTime } from './book-page.server'
import { BookRefused } from './book-refused'
import { BookTimes } from './book-times'
import { BookZone } from './book-zone'
import { useHoldEnded } from './use-hold-ended'

export const meta: MetaFunction = () => [{ title: 'Move your visit' }]
export const shouldRevalidate = () => true

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const visitId = paramId(args, 'visitId')
  const move = await readMove(context, { visitId })
  if (wasRefused(move)) {
    if (move.refused === 'tooLate') throw redirect(paths.careVisitBooked(visitId))
    return noPage()
  }
  const { visit, provider } = move.own
  const place = { zone: context.person.timeZone, clinicZone: context.clinic.timeZone, now: context.now }
  const search = new URL(args.request.url).searchParams
  return {
    visitId,
    followUp: visit.kind === 'follow_up',
    booked: sayWhenFor(visit.startsAt, place.zone, place.clinicZone),
    provider: provider.name,
    board: timeBoard(move.offer, place, search, move.hold),
    hold: holdWords(move.offer, place, move.hold),
    timeZone: place.zone,
  }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const visitId = paramId(args, 'visitId')
  const form = await args.request.formData()
  const here = `${paths.careVisitReschedule(visitId)}${new URL(args.request.url).search}`
  if (form.get('intent') === 'zone') {
    const message = await changeZone(context, form)
    return message ? data({ message, times: [] }, { status: 400 }) : redirect(here)
  }
  const wish = form.get('intent') === 'confirm' ? null : wantedTime(form)
  const done = wish
    ? await holdMove(context, { visitId, ...wish })
    : await confirmMove(context, { visitId, holdId: String(form.get('holdId') ?? '') })
  if (!wasRefused(done)) return redirect(wish ? here : `${paths.careVisitBooked(visitId)}?moved=1`)
  if (done.refused === 'missing') return noPage()
  return refused(context, visitId, done.message, wish?.startsAt ?? context.now)
}

async function refused(context: SignedIn, visitId: string, message: string, wanted: Date) {
  const move = await readMove(context, { visitId })
  const times = wasRefused(move) ? [] : alternatives(move.offer, wanted, context.person.timeZone)
  return data({ message, times }, { status: 409 })
}

export default function Reschedule() {
  const { visitId, followUp, booked, provider, board, hold, timeZone } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const ended = useHoldEnded(hold !== null)
  const clinic = useClinic()
  const step = { back: paths.careVisitBooked(visitId), saved: <span className="mid">Move your visit</span> }
  return (
    <PatientPage clinic={clinic} step={step} wide room={hold ? 'sheet-tall' : 'none'}>
      <h1>Choose another time</h1>
      <Banner className="mt-12">
        <p>
          You keep <b className="strong">{booked}</b> with {provider} until you choose a new time.
        </p>
      </Banner>
      {board ? <BookZone timeZone={timeZone} board={board} /> : null}
      {followUp ? (
        <p className="small muted mt-8">This check is 12 to 16 days after your injection, with the same provider.</p>
      ) : null}
      {said ? <BookRefused message={said.message} times={said.times} /> : null}
      {ended && !said ? (
        <BookRefused message="Your 10 minutes are over. Your visit keeps its old time." times={[]} />
      ) : null}
      {board ? (
        <BookTimes board={board} />
      ) : (
        <Banner className="mt-16" tone="attention">
          <p>
            No other time is free in these days. Please call us: <PhoneLink clinic={clinic} bare />.
          </p>
        </Banner>
      )}
      {hold ? <BookHoldSheet hold={hold} verb="Move to" /> : null}
    </PatientPage>
  )
}
