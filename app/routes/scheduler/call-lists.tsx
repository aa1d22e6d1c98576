import { Link } from '@remix-run/react'
import { Check, CircleDashed, OctagonAlert, PhoneOutgoing } from 'lucide-react'
import { ageOn } from '~/domain/people/age-on'
import { paths } from '~/domain/paths'
import { dayOf } from '~/domain/time/day-of'
import { sayTime } from '~/domain/time/say-time'
import { sayWhen } from '~/domain/time/say-when'
import type { OpenByPhone as Open, SentByPhone as Sent } from '~/features/intake/list-phone-intakes.server'
import { Icon } from '~/ui/icon'
import { StateWord } from '~/ui/state-word'
import { useClinic } from '~/ui/use-clinic'

/** Intakes by phone that wait for the next call, the one that waits longest first. */
export function OpenByPhone({ open, now }: { open: readonly Open[]; now: Date }) {
  const { timeZone } = useClinic()
  return (
    <section className="panel pn" aria-labelledby="open-h">
      <div className="grp">
        <h2 id="open-h">Intakes by phone, open</h2>
        <span>{open.length}</span>
      </div>
      {open.length === 0 ? (
        <p className="pad14 muted">None. One you begin and stop stands here until it is sent.</p>
      ) : null}
      {open.length > 0 ? (
        <table className="tbl">
          <tbody>
            {open.map(({ id, patient, startedAt, savedAt, openedBy, progress, emergency }) => (
              <tr key={id}>
                <td>
                  <Link className="strong" to={paths.callPatient(patient.id)}>
                    {patient.name}
                    {patient.bornOn ? `, ${ageOn(patient.bornOn, dayOf(now, timeZone))}` : ''}
                  </Link>
                  <small className="tx-ink-2">Begun {sayWhen(startedAt, timeZone, { now })}</small>
                  <small>
                    by {openedBy}
                    {patient.phone ? ` · ${patient.phone}` : ''}
                  </small>
                </td>
                <td className="right nowrap">
                  {emergency ? (
                    <Link className="state bad" to={paths.callEmergency(id)}>
                      <Icon of={OctagonAlert} />
                      Emergency open
                    </Link>
                  ) : (
                    <StateWord tone="accent" icon={CircleDashed}>
                      {progress.answered} of {progress.required}
                    </StateWord>
                  )}
                  <small>last {sayTime(savedAt, timeZone)}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}

const nextWords: Record<Sent['next'], string> = {
  book_consult: 'books a visit',
  book_priority: 'books a visit soon',
  we_call_today: 'we call today',
  emergency: 'we call now',
}

/** What was asked by phone and sent today: only what follows, never what was answered. */
export function SentByPhone({ sent }: { sent: readonly Sent[] }) {
  const { timeZone } = useClinic()
  return (
    <section className="panel pn" aria-labelledby="sent-h">
      <div className="grp">
        <h2 id="sent-h">Sent today</h2>
        <span>{sent.length}</span>
      </div>
      {sent.length === 0 ? <p className="pad14 muted">Nothing yet.</p> : null}
      {sent.length > 0 ? (
        <table className="tbl">
          <tbody>
            {sent.map(({ id, patient, submittedAt, openedBy, next }) => (
              <tr key={id}>
                <td>
                  <Link className="strong" to={paths.callSent(id)}>
                    {patient.name}
                  </Link>
                  <small>
                    {sayTime(submittedAt, timeZone)} · by {openedBy}
                  </small>
                </td>
                <td className="right nowrap">
                  <StateWord tone="good" icon={next.startsWith('book') ? Check : PhoneOutgoing}>
                    {nextWords[next]}
                  </StateWord>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
