import { bodyMapRegions } from '~/domain/intake/body-map-regions'
import type { RegionId } from '~/domain/intake/body-map-regions'

/** One marked place; `strength` 0 to 10 when the person said how strong it is. */
export type Mark = { region: RegionId; strength?: number }

/** A one-finger point in millimetres of the drawing: x from the midline to the viewer's right, y down from the crown. */
export type Point = { view: 'back' | 'front'; x: number; y: number }

const known = new Set<string>(bodyMapRegions.map((region) => region.id))

/** The same region on the other side of the body; undefined in the middle. */
export function otherSide(id: RegionId): RegionId | undefined {
  const swapped = id.endsWith('-left') ? id.replace(/-left$/, '-right') : id.replace(/-right$/, '-left')
  return swapped !== id && known.has(swapped) ? (swapped as RegionId) : undefined
}

/** Marks with a region added or taken away. */
export function toggled(marks: readonly Mark[], region: RegionId): Mark[] {
  return marks.some((mark) => mark.region === region)
    ? marks.filter((mark) => mark.region !== region)
    : [...marks, { region }]
}

/** Marks with a strength set; a region not yet marked becomes marked. */
export function strengthened(marks: readonly Mark[], region: RegionId, strength: number | undefined): Mark[] {
  const rest = marks.some((mark) => mark.region === region) ? [...marks] : [...marks, { region }]
  return rest.map((mark) =>
    mark.region === region ? { region, ...(strength === undefined ? {} : { strength }) } : mark,
  )
}
