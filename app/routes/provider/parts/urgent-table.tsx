import { Form, Link } from '@remix-run/react'
import { CircleCheck, UserPlus } from 'lucide-react'
import { codeWords } from '~/domain/chart/triage-words'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Chip } from '~/ui/chip'
import { EmptyState } from '~/ui/empty-state'
import { LiveClock } from '~/ui/live-clock'
import { sayPerson } from '~/ui/provider/say-person'
import { StateWord } from '~/ui/state-word'
import { TableScroll } from '~/ui/table-scroll'
import { useClinic } from '~/ui/use-clinic'
import { clockTotal } from './urgent-line'
import type { UrgentLine } from './urgent-line'

/** Who must be telephoned, soonest first, each with its clock and its owner. */
export function UrgentTable({ lines, now, me }: { lines: readonly UrgentLine[]; now: Date; me: string }) {
  return (
    <section aria-labelledby="urgent-queue">
      <div className="sec">
        <h2 id="urgent-queue">Same day and emergency</h2>
        <span className="n">{lines.length}</span>
        <span className="end">A clinician calls today, within 4 business hours</span>
      </div>
      <div className="panel">
        {lines.length === 0 ? (
          <EmptyState title="No calls owed" icon={CircleCheck}>
            New ones show here, and page the clinicians when nobody takes them.
          </EmptyState>
        ) : (
          <TableScroll label="Table of calls">
            <table className="tbl">
              <thead>
                <tr>
                  <th className="w-116">Call within</th>
                  <th>Patient</th>
                  <th>Why</th>
                  <th>Owner</th>
                  <th>
                    <span className="sr">Act</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <UrgentRow key={line.id} line={line} now={now} me={me} />
                ))}
              </tbody>
            </table>
          </TableScroll>
        )}
      </div>
    </section>
  )
}

function UrgentRow({ line, now, me }: { line: UrgentLine; now: Date; me: string }) {
  const { timeZone } = useClinic()
  return (
    <tr>
      <td>
        <LiveClock
          endsAt={line.dueAt.getTime()}
          total={clockTotal(line)}
          now={now.getTime()}
          by={`by ${sayTime(line.dueAt, timeZone)}`}
        />
      </td>
      <td className="who">
        <Link to={paths.urgentItem(line.id)}>{sayPerson(line.patient, now, timeZone)}</Link>
      </td>
      <td>
        {line.urgency === 'emergency' ? <Chip tone="emergency">Emergency</Chip> : null} {line.why}
        <small>
          {codeWords(line.code)} · {sayTime(line.openedAt, timeZone)}
        </small>
      </td>
      <td>
        {line.owner ? (
          line.owner.id === me ? (
            'You'
          ) : (
            line.owner.name
          )
        ) : (
          <StateWord tone="attention" icon={UserPlus}>
            Nobody
          </StateWord>
        )}
      </td>
      <td className="right">
        {line.owner ? (
          <ButtonLink to={paths.urgentItem(line.id)} variant="secondary">
            {line.owner.id === me ? 'Call' : 'Open'}
          </ButtonLink>
        ) : (
          <Form method="post" action={paths.urgentItem(line.id)}>
            <Button name="intent" value="take">
              Take
            </Button>
          </Form>
        )}
      </td>
    </tr>
  )
}
