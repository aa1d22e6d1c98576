import type { RuleSet } from './rule-set'

/** The numbers of the SI pattern in words, read from the data: what the sum means, limits, floor, cap and exam. */
export function siNumbers({ si }: RuleSet): { name: string; says: string }[] {
  return [
    { name: 'Likely', says: `${si.thresholds.likely} points or more` },
    { name: 'Possible', says: `${si.thresholds.possible} to ${si.thresholds.likely - 1} points` },
    { name: 'Unlikely', says: `less than ${si.thresholds.possible} points, or the gate is closed` },
    ...Object.entries(si.groupLimits).map(([group, limit]) => ({
      name: `${group.charAt(0).toUpperCase()}${group.slice(1)}`,
      says: `${limit} points at most`,
    })),
    { name: `${si.floor.id}, floor`, says: `${si.floor.to} at least: ${si.floor.because}` },
    { name: `${si.cap.id}, cap`, says: `${si.cap.to} at most: ${si.cap.because}` },
    ...(si.exam
      ? [
          {
            name: `${si.exam.id}, exam`,
            says: `counts from ${si.exam.atLeastDone} tests on; ${si.exam.positive} positive: possible at least`,
          },
          {
            name: 'Probability',
            says: `only with an exam: prior ${si.exam.probability.prior}, ratio ${si.exam.probability.whenPositive} or ${si.exam.probability.whenNegative}, ${si.exam.probability.certainty}`,
          },
        ]
      : []),
  ]
}
