import { Link } from '@remix-run/react'
import { CircleCheck, CircleDashed, ClipboardList, History, Phone } from 'lucide-react'
import { Fragment } from 'react'
import { ageWords } from '~/domain/chart/age-words'
import { siWords } from '~/domain/chart/triage-words'
import { paths } from '~/domain/paths'
import { sayWhen } from '~/domain/time/say-when'
import type { ListedIntake } from '~/features/triage/list-intakes.server'
import { EmptyState } from '~/ui/empty-state'
import { Icon } from '~/ui/icon'
import { sayPerson } from '~/ui/provider/say-person'
import { SideBlock } from '~/ui/side-block'
import { StateWord } from '~/ui/state-word'
import { TableScroll } from '~/ui/table-scroll'
import { useClinic } from '~/ui/use-clinic'
import { UrgencyChip } from './urgency-chip'

type Props = { list: readonly ListedIntake[]; filtered: boolean; now: Date }

/** Everyone whose intake a clinician may still have to look at, most urgent first. */
export function IntakeTable({ list, filtered, now }: Props) {
  if (list.length === 0)
    return (
      <div className="panel">
        <EmptyState title={filtered ? 'No intake fits' : 'No intakes to look at'} icon={ClipboardList}>
          {filtered
            ? 'Take a filter away to see more.'
            : 'Sent intakes show here until the person has been seen, and drafts of people with a visit ahead.'}
        </EmptyState>
      </div>
    )
  return (
    <div className="panel">
      <TableScroll label="Table of intakes">
        <table className="tbl intakes">
          <thead>
            <tr>
              <th>Patient</th>
              <th>Urgency</th>
              <th>SI pattern</th>
              <th>Answers</th>
              <th>Sent</th>
              <th>Reviewed</th>
              <th>Visit</th>
            </tr>
          </thead>
          <tbody>
            {list.map((one) => (
              <Row key={one.id} one={one} now={now} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  )
}

function Row({ one, now }: { one: ListedIntake; now: Date }) {
  const { timeZone } = useClinic()
  const { answered, missing, notSure, safety } = one.completeness
  const since = one.submittedAt ?? one.savedAt
  return (
    <tr>
      <td className="who">
        <Link to={paths.intakeTriage(one.id)}>{sayPerson(one.patient, now, timeZone)}</Link>{' '}
        {one.side === 'left' || one.side === 'right' || one.side === 'both' ? (
          <SideBlock side={one.side} size="row" />
        ) : null}
        {one.byPhone ? (
          <small>
            <Icon of={Phone} /> filled by phone
          </small>
        ) : null}
      </td>
      <td>{one.urgency ? <UrgencyChip tier={one.urgency} /> : <span className="faint">not read yet</span>}</td>
      <td>{one.siPattern ? siWords[one.siPattern] : <span className="faint">–</span>}</td>
      <td>
        {missing === 0 && notSure === 0 ? (
          <StateWord tone="good" icon={CircleCheck}>
            Complete
          </StateWord>
        ) : (
          <StateWord tone={safety > 0 ? 'attention' : 'wait'} icon={CircleDashed}>
            <span>
              <Parts of={[missing > 0 && `${missing} missing`, notSure > 0 && `${notSure} not sure`]} />
            </span>
          </StateWord>
        )}
        <small>
          <Parts of={[`${answered} answered`, safety > 0 && `${safety} of safety open`]} />
        </small>
      </td>
      <td>
        {one.submittedAt ? <Parts of={sayWhen(one.submittedAt, timeZone, { now }).split(' · ')} /> : 'Draft'}
        <small>
          {one.submittedAt ? '' : 'saved '}
          {ageWords(now.getTime() - since.getTime())} ago
        </small>
      </td>
      <td>
        <Reviewed one={one} />
      </td>
      <td>
        {one.visit ? (
          <Link to={paths.visit(one.visit.id)} reloadDocument>
            <Parts of={sayWhen(one.visit.startsAt, timeZone, { now }).split(' · ')} />
          </Link>
        ) : (
          <span className="faint">none</span>
        )}
      </td>
    </tr>
  )
}

/** What belongs together stays on one line; a narrow column breaks between the parts. */
function Parts({ of }: { of: readonly (string | false)[] }) {
  const parts = of.filter((part) => part !== false)
  return parts.map((part, at) => (
    <Fragment key={part}>
      <span className="nowrap">
        {part}
        {at < parts.length - 1 ? ' ·' : null}
      </span>{' '}
    </Fragment>
  ))
}

function Reviewed({ one }: { one: ListedIntake }) {
  if (!one.submittedAt) return <span className="faint">–</span>
  if (!one.reviewed)
    return (
      <StateWord tone="attention" icon={CircleDashed}>
        No
      </StateWord>
    )
  return (
    <>
      <StateWord tone={one.reviewed.since ? 'attention' : 'good'} icon={one.reviewed.since ? History : CircleCheck}>
        {one.reviewed.since ? 'Read again since' : 'Yes'}
      </StateWord>
      <small>{one.reviewed.by}</small>
    </>
  )
}
