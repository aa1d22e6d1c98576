import { isNull } from 'drizzle-orm'
import { urgentItems } from '@db/schema/intake'
import { may } from '~/domain/people/permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { readEntries } from './read-entries.server'
import type { UrgentEntry } from './urgent-entry'

/** Everyone who still waits for a call: emergencies first, then what is due first. Empty for whoever is not a clinician. */
export async function urgentQueue(context: Context): Promise<UrgentEntry[]> {
  if (!may.readWorklist(context.actor)) return []
  return transact(context, (tx) => readEntries(tx, context, isNull(urgentItems.closedAt)))
}
