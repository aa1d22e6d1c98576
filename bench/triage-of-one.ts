import { examples } from '~/domain/intake/examples'
import { triage } from '~/domain/triage/triage'
import { compare } from './rounds'
import type { Line } from './rounds'

/** One whole intake read by every rule, on the scale of reading the same answers from their JSON text. */
export function triageOfOne(): Promise<Line[]> {
  const { answers } = examples.rightSided
  const text = JSON.stringify(answers)
  return compare([
    { name: 'JSON.parse of the answers', run: () => JSON.parse(text) as unknown },
    { name: 'triage of the answers', run: () => triage(answers, { asOf: '2026-11-22' }) },
  ])
}
