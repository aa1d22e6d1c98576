import { Link } from '@remix-run/react'
import { CircleX, Eye, PenLine } from 'lucide-react'
import type { ActorRole } from '~/domain/people/actor'
import { sayDeed, wasDeedRefused } from '~/domain/people/say-deed'
import { sayRole } from '~/domain/people/say-role'
import { paths } from '~/domain/paths'
import { dayOf } from '~/domain/time/day-of'
import { sayDate } from '~/domain/time/say-date'
import { sayTime } from '~/domain/time/say-time'
import { sayZone } from '~/domain/time/say-zone'
import { EmptyState } from '~/ui/empty-state'
import { StateWord } from '~/ui/state-word'
import { TableScroll } from '~/ui/table-scroll'
import { useClinic } from '~/ui/use-clinic'

type Row = {
  id: number
  at: Date
  actorId: string
  actorRole: ActorRole
  actorName: string | null
  did: string
  /** Whose record or account it was. */
  subjectId: string | null
  subjectName: string | null
  thing: string | null
  fields: string[] | null
}

const isReading = (did: string) => /\.(read|list|preview|verify|open-link)/.test(did)

/** What was done, by whom, to whose record; names lead to that person's rows. */
export function AuditTable({ rows, now }: { rows: Row[]; now: Date }) {
  const { timeZone } = useClinic()
  const today = dayOf(now, timeZone)
  const of = (personId: string) => `${paths.adminAudit()}?person=${personId}`
  if (rows.length === 0)
    return <EmptyState title="No rows">Each read and each change of a record shows up here.</EmptyState>
  return (
    <section className="panel pn">
      <TableScroll label="Audit log">
        <table className="tbl tight">
          <thead>
            <tr>
              <th scope="col">{sayZone(timeZone, now)}</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Whose record</th>
              <th scope="col">Fields</th>
              <th scope="col">Row</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className={wasDeedRefused(row.did) ? 'rd' : undefined}>
                <td className="nowrap">
                  {dayOf(row.at, timeZone) === today ? null : `${sayDate(row.at, timeZone)} · `}
                  {sayTime(row.at, timeZone)}
                </td>
                <td className="who">
                  {row.actorName ? <Link to={of(row.actorId)}>{row.actorName}</Link> : sayRole(row.actorRole)}
                </td>
                <td>
                  <StateWord
                    tone={wasDeedRefused(row.did) ? 'emergency' : 'plain'}
                    icon={wasDeedRefused(row.did) ? CircleX : isReading(row.did) ? Eye : PenLine}
                  >
                    {sayDeed(row.did)}
                  </StateWord>
                </td>
                <td>
                  {row.subjectId === null ? (
                    '–'
                  ) : row.subjectId === row.actorId ? (
                    'their own'
                  ) : (
                    <Link to={of(row.subjectId)}>{row.subjectName ?? row.subjectId.slice(0, 8)}</Link>
                  )}
                </td>
                <td className="sub">{row.fields?.join(', ') ?? row.thing ?? ''}</td>
                <td className="faint">{row.id}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}
