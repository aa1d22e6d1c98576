import { Link } from '@remix-run/react'
import { Clock } from 'lucide-react'
import { ageWords } from '~/domain/chart/age-words'
import { paths } from '~/domain/paths'
import { sayWhen } from '~/domain/time/say-when'
import type { VisitKind } from '~/domain/visit/visit'
import { StateWord } from '~/ui/state-word'
import { useClinic } from '~/ui/use-clinic'

export type UnsignedNote = {
  visitId: string
  name: string
  kind: VisitKind
  startsAt: Date
  endedAt: Date | null
}

const amberAfter = { hours: 24 }

/** Ended visits whose note is not signed; amber after a day. */
export function NotesToSign({ notes, now }: { notes: readonly UnsignedNote[]; now: Date }) {
  const { timeZone } = useClinic()
  return (
    <section aria-labelledby="notes-to-sign">
      <div className="sec">
        <h2 id="notes-to-sign">Notes to sign</h2>
        <span className="n">{notes.length}</span>
      </div>
      <div className="panel">
        {notes.length === 0 ? <p className="pad-12-14 tx-ink-2">Every note is signed.</p> : null}
        {notes.length > 0 ? (
          <table className="tbl">
            <tbody>
              {notes.map((note) => {
                const age = now.getTime() - (note.endedAt ?? note.startsAt).getTime()
                const old = age >= amberAfter.hours * 3_600_000
                return (
                  <tr key={note.visitId}>
                    <td>
                      <Link to={paths.visitNote(note.visitId)} className="who">
                        {note.name}
                      </Link>
                      <small>
                        {note.kind === 'consult' ? 'Consult' : 'Follow-up'} ·{' '}
                        {sayWhen(note.startsAt, timeZone, { now })}
                      </small>
                    </td>
                    <td className="right nowrap">
                      {old ? (
                        <StateWord tone="attention" icon={Clock} small className="tx-warn">
                          {ageWords(age)}
                        </StateWord>
                      ) : (
                        <span className="sub">{ageWords(age)}</span>
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        ) : null}
      </div>
    </section>
  )
}
