import type { Tx } from '../client'

/** What every part of the seeding shares. All times are counted from `now`. */
export type Seeder = {
  tx: Tx
  now: Date
  zone: string
  passwordHash: string
  ids: Map<string, string>
  places: { locationId: string; roomId: string; cArmId: string }[]
}

/** `minutes` from the moment of seeding, on the five-minute grid of the clinic's clocks. */
export function moment(seeder: Seeder, minutes: number): Date {
  const grid = 5 * 60_000
  return new Date(Math.round((seeder.now.getTime() + minutes * 60_000) / grid) * grid)
}

export function idOf(seeder: Seeder, key: string): string {
  const id = seeder.ids.get(key)
  if (!id) throw new Error(`Nobody is called ${key} in the demo clinic.`)
  return id
}

export const later = (date: Date, minutes: number) => new Date(date.getTime() + minutes * 60_000)
