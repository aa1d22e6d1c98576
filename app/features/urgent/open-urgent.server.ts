import { openUrgentItem } from '@db/open-urgent-item'
import type { UrgentWish } from '@db/open-urgent-item'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** Puts a person on the list of those who must be telephoned and tells the staff. The same alarm twice is one item. */
export function openUrgent(context: Context, wish: UrgentWish): Promise<{ id: string; dueAt: Date; opened: boolean }> {
  return transact(context, (tx) => openUrgentItem(tx, context, wish))
}
