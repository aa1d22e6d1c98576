import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { urgentItems } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { sayTime } from '~/domain/time/say-time'
import type { Context } from '~/features/context'

type Item = typeof urgentItems.$inferSelect

/** The item, held until the transaction ends, if this clinician may act on it: still open, and nobody else's. */
export async function lockItem(
  tx: Tx,
  context: Context,
  itemId: string,
): Promise<Item | Refusal<'missing' | 'closed' | 'taken'>> {
  const missing = refuse('missing', 'There is no such call.')
  if (!may.readWorklist(context.actor)) return missing
  const [item] = await tx.select().from(urgentItems).where(eq(urgentItems.id, itemId)).for('update')
  if (!item) return missing
  await recordAudit(tx, context, {
    did: 'urgent.read',
    patientId: item.patientId,
    thing: 'urgent_item',
    thingId: itemId,
  })
  const since = (at: Date) => sayTime(at, context.clinic.timeZone)
  if (item.closedAt)
    return refuse('closed', `${await nameOf(tx, item.closedBy)} closed this at ${since(item.closedAt)}.`)
  if (item.ownerId && item.takenAt && item.ownerId !== context.actor.id)
    return refuse('taken', `${await nameOf(tx, item.ownerId)} took this at ${since(item.takenAt)}.`)
  return item
}

async function nameOf(tx: Tx, personId: string | null): Promise<string> {
  if (!personId) return 'Someone'
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId))
  return person?.name ?? 'Someone'
}
