import type { Condition } from './condition'

type Score = Extract<Condition, { score: unknown }>

/** Every combination of answers whose points reach the score, as question key and value; questions left out have none given. */
export function pointsThatReach({ score, points, atLeast }: Score): (readonly (readonly [string, string])[])[] {
  const values = Object.entries(points).filter(([, each]) => each > 0)
  const combine = (keys: readonly string[], missing: number): (readonly (readonly [string, string])[])[] => {
    if (missing <= 0) return [[]]
    const [key, ...rest] = keys
    if (key === undefined) return []
    const without = combine(rest, missing)
    const withKey = values.flatMap(([value, each]) =>
      combine(rest, missing - each).map((others) => [[key, value] as const, ...others]),
    )
    return [...withKey, ...without]
  }
  return combine(score, atLeast)
}
