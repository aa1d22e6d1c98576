import type { RegionId } from '~/domain/intake/body-map-regions'
import { pictures } from './art'
import type { Point } from './mark'
import { factsOf } from './region-facts'

/** A place of the close-up by its name, with the middle of its drawing. */
export type NamedPoint = { readonly region: RegionId; readonly name: string; readonly point: Point }

const views = ['back', 'front'] as const

const rounded = (millimetres: number) => Math.round(millimetres * 10) / 10

/** Every place of both close-ups, in the order of the drawing. */
export const namedPoints: readonly NamedPoint[] = views.flatMap((view) =>
  pictures[view].panel.shapes
    .filter(({ copy }) => !copy)
    .map(({ region, at: [x, y] }) => ({
      region,
      name: factsOf(region).name,
      point: { view, x: rounded(x), y: rounded(y) },
    })),
)

/** The named place whose middle is nearest to a point of the same view. */
export function nearestNamed(point: Point): NamedPoint | undefined {
  const far = ({ point: { x, y } }: NamedPoint) => Math.hypot(x - point.x, y - point.y)
  return namedPoints
    .filter((named) => named.point.view === point.view)
    .toSorted((one, other) => far(one) - far(other))[0]
}
