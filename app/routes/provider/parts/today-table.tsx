import { Link } from '@remix-run/react'
import {
  Ban,
  CalendarClock,
  CheckCheck,
  Circle,
  Clock,
  Coffee,
  DoorOpen,
  TriangleAlert,
  UserX,
  Video,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { tierWords } from '~/domain/chart/triage-words'
import { dayState, kindWords } from '~/domain/chart/visit-words'
import type { DayState } from '~/domain/chart/visit-words'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { sayZone } from '~/domain/time/say-zone'
import type { TodayRow } from '~/features/worklist/today-rows'
import { Chip } from '~/ui/chip'
import { EmptyState } from '~/ui/empty-state'
import { LiveWait } from '~/ui/live-wait'
import { StateWord } from '~/ui/state-word'
import { TableScroll } from '~/ui/table-scroll'
import type { Tone } from '~/ui/tone'
import { useClinic } from '~/ui/use-clinic'

const looks: Record<DayState['kind'], { words: string; tone: Tone; icon: LucideIcon }> = {
  waiting: { words: 'Waiting', tone: 'accent', icon: DoorOpen },
  away: { words: 'Stepped away', tone: 'plain', icon: Coffee },
  in_visit: { words: 'In the visit', tone: 'accent', icon: Video },
  done: { words: 'Done', tone: 'good', icon: CheckCheck },
  late: { words: 'Late', tone: 'attention', icon: Clock },
  not_yet: { words: 'Not here yet', tone: 'wait', icon: Circle },
  missed: { words: 'Did not come', tone: 'attention', icon: UserX },
  cancelled: { words: 'Cancelled', tone: 'wait', icon: Ban },
}

/** The provider's visits of the day, each with where it stands in words. */
export function TodayTable({ visits, now }: { visits: readonly TodayRow[]; now: Date }) {
  const { timeZone } = useClinic()
  const count = (state: TodayRow['state']) => visits.filter((visit) => visit.state === state).length
  return (
    <section aria-labelledby="today">
      <div className="sec">
        <h2 id="today">Today’s visits</h2>
        <span className="n">{visits.length}</span>
        <span className="end">
          {count('ended')} done · {count('no_show')} missed
        </span>
      </div>
      <div className="panel">
        {visits.length === 0 ? (
          <EmptyState title="No visits today" icon={CalendarClock}>
            Booked visits show here on their day.
          </EmptyState>
        ) : (
          <TableScroll label="Table of visits">
            <table className="tbl">
              <thead>
                <tr>
                  <th className="w-86">{sayZone(timeZone, now)}</th>
                  <th>Patient</th>
                  <th>Visit</th>
                  <th>Triage</th>
                  <th>State</th>
                  <th>
                    <span className="sr">Chart</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {visits.map((visit) => (
                  <tr key={visit.visitId}>
                    <td className="strong nowrap">{sayTime(visit.startsAt, timeZone)}</td>
                    <td className="who">{visit.name}</td>
                    <td>{kindWords[visit.kind]}</td>
                    <td>
                      <Urgency visit={visit} />
                    </td>
                    <td>
                      <State visit={visit} now={now} />
                    </td>
                    <td className="right">
                      <Link to={paths.visit(visit.visitId)} reloadDocument aria-label={`Chart of ${visit.name}`}>
                        Chart
                      </Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        )}
      </div>
    </section>
  )
}

function Urgency({ visit }: { visit: TodayRow }) {
  if (visit.kind === 'follow_up' || !visit.urgency) return <span className="faint">–</span>
  if (visit.urgency === 'routine') return <Chip>Routine</Chip>
  return (
    <Chip tone={visit.urgency === 'expedited' ? 'attention' : 'emergency'} icon={TriangleAlert}>
      {tierWords[visit.urgency]}
    </Chip>
  )
}

function State({ visit, now }: { visit: TodayRow; now: Date }) {
  const state = dayState(visit, now)
  const look = looks[state.kind]
  return (
    <StateWord tone={look.tone} icon={look.icon}>
      {look.words}
      {state.since ? (
        <>
          {' '}
          <LiveWait since={state.since.getTime()} now={now.getTime()} />
        </>
      ) : null}
    </StateWord>
  )
}
