import { recordAudit } from '@db/audit'
import { withTx } from '@db/tx'
import { visitorActor } from '~/domain/people/actor'
import type { Context } from '../context'
import { tokenStands } from './use-token'

/** Whether a mailed link still stands: looking at it does not use it up. */
export function checkLink(
  context: Context,
  wish: { token: string; purpose: 'verify_email' | 'reset_password' | 'invite' },
): Promise<boolean> {
  return withTx(context.database, visitorActor, async (tx) => {
    const stands = await tokenStands(tx, wish.token, wish.purpose, context.now)
    await recordAudit(tx, { ...context, actor: visitorActor }, { did: 'person.open-link', thing: wish.purpose })
    return stands
  })
}
