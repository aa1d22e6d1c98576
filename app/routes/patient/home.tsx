import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { MapPin } from 'lucide-react'
import { careNextStep } from '~/domain/care/care-next-step'
import { careTimeline } from '~/domain/care/care-timeline'
import type { CareStep } from '~/domain/care/care-timeline'
import { paths } from '~/domain/paths'
import { readCare } from '~/features/care/read-care.server'
import { requireContext } from '~/server/require-context.server'
import { careTabs } from '~/ui/care-tabs'
import { Chip } from '~/ui/chip'
import { PatientPage } from '~/ui/patient-page'
import { SideWords } from '~/ui/side-words'
import { Timeline } from '~/ui/timeline'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { CallNotice } from './care-notices'
import { HomeLinks } from './home-links'
import type { HomeLink } from './home-links'
import { HomeNext } from './home-next'

export const meta: MetaFunction = () => [{ title: 'My care' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const facts = await readCare(context)
  const { consult, followUp, procedure } = facts
  const read = followUp?.noteSignedAt ? followUp : consult?.noteSignedAt ? consult : null
  const links: HomeLink[] = [
    ...(procedure?.state === 'booked' ? [{ kind: 'prepare' as const, to: paths.carePrepare() }] : []),
    ...(procedure?.state === 'done' ? [{ kind: 'diary' as const, to: paths.diary() }] : []),
    ...(facts.papersSent ? [{ kind: 'papers' as const, to: paths.papersSent() }] : []),
    ...(read ? [{ kind: 'summary' as const, to: paths.careVisitSummary(read.id) }] : []),
  ]
  return {
    firstName: facts.firstName,
    next: careNextStep(facts, context.now),
    steps: careTimeline(facts, context.now),
    links,
  }
}

function stepOf(step: CareStep) {
  const title = <SideWords>{step.title}</SideWords>
  const here = (
    <>
      {title}{' '}
      <Chip tone="accent" icon={MapPin}>
        You are here
      </Chip>
    </>
  )
  const when = (
    <>
      {step.when}
      {step.when && step.link ? ' · ' : null}
      {step.link ? <Link to={step.link.to}>{step.link.label}</Link> : null}
    </>
  )
  return {
    key: step.key,
    state: step.state,
    title: step.state === 'now' ? here : title,
    when: step.when || step.link ? when : null,
  }
}

export default function Home() {
  const { firstName, next, steps, links } = useLoaderData<typeof loader>()
  const clinic = useClinic()
  useLive()
  return (
    <PatientPage clinic={clinic} home={paths.care()} tabs={careTabs('care')} layout="home">
      <HomeNext firstName={firstName} next={next} clinic={clinic} />
      <section className="h-tl">
        <h2 className="mt-30">Your care timeline</h2>
        <Timeline steps={steps.map(stepOf)} label="Your care timeline" />
      </section>
      <aside>
        <HomeLinks links={links} />
        <CallNotice clinic={clinic} className={links.length > 0 ? 'mt-20' : 'mt-6'} />
      </aside>
    </PatientPage>
  )
}
