import { Form } from '@remix-run/react'
import { Phone, Siren } from 'lucide-react'
import type { OpenPage } from '~/domain/chart/clinic-watch'
import { codeWords } from '~/domain/chart/triage-words'
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

/**
 * The emergencies nobody took: on every page of every clinician until one of them does. Beside a running visit they open
 * in another window, so that the visit goes on.
 */
export function OpenPages({ pages, now, busy }: { pages: readonly OpenPage[]; now: Date; busy?: boolean }) {
  const target = busy ? '_blank' : undefined
  const { timeZone } = useClinic()
  if (pages.length === 0) return null
  return (
    <div className="open-pages">
      {pages.map((page) => {
        const left = page.dueAt.getTime() - now.getTime()
        const asked = page.questionKey && isQuestionKey(page.questionKey) ? questionOf(page.questionKey).label : null
        return (
          <section className="empage" role="alert" key={page.itemId}>
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
          </section>
        )
      })}
    </div>
  )
}
