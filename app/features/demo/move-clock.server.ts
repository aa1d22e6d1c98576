import { sql } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { withTx } from '@db/tx'
import { systemActor } from '~/domain/people/actor'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import type { Context } from '../context'

const farthest = { days: 400 }

/** Moves the clinic's clock to a later instant, waiting jobs with it. The database refuses where no clock may be moved. */
export function moveClock(context: Context, wish: { to: Date }): Promise<{ now: Date } | Refusal<'past' | 'far'>> {
  const seconds = Math.round((wish.to.getTime() - context.now.getTime()) / 1000)
  if (!(seconds > 0)) return Promise.resolve(refuse('past', 'The clock moves forward only. Choose a later time.'))
  if (seconds > farthest.days * 86_400)
    return Promise.resolve(refuse('far', `Choose a time within ${farthest.days} days.`))
  return withTx(context.database, systemActor, async (tx) => {
    await tx.execute(sql`select app.advance_clock(${seconds})`)
    await recordAudit(tx, { ...context, actor: systemActor }, { did: 'demo.move-clock', thing: 'clock' })
    await announce(tx, { topic: 'clock' })
    return { now: new Date(context.now.getTime() + seconds * 1000) }
  })
}
