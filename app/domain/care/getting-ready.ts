import type { CareFacts } from './care-facts'

type Facts = Pick<CareFacts, 'items' | 'procedure' | 'authorisation'>

/** Settled in the procedure room on the day itself. */
const onTheDay = new Set(['consent', 'side_confirmed'])

/** Whether somebody has to be asked for leave before the injection. */
export function needsInsurance({ items, authorisation }: Facts): boolean {
  return authorisation !== null || items.some((item) => item.code === 'authorisation' && item.state !== 'not_needed')
}

/** What the patient still has to do before the injection. */
export function openForPatient({ items, procedure }: Facts): ('confirm' | 'driver')[] {
  if (procedure?.state !== 'booked') return []
  const driver = items.find((item) => item.code === 'driver')
  const driverOpen = driver ? driver.state === 'open' : procedure.driverName === null
  return [...(procedure.confirmedAt ? [] : (['confirm'] as const)), ...(driverOpen ? (['driver'] as const) : [])]
}

/** Codes of what the clinic still settles before the injection. */
export function openForClinic({ items, procedure }: Facts): string[] {
  if (procedure?.state === 'done') return []
  return items
    .filter((item) => item.state === 'open' && item.resolver !== 'patient' && !onTheDay.has(item.code))
    .filter((item) => item.code !== 'authorisation' && item.code !== 'driver')
    .map((item) => item.code)
}
