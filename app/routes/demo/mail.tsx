import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { sayWhen } from '~/domain/time/say-when'
import { readMail } from '~/features/demo/read-mail.server'
import { demoContext } from '~/server/demo-context.server'
import { noPage } from '~/server/no-page.server'
import { PatientPage } from '~/ui/patient-page'
import { useClinic } from '~/ui/use-clinic'

export const meta: MetaFunction = () => [{ title: 'Demo mail' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await demoContext(args)
  const mail = await readMail(context, { mailId: args.params['mailId'] ?? '' })
  if (wasRefused(mail)) noPage()
  return { mail, origin: context.clinic.origin, now: context.now }
}

/** Links of the portal become links; everything else stays text. */
function Line({ text, origin }: { text: string; origin: string }) {
  const at = text.indexOf(`${origin}/`)
  if (at < 0) return <>{text}</>
  const url = text.slice(at).split(/\s/)[0] ?? ''
  return (
    <>
      {text.slice(0, at)}
      <a className="anywhere" href={url.slice(origin.length)}>
        {url}
      </a>
      {text.slice(at + url.length)}
    </>
  )
}

export default function DemoMail() {
  const clinic = useClinic()
  const { mail, origin, now } = useLoaderData<typeof loader>()
  return (
    <PatientPage clinic={clinic} step={{ back: paths.mailbox(), backLabel: 'Mailbox' }}>
      <h1>{mail.subject}</h1>
      <p className="small muted">
        To <span className="anywhere">{mail.toAddress}</span> · {sayWhen(mail.createdAt, clinic.timeZone, { now })}
      </p>
      <article className="card mt4">
        {mail.body
          .trim()
          .split(/\n{2,}/)
          .map((part, at) => (
            <p key={`${at}${part}`} className={at > 0 ? 'mt-12' : undefined}>
              {part.split('\n').map((line, row) => (
                <span key={`${row}${line}`} className="d-block">
                  <Line text={line} origin={origin} />
                </span>
              ))}
            </p>
          ))}
      </article>
      {mail.calendar ? (
        <details className="card mt4">
          <summary>A calendar file goes along</summary>
          <pre className="small anywhere">{mail.calendar}</pre>
        </details>
      ) : null}
    </PatientPage>
  )
}
