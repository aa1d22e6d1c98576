import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DriverWish } from '~/domain/care/driver-wish'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { sayDate } from '~/domain/time/say-date'
import { sayDay } from '~/domain/time/say-day'
import { sayTime } from '~/domain/time/say-time'
import { sayWhen } from '~/domain/time/say-when'
import { sayZone } from '~/domain/time/say-zone'
import { keepProcedure } from '~/features/care/keep-procedure.server'
import { nameDriver } from '~/features/care/name-driver.server'
import { readProcedure } from '~/features/care/read-procedure.server'
import { noPage } from '~/server/no-page.server'
import { requireContext } from '~/server/require-context.server'
import { Banner } from '~/ui/banner'
import { PatientPage } from '~/ui/patient-page'
import { PrintHead } from '~/ui/print-head'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { ProcedureDriver } from './procedure-driver'
import { ProcedureKeep } from './procedure-keep'
import { ProcedureReady } from './procedure-ready'
import { ProcedureTicket } from './procedure-ticket'

export const meta: MetaFunction = () => [{ title: 'Your injection' }]
export const shouldRevalidate = () => true

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const found = await readProcedure(context)
  if (wasRefused(found)) return noPage()
  const { procedure, person, followUp, open } = found
  if (procedure.state === 'done') throw redirect(paths.diary())
  const clinicZone = context.clinic.timeZone
  const startsAt = procedure.startsAt
  return {
    startsAt: startsAt.toISOString(),
    when: sayWhen(startsAt, clinicZone),
    day: sayDate(startsAt, clinicZone),
    time: `${sayTime(startsAt, clinicZone)} ${sayZone(clinicZone, startsAt)}`,
    side: procedure.side,
    place: found.place,
    provider: found.providerName,
    followUp: followUp ? sayWhen(followUp.startsAt, person.zone) : null,
    agreed: found.authorisation?.decision === 'approved',
    goodUntil: found.authorisation?.validUntil ? sayDay(found.authorisation.validUntil) : null,
    kept: procedure.confirmedAt !== null,
    driver: procedure.driverName,
    driverOpen: open.includes('driver'),
    begun: startsAt <= context.now,
    bloodThinner: found.bloodThinner,
    person: { name: person.name, born: person.bornOn ?? '' },
  }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const form = await args.request.formData()
  if (form.get('intent') === 'keep') {
    const kept = await keepProcedure(context, { startsAt: new Date(String(form.get('startsAt'))) })
    if (!wasRefused(kept)) return redirect(paths.carePrepare())
    return data({ message: kept.message, driver: null }, { status: 409 })
  }
  const driver = parseWithZod(form, { schema: DriverWish })
  if (driver.status !== 'success') return data({ message: null, driver: driver.reply() }, { status: 400 })
  const named = await nameDriver(context, driver.value)
  if (wasRefused(named)) return data({ message: named.message, driver: driver.reply() }, { status: 409 })
  return redirect(paths.carePrepare())
}

export default function Procedure() {
  const page = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const clinic = useClinic()
  useLive()
  const step = { back: paths.care(), saved: <span className="mid">Your injection</span> }
  const toKeep = !page.kept && !page.begun
  return (
    <PatientPage clinic={clinic} step={step} mainClass="pt-18" room={toKeep ? 'sheet' : 'none'}>
      <PrintHead
        clinic={`${clinic.name}, ${clinic.phone}`}
        person={`${page.person.name}, born ${page.person.born}`}
        paper={`How to get ready, ${page.day}`}
      />
      {said?.message ? (
        <Banner tone="attention" live="alert" className="mb-12">
          {said.message}
        </Banner>
      ) : null}
      <ProcedureTicket {...page} />
      <ProcedureKeep {...page} clinic={clinic} />
      {page.begun ? null : <ProcedureDriver driver={page.driver} open={page.driverOpen} last={said?.driver ?? null} />}
      <ProcedureReady {...page} clinic={clinic} />
    </PatientPage>
  )
}
