import { Form, Link } from '@remix-run/react'
import { ArrowRight, CircleCheck, CircleDashed, Lock, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SideFacts } from '~/domain/chart/side-facts'
import { missingToSign, noteSections } from '~/domain/note/note-body'
import { paths } from '~/domain/paths'
import { firstName } from '~/domain/people/say-names'
import { sayTime } from '~/domain/time/say-time'
import { sayWhen } from '~/domain/time/say-when'
import type { Chart } from '~/features/chart/read-chart.server'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Icon } from '~/ui/icon'
import { useClinic } from '~/ui/use-clinic'

type Props = Pick<Chart, 'note' | 'order' | 'mine'> & {
  visit: { id: string }
  side: SideFacts
  next: { visitId: string; name: string } | null
}

/** After the visit: what the note has and lacks, then sign and go on to the next patient in one act. */
export function SignAfterwards({ visit, note, order, side, mine, next }: Props) {
  const { timeZone } = useClinic()
  const lacking = note ? missingToSign(note.body) : noteSections.filter((section) => section.needed)
  const signed = note?.signedAt ?? null
  return (
    <section className="panel pn" aria-labelledby="sign-h">
      <div className="grp">
        <h2 id="sign-h">{signed ? 'The note is signed' : 'Sign the note'}</h2>
        <span>{note && !signed ? `Draft saved ${sayTime(note.savedAt, timeZone)}` : null}</span>
      </div>
      {noteSections
        .filter((section) => section.needed)
        .map((section) => {
          const there = !lacking.includes(section)
          return (
            <Line key={section.key} state={there ? 'good' : 'open'} title={section.title}>
              {there ? 'Written' : 'Nothing written yet; the note cannot be signed without it'}
            </Line>
          )
        })}
      <Line
        state={side.same ? 'good' : side.reason ? 'open' : 'wrong'}
        title={side.same ? 'Side is the same everywhere' : 'Sides differ'}
      >
        {side.places.map((place) => `${place.name} ${place.side}`).join(' · ') || 'No side on file'}
        {side.reason ? ` · your reason: ${side.reason}` : ''}
      </Line>
      <Line
        state={order ? 'good' : 'none'}
        title={order ? `Order: ${order.side} SI injection, ${order.intent}` : 'No order'}
      >
        {order ? 'With the schedulers' : 'Nothing was ordered in this visit'}
      </Line>
      <div className="sdf">
        {signed ? (
          <div className="row wrap">
            <span className="state good">
              <Icon of={Lock} />
              Signed {sayWhen(signed, timeZone)}
            </span>
            {next ? (
              <ButtonLink to={paths.visit(next.visitId)} reloadDocument iconAfter={ArrowRight}>
                Open {firstName(next.name)}
              </ButtonLink>
            ) : null}
            <ButtonLink to={paths.visitNote(visit.id)} variant="secondary">
              Read the note
            </ButtonLink>
          </div>
        ) : !mine ? (
          <p className="muted">The clinician of this visit signs the note.</p>
        ) : lacking.length > 0 || !note ? (
          <div className="row wrap">
            <ButtonLink to={paths.visitNote(visit.id)} large>
              Finish the note
            </ButtonLink>
            <Link to={paths.worklist()}>Later</Link>
          </div>
        ) : (
          <Form method="post" action={paths.visitNote(visit.id)}>
            <input type="hidden" name="version" value={note.version} />
            {noteSections.map((section) => (
              <input type="hidden" key={section.key} name={section.key} value={note.body[section.key]} />
            ))}
            {next ? <input type="hidden" name="next" value={next.visitId} /> : null}
            <div className="row wrap">
              {next ? (
                <Button name="intent" value="sign-next" large icon={ArrowRight}>
                  Sign and open {firstName(next.name)}
                </Button>
              ) : null}
              <Button name="intent" value="sign" variant={next ? 'secondary' : 'primary'} large>
                Sign only
              </Button>
              <ButtonLink to={paths.visitNote(visit.id)} variant="secondary" large>
                Change it
              </ButtonLink>
              <Link to={paths.worklist()}>Later</Link>
            </div>
          </Form>
        )}
        {signed ? null : (
          <p className="sub mt-8">Signing locks the note. Unsigned after 24 h, it shows amber on your worklist.</p>
        )}
      </div>
    </section>
  )
}

const looks = {
  good: { icon: CircleCheck, className: 'ic g' },
  open: { icon: TriangleAlert, className: 'ic w' },
  wrong: { icon: OctagonAlert, className: 'ic b' },
  none: { icon: CircleDashed, className: 'ic o' },
}

function Line({ state, title, children }: { state: keyof typeof looks; title: string; children: ReactNode }) {
  return (
    <div className="cl">
      <span className={looks[state].className}>
        <Icon of={looks[state].icon} />
      </span>
      <span>
        <b>{title}</b>
        <span className="sub">{children}</span>
      </span>
    </div>
  )
}
