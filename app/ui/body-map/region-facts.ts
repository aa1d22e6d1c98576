import { bodyMapRegions } from '~/domain/intake/body-map-regions'
import type { RegionId, RegionTag } from '~/domain/intake/body-map-regions'

/** What the map needs to know of a region, whatever its literal type. */
export type RegionFacts = {
  readonly id: RegionId
  readonly name: string
  readonly side: 'left' | 'right' | 'midline'
  readonly view: 'back' | 'front' | 'both'
  readonly group: string
  readonly tags: readonly RegionTag[]
  readonly closeUp: boolean
}

/** All regions in the order of the list. */
export const allRegions: readonly RegionFacts[] = bodyMapRegions

const byId = new Map<string, RegionFacts>(allRegions.map((region) => [region.id, region]))

/** Facts of one region; ids come checked. */
export function factsOf(id: RegionId): RegionFacts {
  const facts = byId.get(id)
  if (!facts) throw new Error('No such region on the body map')
  return facts
}

/** A region's name with its strength, for names and labels: "right groin, along the crease, pain 3 of 10". */
export function spokenMark(id: RegionId, strength?: number): string {
  return strength === undefined ? factsOf(id).name : `${factsOf(id).name}, pain ${strength} of 10`
}
