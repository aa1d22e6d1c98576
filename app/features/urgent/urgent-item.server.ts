import { eq } from 'drizzle-orm'
import { urgentItems } from '@db/schema/intake'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { readEntries } from './read-entries.server'
import type { UrgentEntry } from './urgent-entry'

/** One call with all a clinician must know before dialling, open or closed. */
export async function urgentItem(
  context: Context,
  wish: { itemId: string },
): Promise<UrgentEntry | Refusal<'missing'>> {
  const missing = refuse('missing', 'There is no such call.')
  if (!may.readWorklist(context.actor)) return missing
  const [entry] = await transact(context, (tx) => readEntries(tx, context, eq(urgentItems.id, wish.itemId)))
  return entry ?? missing
}
