import { gradeWords } from '~/domain/chart/triage-words'
import type { Evidence } from '~/domain/triage/triage-result'

/** Where a rule comes from, and how strong that is. */
export function CiteList({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null
  return (
    <ul className="cites" aria-label="Sources">
      {evidence.map((one) => (
        <li key={one.citation}>
          {one.citation} <span className="grade">{gradeWords[one.grade]}</span>
        </li>
      ))}
    </ul>
  )
}
