import type { Shape } from './art'

const directions: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Whether a key moves over the picture. */
export function isArrow(key: string): boolean {
  return key in directions
}

/** The shape an arrow key leads to: near in its direction, sideways counts more than twice. */
export function nearestShape(shapes: readonly Shape[], from: Shape, key: string): Shape | undefined {
  const [dx, dy] = directions[key] ?? [0, 0]
  const [x, y] = from.at
  let best: Shape | undefined
  let bestDistance = Infinity
  for (const shape of shapes) {
    if (shape === from || shape.copy) continue
    const [a, b] = shape.at
    const forward = (a - x) * dx + (b - y) * dy
    const sideways = Math.abs((a - x) * dy) + Math.abs((b - y) * dx)
    const distance = forward + 2.2 * sideways
    if (forward <= 4 || sideways >= forward * 2.2 || distance >= bestDistance) continue
    best = shape
    bestDistance = distance
  }
  return best
}
