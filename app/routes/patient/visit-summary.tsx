import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Printer } from 'lucide-react'
import { summaryNext } from '~/domain/care/summary-next'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { sayProvider } from '~/domain/people/say-names'
import { sayDate } from '~/domain/time/say-date'
import { sayTime } from '~/domain/time/say-time'
import { sayWhen } from '~/domain/time/say-when'
import { sayZone } from '~/domain/time/say-zone'
import { readSummary } from '~/features/care/read-summary.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { Button } from '~/ui/button'
import { careTabs } from '~/ui/care-tabs'
import { Hydrated } from '~/ui/hydrated'
import { PatientPage } from '~/ui/patient-page'
import { PrintHead } from '~/ui/print-head'
import { SideWords } from '~/ui/side-words'
import { Timeline } from '~/ui/timeline'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { WhenToCall } from './care-notices'

export const meta: MetaFunction = () => [{ title: 'Summary of your video visit' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const summary = await readSummary(context, { visitId: paramId(args, 'visitId') })
  if (wasRefused(summary)) return noPage()
  const { visit, provider, words, person } = summary
  const zone = person.zone
  const from = visit.admittedAt ?? visit.startsAt
  return {
    day: sayDate(visit.startsAt, zone),
    span: `${sayTime(from, zone)} to ${sayTime(visit.endedAt ?? from, zone)} ${sayZone(zone, from)}`,
    provider,
    called: sayProvider(provider.name),
    paragraphs: words ? words.text.split(/\n+/).filter((line) => line.trim() !== '') : null,
    signed: words ? sayWhen(words.signedAt, zone) : null,
    next: summaryNext({
      kind: visit.kind,
      side: summary.order?.side ?? null,
      nextStep: summary.nextStep,
      provider: sayProvider(provider.name),
    }),
    injected: visit.kind === 'follow_up',
    bloodThinner: summary.bloodThinner,
    person: { name: person.name, born: person.bornOn ?? '' },
  }
}

export default function Summary() {
  const page = useLoaderData<typeof loader>()
  const clinic = useClinic()
  useLive()
  return (
    <PatientPage clinic={clinic} home={paths.care()} tabs={careTabs('care')} mainClass="doc">
      <PrintHead
        clinic={`${clinic.name}, ${clinic.phone}`}
        person={`${page.person.name}, born ${page.person.born}`}
        paper={`Summary of your video visit, ${page.day}`}
      />
      <p className="eyebrow">Summary of your video visit</p>
      <h1 className="mt-2">What we talked about on {page.day}</h1>
      <p className="small muted mt2">
        With {page.provider.name}
        {page.provider.title ? `, ${page.provider.title}` : null}. By video, {page.span}.
      </p>
      {page.paragraphs ? (
        <>
          <div className="tools no-print">
            <Hydrated>
              <Button type="button" variant="secondary" icon={Printer} onClick={() => window.print()}>
                Print
              </Button>
            </Hydrated>
          </div>
          <section className="hero mt5">
            <p className="eyebrow">Your next step</p>
            <h2 className="mt-2">{page.next.title}</h2>
            <p className="mt2">
              <SideWords>{page.next.lead}</SideWords>{' '}
              <Link className="no-print" to={paths.care()}>
                See my care
              </Link>
            </p>
          </section>
          <h2>In {page.called}’s words</h2>
          <blockquote className="quote mt-10">
            {page.paragraphs.map((paragraph, index) => (
              <p key={index}>
                <SideWords>{paragraph}</SideWords>
              </p>
            ))}
            <footer>
              Written and signed by {page.provider.name}, <span className="nowrap">{page.signed}</span>
            </footer>
          </blockquote>
          {page.next.steps.length > 0 ? (
            <>
              <h2>What happens next</h2>
              <Timeline
                steps={page.next.steps.map((step, index) => ({
                  key: step.title,
                  state: index === 0 ? 'now' : 'next',
                  title: <SideWords>{step.title}</SideWords>,
                  when: step.when,
                }))}
              />
            </>
          ) : null}
          <h2>What you can do</h2>
          <ul className="dots">
            {page.bloodThinner ? (
              <li>
                <span>
                  <b className="strong">Keep taking your blood thinner.</b> Our clinician will contact you and your
                  prescriber.
                </span>
              </li>
            ) : null}
            <li>
              <span>Take your {page.bloodThinner ? 'other ' : ''}medicines as before.</span>
            </li>
            <li>
              <span>Stay as active as feels fine. Rest when you need to.</span>
            </li>
            {page.next.driver ? (
              <li>
                <span>Think about who can drive you home that day.</span>
              </li>
            ) : null}
          </ul>
        </>
      ) : (
        <section className="hero mt5">
          <p className="eyebrow">Your next step</p>
          <h2 className="mt-2">Nothing to do for now</h2>
          <p className="mt2">Your clinician is writing your summary. It stands here as soon as it is signed.</p>
        </section>
      )}
      <h2>When to call</h2>
      <WhenToCall clinic={clinic} injection={page.injected} />
      <p className="print-only small mt4">
        This summary is also in your portal, under My care. Not correct? Call {clinic.phone}.
      </p>
    </PatientPage>
  )
}
