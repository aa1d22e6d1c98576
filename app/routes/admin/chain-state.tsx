import { Form } from '@remix-run/react'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { Button } from '~/ui/button'
import { classes } from '~/ui/classes'
import { Icon } from '~/ui/icon'

type Verdict =
  | { ok: true; sealed: number; unsealed: number; head: string; whole: boolean }
  | { ok: false; sealed: number; brokenAt: number; why: 'changed' | 'missing' | 'moved' }

const reasons = {
  changed: 'It differs from what was written.',
  missing: 'It is gone.',
  moved: 'It does not follow the row before.',
}

/** Whether the chain of marks holds, and a way to check every row. */
export function ChainState({ verdict }: { verdict: Verdict }) {
  const rows = verdict.sealed.toLocaleString('en-US')
  return (
    <section className={classes('panel pn verif', !verdict.ok && 'broken')} aria-live="polite">
      <div className="row gap-12">
        <span className="vi">
          <Icon of={verdict.ok ? ShieldCheck : ShieldAlert} />
        </span>
        {verdict.ok ? (
          <div>
            <h2>{verdict.whole ? `Unbroken: ${rows} rows` : `Unbroken: the newest ${rows} rows`}</h2>
            <p className="muted">
              Each row carries the mark of the row before.{' '}
              {verdict.unsealed > 0 ? `${verdict.unsealed} newer rows get theirs within seconds. ` : null}
              Newest mark: <code title={verdict.head}>{verdict.head.slice(0, 16)}</code>
            </p>
          </div>
        ) : (
          <div>
            <h2>
              Broken at row {verdict.brokenAt}. {reasons[verdict.why]}
            </h2>
            <p className="muted">
              The {rows} rows before it hold. Everything after it is not proven. Nothing is repaired in place.
            </p>
          </div>
        )}
      </div>
      <Form method="post" preventScrollReset>
        <Button variant="secondary">Check every row now</Button>
      </Form>
    </section>
  )
}
