import type { Said } from './triage-view'

/** Questions with the answers given to them, in the patient's words. */
export function SaidList({ said, none }: { said: readonly Said[]; none?: string }) {
  if (said.length === 0) return none ? <p className="muted">{none}</p> : null
  return (
    <ul className="said-l">
      {said.map((one) => (
        <li key={one.label}>
          <span className="sub d-block">
            {one.label}
            {one.live ? ' (asked live)' : ''}
          </span>
          “{one.answer}”
        </li>
      ))}
    </ul>
  )
}
