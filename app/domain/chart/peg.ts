import type { Answers } from '~/domain/intake/instrument'

/** The three PEG items (Krebs 2009): average pain, enjoyment of life, general activity, each 0 to 10 in the past week. */
export const pegKeys = ['painAverage', 'pegEnjoyment', 'pegActivity'] as const

/** Mean of the three items, 0 to 10; null when one is missing: half a questionnaire has no score. */
export function pegOf(answers: Pick<Answers, (typeof pegKeys)[number]>): number | null {
  const given = pegKeys.flatMap((key) => answers[key] ?? [])
  return given.length === pegKeys.length ? given.reduce((sum, item) => sum + item, 0) / pegKeys.length : null
}
