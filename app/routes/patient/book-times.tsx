import { Form, Link, useSearchParams } from '@remix-run/react'
import { classes } from '~/ui/classes'
import type { TimeBoard } from './book-board'

function Days({ board }: { board: TimeBoard }) {
  return (
    <Form method="get" preventScrollReset>
      <input type="hidden" name="from" value={board.from} />
      <div className="days" role="group" aria-label="Day">
        {board.days.map((day) => (
          <button
            key={day.day}
            name="day"
            value={day.day}
            className={classes('day', day.chosen && 'on', day.empty && !day.chosen && 'none')}
            aria-pressed={day.chosen}
            aria-label={day.said}
            disabled={day.empty}
          >
            <span>{day.weekday}</span>
            <b>{day.number}</b>
            <span className="n">{day.words}</span>
          </button>
        ))}
      </div>
    </Form>
  )
}

/** Five days to choose from, then the times of each provider on the chosen one. Choosing a time keeps it for ten minutes. */
export function BookTimes({ board }: { board: TimeBoard }) {
  const [search] = useSearchParams()
  const to = (from: string) => {
    const next = new URLSearchParams(search)
    next.set('from', from)
    next.delete('day')
    return `?${next.toString()}`
  }
  return (
    <>
      <Days board={board} />
      <p className="row between small mt-2">
        <span className="strong">{board.chosen}</span>
        <span>
          {board.earlier ? (
            <Link className="tap" to={to(board.earlier)} preventScrollReset>
              Earlier days
            </Link>
          ) : null}{' '}
          {board.later ? (
            <Link className="tap" to={to(board.later)} preventScrollReset>
              Later days
            </Link>
          ) : null}
        </span>
      </p>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="hold" />
        {board.groups.map((group, index) => (
          <section key={group.id}>
            <div className={classes('who', index === 0 && 'mt-4')}>
              <h2>{group.name}</h2>
              {group.title ? <span>{group.title}</span> : null}
            </div>
            <div className="slots" role="group" aria-label={group.name}>
              {group.times.map((time) => (
                <button
                  key={time.value}
                  name="time"
                  value={time.value}
                  className={classes('pick', time.held && 'on')}
                  aria-pressed={time.held}
                >
                  {time.words}
                </button>
              ))}
            </div>
          </section>
        ))}
      </Form>
    </>
  )
}
