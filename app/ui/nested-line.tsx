import { classes } from './classes'

const deepest = 6

/** A line of a nested list written as text: two spaces for each step in. */
export function NestedLine({ children }: { children: string }) {
  const spaces = children.length - children.trimStart().length
  const depth = Math.min(deepest, Math.floor(spaces / 2))
  return <span className={classes('ln', depth > 0 && `ln-${depth}`)}>{children.trimStart()}</span>
}
