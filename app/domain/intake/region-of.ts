import { bodyMapRegions, type RegionId, type RegionTag } from './body-map-regions'

type Region = {
  readonly id: RegionId
  readonly name: string
  readonly short: string
  readonly side: 'left' | 'right' | 'midline'
  readonly tags: readonly RegionTag[]
}

const byId = new Map<string, Region>(bodyMapRegions.map((region) => [region.id, region]))

/** Throws on an id that was never on the map: ids are checked where answers come in. */
export function regionOf(id: RegionId): Region {
  const region = byId.get(id)
  if (!region) throw new Error('No such region on the body map')
  return region
}

export function isRegionId(text: string): text is RegionId {
  return byId.has(text)
}
