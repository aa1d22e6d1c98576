import type { PayerItem, PayerStatus } from './triage-result'

export type PayerChange = { readonly id: string; readonly from: PayerStatus; readonly to: PayerStatus }

/** Items of a plan that a later reading shows otherwise. */
export function payerChanges(before: readonly PayerItem[], after: readonly PayerItem[]): PayerChange[] {
  const known = new Map(before.map((item) => [item.id, item.status]))
  return after.flatMap(({ id, status }) => {
    const from = known.get(id)
    return from && from !== status ? [{ id, from, to: status }] : []
  })
}
