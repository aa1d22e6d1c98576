import { Link } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { classes } from '~/ui/classes'
import { LiveClock } from '~/ui/live-clock'
import { clockTotal } from './urgent-line'
import type { UrgentLine } from './urgent-line'

/** The other calls owed, for going from one to the next. */
export function QueueList({ lines, at, me, now }: { lines: readonly UrgentLine[]; at: string; me: string; now: Date }) {
  return (
    <section className="panel pn">
      <div className="grp">
        <h2>Calls owed</h2>
        <span>{lines.length}</span>
      </div>
      {lines.length === 0 ? <p className="pad14 tx-ink-2">No calls owed. New ones show here.</p> : null}
      {lines.length > 0 ? (
        <table className="tbl">
          <tbody>
            {lines.map((line) => (
              <tr key={line.id} className={classes(line.id === at && 'cur')}>
                <td>
                  <Link
                    className="strong"
                    to={paths.urgentItem(line.id)}
                    aria-current={line.id === at ? 'page' : undefined}
                  >
                    {line.patient.name}
                  </Link>
                  <small>{line.owner ? (line.owner.id === me ? 'you' : line.owner.name) : 'nobody'}</small>
                </td>
                <td className="right nowrap">
                  <LiveClock endsAt={line.dueAt.getTime()} total={clockTotal(line)} now={now.getTime()} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
