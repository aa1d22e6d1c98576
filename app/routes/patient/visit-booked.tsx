import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CalendarPlus, CircleCheck, MapPin, Shirt, Users, Video } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { mayChange } from '~/domain/schedule/may-change'
import { sayDate } from '~/domain/time/say-date'
import { sayTime } from '~/domain/time/say-time'
import { sameClock } from '~/domain/time/say-when-for'
import { sayZone } from '~/domain/time/say-zone'
import { doorsAreOpen, doorsOpenAt } from '~/domain/visit/doors'
import { placeName } from '~/domain/visit/places'
import { readBookedVisit } from '~/features/schedule/read-booked-visit.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { ButtonLink } from '~/ui/button-link'
import { careTabs } from '~/ui/care-tabs'
import { Flash } from '~/ui/flash'
import { Icon } from '~/ui/icon'
import { PatientPage } from '~/ui/patient-page'
import { PhoneLink } from '~/ui/phone-link'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { CallNotice } from './care-notices'
import { VisitOver } from './visit-over'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Your visit' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const visitId = paramId(args, 'visitId')
  const booked = await readBookedVisit(context, { visitId })
  if (wasRefused(booked)) return noPage()
  const { visit, provider, homeState } = booked
  const [zone, clinicZone] = [context.person.timeZone, context.clinic.timeZone]
  const { startsAt, endsAt, state } = visit
  const live = state === 'waiting' || state === 'in_visit'
  const at = (date: Date, where: string) => `${sayTime(date, where)} ${sayZone(where, date)}`
  return {
    visitId,
    state,
    followUp: visit.kind === 'follow_up',
    title: state === 'booked' || live ? 'You are booked' : 'Your visit',
    startsAt,
    day: sayDate(startsAt, zone),
    time: at(startsAt, zone),
    clinicTime: sameClock(startsAt, zone, clinicZone) ? null : at(startsAt, clinicZone),
    provider: provider.name,
    minutes: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000),
    doors: sayTime(doorsOpenAt(startsAt), zone),
    open: live || (state === 'booked' && doorsAreOpen(startsAt, context.now)),
    mayChange: mayChange(visit, context.now),
    place: homeState ? placeName(homeState) : null,
    moved: new URL(args.request.url).searchParams.has('moved'),
  }
}

function Need({ icon, title, children }: { icon: LucideIcon; title: string; children: ReactNode }) {
  return (
    <li>
      <Icon of={icon} />
      <span>
        <b>{title}</b>
        <span>{children}</span>
      </span>
    </li>
  )
}

export default function Booked() {
  const page = useLoaderData<typeof loader>()
  const clinic = useClinic()
  useLive()
  const { visitId } = page
  const stands = page.state === 'booked' || page.open
  return (
    <PatientPage clinic={clinic} home={paths.care()} tabs={careTabs('care')} mainClass="pt-18">
      {page.moved && stands ? <Flash>Your visit has moved. We sent you the new time by e-mail.</Flash> : null}
      {stands ? (
        <>
          <section className="ticket">
            <div className="up">
              <p className="eyebrow">
                <Icon of={CircleCheck} />
                You are booked
              </p>
              <h1 className="mt-4">
                <time dateTime={page.startsAt.toISOString()}>
                  {page.day}
                  <br />
                  {page.time}
                </time>
              </h1>
              <p className="muted mt-4">
                {page.followUp ? 'Two-week video check' : 'Video visit'} with {page.provider}
                <br />
                {page.minutes} minutes. Join from {page.doors}.
                {page.clinicTime ? ` At the clinic it is ${page.clinicTime}.` : ''}
              </p>
            </div>
            <div className="cut" />
            <div className="dn">
              {page.open ? (
                <ButtonLink to={paths.careVisit(visitId)} block icon={Video}>
                  Join my visit
                </ButtonLink>
              ) : (
                <ButtonLink to={paths.careVisitCalendar(visitId)} reloadDocument block icon={CalendarPlus}>
                  Add to my calendar
                </ButtonLink>
              )}
              <p className="small muted mt3">
                We remind you by e-mail, the day before and 1 hour before. Nothing about your health is in it.
              </p>
            </div>
          </section>
          <h2 className="h-sec mt-26">How to get ready</h2>
          <ul className="need">
            <Need icon={Video} title="Check camera and sound before">
              <Link className="tap" to={paths.careVisitCheck(visitId)}>
                Try it now
              </Link>
              , 2 minutes
            </Need>
            <Need icon={Shirt} title="Clothes you can move in">
              A chair near you, some space to stand.
            </Need>
            {page.place ? (
              <Need icon={MapPin} title={`Be in ${page.place} that day`}>
                Providers may only see you where they are licensed. Somewhere else? Tell us before.
              </Need>
            ) : null}
            <Need icon={Users} title="Someone with you is welcome">
              Need an interpreter? It is free. Call <PhoneLink clinic={clinic} bare />.
            </Need>
          </ul>
          {page.mayChange ? (
            <>
              <div className={page.followUp ? 'acts mt4' : 'acts two mt4'}>
                <ButtonLink variant="secondary" to={paths.careVisitReschedule(visitId)}>
                  Move it
                </ButtonLink>
                {page.followUp ? null : (
                  <ButtonLink variant="secondary" to={paths.careVisitCancel(visitId)}>
                    Cancel it
                  </ButtonLink>
                )}
              </div>
              <p className="small muted mt2">
                You can do this until it starts. Rather by phone? <PhoneLink clinic={clinic} bare />
              </p>
            </>
          ) : null}
        </>
      ) : (
        <VisitOver {...page} />
      )}
      <CallNotice clinic={clinic} />
    </PatientPage>
  )
}
