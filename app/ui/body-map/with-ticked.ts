import type { Mark } from './mark'
import { allRegions } from './region-facts'

/** Marks as the list on the page has them: a person may have ticked boxes before the scripts arrived. */
export function withTicked(marks: Mark[], list: HTMLElement): Mark[] {
  const boxes = [...list.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  const ticked = new Set(boxes.filter((box) => box.checked).map((box) => box.value))
  const kept = marks.filter((mark) => ticked.has(mark.region))
  const added = allRegions.filter((region) => ticked.has(region.id) && !marks.some((mark) => mark.region === region.id))
  if (kept.length === marks.length && added.length === 0) return marks
  return [...kept, ...added.map((region) => ({ region: region.id }))]
}
