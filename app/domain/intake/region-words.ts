import type { RegionId } from './body-map-regions'
import { regionOf } from './region-of'

/** Places as people say them: "your right dimple and right buttock". Neighbours with the same name are said once. */
export function regionWords(ids: readonly RegionId[]): string {
  const words = [...new Set(ids.map((id) => regionOf(id).short))]
  const last = words.pop()
  if (last === undefined) return 'no place'
  return words.length === 0 ? `your ${last}` : `your ${words.join(', ')} and ${last}`
}
