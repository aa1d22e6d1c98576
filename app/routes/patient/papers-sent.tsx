import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { sayDate } from '~/domain/time/say-date'
import { listSentPapers } from '~/features/intake/list-sent-papers.server'
import { requireContext } from '~/server/require-context.server'
import { EmptyState } from '~/ui/empty-state'
import { PaperPicture } from '~/ui/paper-picture'
import { PaperRow } from '~/ui/paper-row'
import { PatientPage } from '~/ui/patient-page'
import { PhoneLink } from '~/ui/phone-link'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'

export const meta: MetaFunction = () => [{ title: 'Papers you sent' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const sent = await listSentPapers(context)
  return {
    sent: sent.map(({ intakeId, sentAt, papers }) => ({
      intakeId,
      day: sayDate(sentAt, context.person.timeZone),
      papers,
    })),
  }
}

export default function PapersSent() {
  const { sent } = useLoaderData<typeof loader>()
  const clinic = useClinic()
  useLive()
  return (
    <PatientPage clinic={clinic} step={{ back: paths.care() }}>
      <h1>Papers you sent</h1>
      <p className="lede">Only you and the people who treat you here can open them. They stay as you sent them.</p>
      {sent.length === 0 ? (
        <div className="mt-20">
          <EmptyState title="You have sent no papers" />
        </div>
      ) : null}
      {sent.map(({ intakeId, day, papers }) => (
        <section key={intakeId} className="mt-20">
          <h2 className="h-sec">Sent {day}</h2>
          <ul className="papers" aria-label={`Sent ${day}`}>
            {papers.map((paper) => (
              <PaperRow key={paper.id} paper={paper} withKind>
                <PaperPicture paper={paper} />
              </PaperRow>
            ))}
          </ul>
        </section>
      ))}
      <p className="small muted mt-20">
        More papers, or a wrong one? Show them at your visit, or call us: <PhoneLink clinic={clinic} bare />
      </p>
    </PatientPage>
  )
}
