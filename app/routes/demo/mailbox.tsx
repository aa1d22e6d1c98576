import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ChevronRight, Mail } from 'lucide-react'
import { paths } from '~/domain/paths'
import { sayWhen } from '~/domain/time/say-when'
import { listMails } from '~/features/demo/list-mails.server'
import { demoContext } from '~/server/demo-context.server'
import { EmptyState } from '~/ui/empty-state'
import { Icon } from '~/ui/icon'
import { PatientPage } from '~/ui/patient-page'
import { useClinic } from '~/ui/use-clinic'

export const meta: MetaFunction = () => [{ title: 'Demo mailbox' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await demoContext(args)
  return { mails: await listMails(context), now: context.now }
}

export default function Mailbox() {
  const clinic = useClinic()
  const { mails, now } = useLoaderData<typeof loader>()
  return (
    <PatientPage clinic={clinic}>
      <h1>Demo mailbox</h1>
      <p className="lede">Every mail the portal would send. In the demo none leaves this computer.</p>
      {mails.length === 0 ? (
        <div className="mt5">
          <EmptyState title="No mail yet">Make an account or book a visit, and the mail shows up here.</EmptyState>
        </div>
      ) : (
        <ul className="links mt4">
          {mails.map((mail) => (
            <li key={mail.id}>
              <Link to={paths.mail(mail.id)}>
                <Icon of={Mail} />
                <span className="anywhere">
                  {mail.subject}
                  <small>
                    {mail.toAddress}
                    <br />
                    {sayWhen(mail.createdAt, clinic.timeZone, { now })}
                    {mail.sentAt ? null : ' · waiting to be sent'}
                  </small>
                </span>
                <Icon of={ChevronRight} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </PatientPage>
  )
}
