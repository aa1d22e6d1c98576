import { CircleCheck, Clock3, FileText, Hourglass, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { BoardRow } from '~/features/case/read-board.server'
import { paths } from '~/domain/paths'
import { initials } from '~/domain/people/say-names'
import { daysBetween } from '~/domain/time/days-between'
import { sayDate } from '~/domain/time/say-date'
import { sayWhen } from '~/domain/time/say-when'
import { Avatar } from '~/ui/avatar'
import { ButtonLink } from '~/ui/button-link'
import { classes } from '~/ui/classes'
import { Icon } from '~/ui/icon'

const icons = {
  refused: { of: OctagonAlert, look: 'bad' },
  warning: { of: TriangleAlert, look: 'warn' },
  clock: { of: Clock3, look: 'warn' },
  waiting: { of: Hourglass, look: 'off' },
  ready: { of: CircleCheck, look: 'good' },
  note: { of: FileText, look: 'off' },
} as const

const sideWords = { left: 'Left', right: 'Right', both: 'Both' } as const

const acts = {
  ask_provider: 'Open case',
  send_request: 'Send request',
  record_answer: 'Record answer',
  appeal: 'Send again',
  clear: 'Settle lines',
  find_time: 'Find a time',
  move: 'Move the time',
  record: 'Record procedure',
  open: 'Open case',
} as const

function ageWords(row: BoardRow, now: Date, zone: string): string {
  if (row.card.stage === 'booked' && row.procedureAt) {
    const days = daysBetween(now, row.procedureAt, zone)
    if (days === 0) return 'today'
    if (days === 1) return 'tomorrow'
    return days > 0 ? `in ${days} days` : `${-days} days ago`
  }
  if (row.card.days === 0) return 'today'
  return row.card.days === 1 ? '1 day' : `${row.card.days} days`
}

/** A narrow card breaks between the day and the hour, never inside one of them. */
const unbroken = (when: string) => when.replaceAll(' ', '\u00a0').replace('·\u00a0', '· ')

const linkOf = (row: BoardRow) => {
  if (!row.caseId) return null
  if (row.card.act === 'record' && row.procedureId) return paths.procedureRecord(row.procedureId)
  if (row.card.act === 'find_time' || row.card.act === 'move') return paths.caseBook(row.caseId)
  return paths.case(row.caseId)
}

/** One conversion on the board: why it stands where it stands, and the next act. */
export function BoardCard({ row, now, zone, me }: { row: BoardRow; now: Date; zone: string; me: string }) {
  const link = linkOf(row)
  const urgent = row.card.edge === 'red' || row.card.act === 'find_time'
  return (
    <article className={classes('bc', row.card.edge === 'red' && 'late', row.card.edge === 'amber' && 'stuck')}>
      <div className="top">
        <h3 className="nm">{row.patientName}</h3>
        <span className="age">{ageWords(row, now, zone)}</span>
      </div>
      <p className="what">
        {row.side ? (
          <>
            <b className="strong tx-ink">{sideWords[row.side]}</b> ·{' '}
            {row.card.stage === 'booked' && row.procedureAt
              ? unbroken(sayWhen(row.procedureAt, zone).replace(/ [A-Z]+$/, ''))
              : row.intent}
          </>
        ) : (
          `Consult ${sayDate(row.consultEndedAt, zone)} · no order`
        )}
      </p>
      {row.card.lines.map((line) => (
        <p key={line.words} className={classes('why', icons[line.icon].look)}>
          <Icon of={icons[line.icon].of} />
          <span>{line.words}</span>
        </p>
      ))}
      {link ? (
        <div className="act">
          <ButtonLink
            to={link}
            variant={urgent ? 'primary' : 'secondary'}
            aria-label={`${acts[row.card.act]}: ${row.patientName}`}
          >
            {acts[row.card.act]}
          </ButtonLink>
          {row.owner ? (
            <Avatar small other={row.owner.id !== me} initials={initials(row.owner.name)} name={row.owner.name} />
          ) : (
            <span className="faint fs-xs">No owner</span>
          )}
        </div>
      ) : null}
    </article>
  )
}
