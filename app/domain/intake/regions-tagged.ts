import { bodyMapRegions, type RegionId, type RegionTag } from './body-map-regions'
import { regionOf } from './region-of'

/** Places that carry at least one of these tags, in the order of the map. */
export function regionsTagged(tags: readonly RegionTag[]): RegionId[] {
  return bodyMapRegions.map(({ id }) => id).filter((id) => regionOf(id).tags.some((tag) => tags.includes(tag)))
}
