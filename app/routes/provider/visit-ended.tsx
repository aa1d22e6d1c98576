import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { sayTime } from '~/domain/time/say-time'
import { sayZone } from '~/domain/time/say-zone'
import { readChart } from '~/features/chart/read-chart.server'
import { readVisitTime } from '~/features/visit/read-visit-time.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { ProviderFrame, waitingTitle } from '~/ui/provider/provider-frame'
import { sayPerson } from '~/ui/provider/say-person'
import { WhoWaits } from '~/ui/provider/who-waits'
import { useClinic } from '~/ui/use-clinic'
import { chartView } from './parts/chart-view.server'
import { NextPatient } from './parts/next-patient'
import { SideMark } from './parts/side-mark'
import { SignAfterwards } from './parts/sign-afterwards'
import { TimeTogether } from './parts/time-together'
import { WhatTheyGet } from './parts/what-they-get'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: waitingTitle(data?.watch, 'Visit ended') }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const [chart, time, watch] = await Promise.all([
    readChart(context, { visitId }),
    readVisitTime(context, { visitId }),
    watchClinic(context),
  ])
  if (wasRefused(chart) || wasRefused(time) || wasRefused(watch)) noPage()
  const { visit, note, order, mine } = chart
  if (visit.state !== 'ended') throw redirect(paths.visit(visitId))
  const { side } = chartView(chart, context.clinic.timeZone)
  return { me: context.person, watch, time, visit, note, order, mine, side }
}

export default function VisitEnded() {
  const { me, watch, time, visit, note, order, mine, side } = useLoaderData<typeof loader>()
  const { timeZone } = useClinic()
  const { revalidate } = useRevalidator()
  useEffect(() => revalidate(), [revalidate])
  const next = watch.waiting[0] ?? watch.nextBooked
  return (
    <ProviderFrame watch={watch} me={me.name} slim>
      <header className="v-bar">
        <h1>Visit ended</h1>
        <span className="muted">
          {sayPerson(visit.patient, watch.now, timeZone)}
          {visit.endedAt
            ? ` · ended ${sayTime(visit.endedAt, timeZone)} ${sayZone(timeZone, visit.endedAt)}${mine ? ' by you' : ''}`
            : ''}
        </span>
        <span className="sep" />
        <SideMark side={side} />
        <span className="grow" />
        <WhoWaits waiting={watch.waiting} now={watch.now} />
      </header>
      <div className="s-body two side-430 pad-16-20" tabIndex={-1}>
        <div className="stack s-16">
          <SignAfterwards visit={visit} note={note} order={order} side={side} mine={mine} next={next} />
          <TimeTogether time={time} />
        </div>
        <div className="stack s-16">
          <NextPatient watch={watch} />
          <WhatTheyGet
            name={visit.patient.name}
            hasEmail={visit.patient.hasEmail}
            signedAt={note?.signedAt ?? null}
            order={order}
          />
        </div>
      </div>
    </ProviderFrame>
  )
}
