import type { Answers } from './instrument'
import { sideOf } from './side-of'

type SaidSide = NonNullable<Answers['painSide']>

/** What a person can say about the side of these marks: the side they show, and one of two when they show both. */
export function sidesToSay(answers: Answers): SaidSide[] {
  const side = sideOf((answers.painAreas ?? []).map((area) => area.region))
  if (side === 'both') return ['left', 'right', 'both']
  return side === 'none' ? [] : [side]
}

/** Whether the side in words is one the marks show: a map and a word that differ are never sent together. */
export function sideAgrees(answers: Answers): boolean {
  return answers.painSide === undefined || sidesToSay(answers).includes(answers.painSide)
}
