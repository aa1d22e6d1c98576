import type { RegionId } from './body-map-regions'
import { regionOf } from './region-of'

export type BodySide = 'left' | 'right' | 'both' | 'middle' | 'none'

/** The side of all places together, the patient's own left and right. Places on the midline do not change it. */
export function sideOf(ids: readonly RegionId[]): BodySide {
  const sides = new Set(ids.map((id) => regionOf(id).side))
  if (sides.has('left') && sides.has('right')) return 'both'
  if (sides.has('left')) return 'left'
  if (sides.has('right')) return 'right'
  return sides.has('midline') ? 'middle' : 'none'
}
