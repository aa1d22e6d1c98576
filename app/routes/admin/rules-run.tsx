import { Form, Link, useNavigation } from '@remix-run/react'
import { CircleCheck, Clock, RotateCw, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { mostRead } from '~/domain/triage/run-change'
import type { ChangeLine } from '~/domain/triage/run-words'
import { sayDay } from '~/domain/time/say-day'
import { sayWhen } from '~/domain/time/say-when'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Icon } from '~/ui/icon'
import { useClinic } from '~/ui/use-clinic'
import { RuleChips } from './rule-chips'
import { rulesPath } from './rules-path'
import type { RulesWish } from './rules-path'

export type RunView = {
  readonly at: Date
  readonly by: string
  readonly stored: number
  readonly intakes: number
  readonly same: number
  readonly raised: number
  readonly lowered: number
  readonly replayed: number
  readonly isStale: boolean
  readonly changed: number
  /** The first ones, or all when asked. */
  readonly lines: readonly ChangeLine[]
}

const number = (count: number) => count.toLocaleString('en-US')

/** Both versions over the stored intakes: how many read the same, and which do not. */
export function RulesRun({
  run,
  wish,
  previous,
  now,
}: {
  run: RunView | null
  wish: RulesWish
  previous: string
  now: Date
}) {
  const { timeZone } = useClinic()
  const isRunning = useNavigation().formData?.get('intent') === 'run'
  return (
    <section className="panel pn" id="run">
      <div className="grp">
        <h2>Run again over stored intakes</h2>
        <span>{run ? sayWhen(run.at, timeZone, { now }).split(' · ')[0] : 'never'}</span>
      </div>
      {run ? (
        <RunResult run={run} wish={wish} previous={previous} />
      ) : (
        <p className="pad14 muted">
          Nobody has run {wish.version} beside {previous} yet.
        </p>
      )}
      <Form method="post" className="pad14 rule-t stack s-8 no-print" preventScrollReset>
        <input type="hidden" name="version" value={wish.version} />
        <p className="sub">
          Reads every sent intake, the newest {number(mostRead)} at most. Each one gets an audit row; nothing that was
          judged changes.
        </p>
        <div className="row">
          <Button variant="secondary" icon={RotateCw} name="intent" value="run" busy={isRunning}>
            {isRunning ? 'Reading stored intakes …' : run ? 'Run again' : 'Run over stored intakes'}
          </Button>
        </div>
      </Form>
    </section>
  )
}

function RunResult({ run, wish, previous }: { run: RunView; wish: RulesWish; previous: string }) {
  const more = run.changed - run.lines.length
  return (
    <>
      <div className="stats">
        <Sum of={run.same}>same</Sum>
        <Sum of={run.raised}>raised</Sum>
        <Sum of={run.lowered}>lowered</Sum>
        <Sum of={run.changed - run.raised - run.lowered}>other</Sum>
      </div>
      {run.lines.length > 0 ? (
        <table className="tbl tight runs">
          <thead>
            <tr>
              <th scope="col">Intake</th>
              <th scope="col">{previous}</th>
              <th scope="col">{wish.version}</th>
              <th scope="col">
                <span className="sr">Act</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {run.lines.map((line) => (
              <tr key={line.intakeId}>
                <td>
                  {sayDay(line.sentOn)}
                  <small>{line.who}</small>
                </td>
                <td>{line.from.length > 0 ? line.from.map(({ text }) => text).join(', ') : '–'}</td>
                <td>{line.to.length > 0 ? <RuleChips chips={line.to} /> : 'no longer'}</td>
                <td className="right nowrap">
                  <ButtonLink variant="secondary" to={rulesPath({ ...wish, why: line.intakeId })} preventScrollReset>
                    See why<span className="sr"> for {line.who}</span>
                  </ButtonLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {more > 0 ? (
        <p className="sub pad14 rule-t">
          <Link to={rulesPath({ ...wish, every: true })} preventScrollReset>
            {more} more
          </Link>
        </p>
      ) : null}
      <RunNotes run={run} />
    </>
  )
}

function RunNotes({ run }: { run: RunView }) {
  return (
    <>
      {run.isStale ? (
        <Note tone="warn" icon={Clock}>
          The rules have changed since. Run them again.
        </Note>
      ) : null}
      {run.lowered > 0 ? (
        <Note tone="warn" icon={TriangleAlert}>
          {run.lowered === 1 ? 'The urgency of 1 intake goes' : `The urgency of ${number(run.lowered)} intakes goes`}{' '}
          down.
        </Note>
      ) : (
        <Note tone="good" icon={CircleCheck}>
          No urgency goes down.
        </Note>
      )}
      <Note
        tone={run.replayed === run.intakes ? 'good' : 'bad'}
        icon={run.replayed === run.intakes ? CircleCheck : TriangleAlert}
      >
        Stored results that come out again, word for word: {number(run.replayed)} of {number(run.intakes)}.
        {run.intakes < run.stored ? ` The newest of ${number(run.stored)} were read.` : null} By {run.by}.
      </Note>
    </>
  )
}

function Sum({ of, children }: { of: number; children: string }) {
  return (
    <div className="stat">
      <span className="big">{number(of)}</span>
      <span className="sub">{children}</span>
    </div>
  )
}

function Note({ tone, icon, children }: { tone: 'good' | 'warn' | 'bad'; icon: LucideIcon; children: ReactNode }) {
  return (
    <div className={`nt ${tone} flat rule-t`}>
      <Icon of={icon} />
      <div>{children}</div>
    </div>
  )
}
