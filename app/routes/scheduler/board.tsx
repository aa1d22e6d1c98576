import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useSearchParams, useSubmit } from '@remix-run/react'
import { ChevronDown, TriangleAlert } from 'lucide-react'
import { boardColumns } from '~/domain/case/board-columns'
import { stageWords } from '~/domain/case/stage-words'
import { daysBetween } from '~/domain/time/days-between'
import { sayDate } from '~/domain/time/say-date'
import { readBoard } from '~/features/case/read-board.server'
import { requireContext } from '~/server/require-context.server'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Icon } from '~/ui/icon'
import { useLive } from '~/ui/use-live'
import { useClinic } from '~/ui/use-clinic'
import { BoardCard } from './board-card'
import { SchedulerFrame } from './scheduler-frame'

export const meta: MetaFunction = () => [{ title: 'Conversion board' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  return { rows: await readBoard(context), now: context.now, person: context.person }
}

/** Columns after the booking fold to a number until they are opened. */
const folded = new Set(['procedure_done', 'diary_running', 'follow_up_done', 'next_step'])

export default function Board() {
  const { rows, now, person } = useLoaderData<typeof loader>()
  const { timeZone } = useClinic()
  const [search] = useSearchParams()
  const submit = useSubmit()
  useLive()
  const mine = search.get('whose') === 'mine'
  const onlyStuck = search.get('only') === 'stuck'
  const opened = search.get('open')
  const shown = rows.filter((row) => (!mine || row.owner?.id === person.id) && (!onlyStuck || row.card.edge !== null))
  const stuck = rows.filter((row) => row.card.edge !== null).length
  const open = rows.filter((row) => row.caseId).length
  const soonest = rows
    .flatMap((row) =>
      row.card.stage === 'booked' && row.procedureAt && row.procedureAt >= now ? [row.procedureAt] : [],
    )
    .toSorted((a, b) => a.getTime() - b.getTime())[0]
  return (
    <SchedulerFrame
      person={person}
      current="board"
      slim
      title="Conversion board"
      meta={`${sayDate(now, timeZone)} · ${open} open ${open === 1 ? 'case' : 'cases'}`}
      bodyClass="pad-16-20"
      actions={
        <Form
          method="get"
          className="row gap-8"
          onChange={(event) => submit(event.currentTarget)}
          role="search"
          aria-label="Filter the board"
        >
          <label className="sel-wrap">
            <span className="sr">Whose cases</span>
            <select name="whose" defaultValue={mine ? 'mine' : 'all'} className="in">
              <option value="all">All cases</option>
              <option value="mine">My cases</option>
            </select>
            <Icon of={ChevronDown} />
          </label>
          <label className="sel-wrap">
            <span className="sr">Which cases</span>
            <select name="only" defaultValue={onlyStuck ? 'stuck' : 'all'} className="in">
              <option value="all">Stuck or not</option>
              <option value="stuck">Stuck: {stuck}</option>
            </select>
            <Icon of={ChevronDown} />
          </label>
          <noscript>
            <Button variant="secondary">Show</Button>
          </noscript>
          {stuck > 0 ? (
            <span className="chip warn">
              <Icon of={TriangleAlert} />
              Stuck {stuck}
            </span>
          ) : null}
        </Form>
      }
    >
      {rows.length === 0 ? (
        <EmptyState title="No conversions yet">
          When a provider ends a consult or orders an injection, it shows here by itself.
        </EmptyState>
      ) : (
        <div className="board">
          {boardColumns(shown).map(({ stage, rows: cards, medianDays }) => {
            const words = stageWords[stage]
            if (folded.has(stage) && opened !== stage) {
              return (
                <section className="col thin" key={stage} aria-label={`${words.title}: ${cards.length}`}>
                  <Form method="get" className="thin-open">
                    {mine ? <input type="hidden" name="whose" value="mine" /> : null}
                    <button name="open" value={stage} aria-label={`Open ${words.title}, ${cards.length}`}>
                      <b>{cards.length}</b>
                      <span>{words.title}</span>
                    </button>
                  </Form>
                </section>
              )
            }
            const target =
              words.targetDays === null ? null : `target ${words.targetDays} ${words.targetDays === 1 ? 'day' : 'days'}`
            const sub =
              stage === 'booked'
                ? soonest
                  ? `next: ${sayDate(soonest, timeZone)}`
                  : 'none coming'
                : [target, medianDays === null ? null : `median ${medianDays}`].filter(Boolean).join(' · ')
            return (
              <section className="col" key={stage} aria-label={words.title}>
                <header>
                  <h2>{words.title}</h2>
                  <span className="n">{cards.length}</span>
                  <small>{sub}</small>
                </header>
                {cards.length === 0 ? <p className="faint fs-sm pad-8">Nothing here now.</p> : null}
                {cards.map((row) => (
                  <BoardCard key={row.key} row={row} now={now} zone={timeZone} me={person.id} />
                ))}
              </section>
            )
          })}
        </div>
      )}
      <p className="faint fs-xs mt-12">
        Stages follow from what is on file.{' '}
        {rows.length > 0
          ? `Oldest consult here: ${Math.max(...rows.map((row) => daysBetween(row.consultEndedAt, now, timeZone)))} days ago.`
          : ''}
      </p>
    </SchedulerFrame>
  )
}
