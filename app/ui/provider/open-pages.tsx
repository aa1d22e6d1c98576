import { Form } from '@remix-run/react'
import { ChevronDown, Phone, Siren } from 'lucide-react'
import type { OpenPage } from '~/domain/chart/clinic-watch'
import { codeWords } from '~/domain/chart/triage-words'
import { askedIn } from '~/domain/intake/asked-in'
import { isQuestionKey, questionOf } from '~/domain/intake/instrument'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { sayZone } from '~/domain/time/say-zone'
import { Button } from '../button'
import { ButtonLink } from '../button-link'
import { lengthInWords } from '../clock-words'
import { Icon } from '../icon'
import { LiveWait } from '../live-wait'
import { useClinic } from '../use-clinic'
import { sayPerson } from './say-person'

type Props = { pages: readonly OpenPage[]; now: Date; busy?: boolean }

/**
 * The emergencies nobody took, soonest due first: on every page of every clinician until one of them does. The first
 * stands whole; the others fold behind their number, so that the page below stays in reach. Beside a running visit they
 * open in another window, so that the visit goes on.
 */
export function OpenPages({ pages, now, busy }: Props) {
  const { timeZone } = useClinic()
  const [first, ...others] = pages
  if (!first) return null
  const next = others[0]
  return (
    <section className="open-pages" aria-label="Emergency pages">
      <p className="sr" role="alert">
        {pages.length === 1
          ? '1 emergency nobody has acknowledged'
          : `${pages.length} emergencies nobody has acknowledged`}
      </p>
      <PageCard page={first} now={now} busy={busy} />
      {next ? (
        <details className="more-pages">
          <summary>
            <Icon of={Siren} />
            <span>
              <b>{others.length} more</b> nobody has acknowledged · next by {sayTime(next.dueAt, timeZone)}
            </span>
            <Icon of={ChevronDown} className="turn" />
          </summary>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
          <div className="more-list" tabIndex={0} role="region" aria-label="More emergency pages">
            {others.map((page) => (
              <PageCard key={page.itemId} page={page} now={now} busy={busy} />
            ))}
          </div>
        </details>
      ) : null}
    </section>
  )
}

function PageCard({ page, now, busy }: { page: OpenPage; now: Date; busy?: boolean }) {
  const { timeZone } = useClinic()
  const target = busy ? '_blank' : undefined
  const left = page.dueAt.getTime() - now.getTime()
  const key = page.questionKey
  const asked = key && isQuestionKey(key) ? questionOf(key, askedIn(page.instrumentVersion, key)).label : null
  return (
    <article className="empage">
      <div className="l">
        <span className="chip bad">
          <Icon of={Siren} />
          Emergency page
        </span>
        <h2>
          Nobody has acknowledged · <LiveWait since={page.openedAt.getTime()} now={now.getTime()} />
        </h2>
        <p>
          {sayPerson(page, now, timeZone)} · {codeWords(page.code)}
          {asked ? `: “${asked}”` : ''}, {sayTime(page.openedAt, timeZone)}
        </p>
      </div>
      <div className="m">
        <span className="sub">We call if they stay silent</span>
        <span className="big">{left >= 0 ? `${lengthInWords(left)} left` : `${lengthInWords(left)} late`}</span>
        <span className="sub">
          by {sayTime(page.dueAt, timeZone)} {sayZone(timeZone, page.dueAt)}
          {page.phone ? ` · ${page.phone}` : ''}
        </span>
      </div>
      <div className="r">
        <Form method="post" action={paths.urgentItem(page.itemId)} target={target} reloadDocument={busy}>
          <Button name="intent" value="take" variant="secondary" large icon={Phone} className="lit">
            Acknowledge and call
          </Button>
        </Form>
        <ButtonLink to={paths.urgentItem(page.itemId)} target={target} variant="secondary">
          See what they answered
        </ButtonLink>
      </div>
    </article>
  )
}
