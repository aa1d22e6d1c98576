import type { At } from './entry'

/** Geometry of a diary chart, in its own units. The first day is stretched and the axis broken before the days. */
export type Scale = {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  hours: readonly (readonly [hour: number, x: number])[]
  dayTwo: number
  lastX: number
  gridStep: number
}

/** Wide, for staff. */
export const wideScale: Scale = {
  width: 812,
  height: 330,
  left: 44,
  right: 804,
  top: 34,
  bottom: 286,
  hours: [
    [0, 52],
    [0.25, 98],
    [0.5, 109.5],
    [1, 126],
    [2, 149],
    [4, 182],
    [8, 228],
    [24, 344],
  ],
  dayTwo: 414,
  lastX: 798,
  gridStep: 2,
}

/** Narrow, for a phone. */
export const narrowScale: Scale = {
  width: 350,
  height: 218,
  left: 26,
  right: 344,
  top: 14,
  bottom: 172,
  hours: [
    [0, 38],
    [0.25, 58],
    [0.5, 70],
    [1, 82],
    [2, 96],
    [4, 112],
    [8, 130],
    [24, 158],
  ],
  dayTwo: 196,
  lastX: 334,
  gridStep: 5,
}

const round = (value: number) => Math.round(value * 10) / 10

/** Where a time lies; beyond the known ends it stays at the end. */
export function xOf(scale: Scale, at: At, lastDay: number): number {
  if ('day' in at) {
    const step = (scale.lastX - scale.dayTwo) / Math.max(1, lastDay - 2)
    return round(scale.dayTwo + step * (Math.min(lastDay, Math.max(2, at.day)) - 2))
  }
  const upper = scale.hours.findIndex(([hour]) => hour >= at.hours)
  if (upper < 0) return scale.hours.at(-1)?.[1] ?? scale.right
  const [high, highX] = scale.hours[upper] ?? [0, scale.left]
  const [low, lowX] = scale.hours[Math.max(0, upper - 1)] ?? [0, scale.left]
  return round(high === low ? highX : lowX + ((at.hours - low) / (high - low)) * (highX - lowX))
}

/** Height of a pain number, 0 to 10. */
export function yOf(scale: Scale, value: number): number {
  return round(scale.bottom - (value / 10) * (scale.bottom - scale.top))
}
