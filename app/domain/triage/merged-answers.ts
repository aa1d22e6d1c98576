import type { Answers } from '~/domain/intake/instrument'

/** The answers of the intake with everything that was asked live since, the newest of each question. The intake itself never changes. */
export function mergedAnswers(own: Answers, asked: readonly (Answers | null)[]): Answers {
  return asked.reduce<Answers>((answers, more) => ({ ...answers, ...more }), own)
}
