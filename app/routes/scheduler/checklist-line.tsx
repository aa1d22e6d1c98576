import { Form } from '@remix-run/react'
import { Ban, CircleCheck, CircleDashed, OctagonAlert, Stethoscope } from 'lucide-react'
import { itemWords } from '~/domain/case/item-words'
import { sayWhen } from '~/domain/time/say-when'
import { Button } from '~/ui/button'
import { classes } from '~/ui/classes'
import { Icon } from '~/ui/icon'
import { TextField } from '~/ui/text-field'

export type Line = {
  id: string
  code: string
  state: 'open' | 'done' | 'not_needed'
  resolver: 'clinician' | 'scheduler' | 'patient'
  proof: string | null
  changedAt: Date | null
}

type Props = { line: Line; zone: string; isProvider: boolean; error?: string; typed?: string }

/** The authorisation line follows the plan's answer; lines of the procedure room are settled there. */
const elsewhere = new Set(['authorisation', 'consent', 'side_confirmed'])

/** One line of the checklist: what is asked, what proves it, and the act that settles it. */
export function ChecklistLine({ line, zone, isProvider, error, typed }: Props) {
  const words = itemWords(line.code)
  const settled = line.state !== 'open'
  const blocked = !settled && line.resolver === 'clinician' && !isProvider
  const icon =
    line.state === 'done' ? CircleCheck : line.state === 'not_needed' ? Ban : blocked ? OctagonAlert : CircleDashed
  const look = line.state === 'done' ? 'g' : line.state === 'not_needed' ? 'o' : blocked ? 'b' : 'w'
  const onTheDay = line.code === 'consent' || line.code === 'side_confirmed'
  return (
    <div className={classes('cl', blocked && !onTheDay && 'blk')}>
      <span className={classes('ic', onTheDay && !settled ? 'o' : look)}>
        <Icon of={icon} />
      </span>
      <span>
        <b>{words.title}</b>
        <span className="sub">
          {settled ? `${line.proof}${line.changedAt ? ` · ${sayWhen(line.changedAt, zone)}` : ''}` : words.ask}
        </span>
      </span>
      {settled || elsewhere.has(line.code) ? (
        <span className="sub faint">
          {settled
            ? line.state === 'done'
              ? 'settled'
              : 'not needed'
            : onTheDay
              ? 'on the day'
              : 'waits for the plan'}
        </span>
      ) : blocked ? (
        <span className="sub tx-bad">
          <Icon of={Stethoscope} /> a clinician settles this
        </span>
      ) : (
        <details className="settle" open={error !== undefined}>
          <summary className="btn secondary">Settle</summary>
          <Form method="post" className="fstack mt-8">
            <input type="hidden" name="intent" value="settle" />
            <input type="hidden" name="itemId" value={line.id} />
            <TextField
              id={`proof-${line.id}`}
              name="proof"
              label="What proves it"
              defaultValue={typed ?? ''}
              errors={error ? [error] : undefined}
              autoComplete="off"
            />
            <div className="row gap-8">
              <Button name="state" value="done">
                Mark as settled
              </Button>
              <Button variant="secondary" name="state" value="not_needed">
                Not needed
              </Button>
            </div>
          </Form>
        </details>
      )}
    </div>
  )
}
