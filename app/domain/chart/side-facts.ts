import type { MapSide, Side } from '~/domain/people/side'

/** What each place of the chart says about the side, in the order it came to be. */
type SidePlace = { name: string; side: MapSide }

export type SideFacts = {
  places: readonly SidePlace[]
  /** The side to show in the ink block: the ordered one, else the map's; null while no side is known. */
  side: Side | null
  /** False when two places name different sides. */
  same: boolean
  /** The clinician's reason for a side that differs from the map. */
  reason: string | null
}

const isSide = (side: MapSide): side is Side => side === 'left' || side === 'right' || side === 'both'

/** Map, order and procedure side by side: what is not there is left out, what differs is never hidden. */
export function sideFacts(from: {
  map: MapSide | null | undefined
  order?: { side: Side; mapSide: MapSide; sideReason: string | null } | null
  procedure?: { side: Side } | null
}): SideFacts {
  const map = from.order?.mapSide ?? from.map ?? null
  const places: SidePlace[] = []
  if (map !== null) places.push({ name: 'map', side: map })
  if (from.order) places.push({ name: 'order', side: from.order.side })
  if (from.procedure) places.push({ name: 'procedure', side: from.procedure.side })
  const last = places.at(-1)?.side
  return {
    places,
    side: last !== undefined && isSide(last) ? last : null,
    same: places.every((place) => place.side === last),
    reason: from.order?.sideReason ?? null,
  }
}
