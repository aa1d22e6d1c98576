import { siWords } from '~/domain/chart/triage-words'
import { ReasonLine } from './reason-line'
import type { TriageView } from './triage-view'

type Si = NonNullable<TriageView['reading']>['si']

/** The SI pattern with its gate, every point for and against, floor and cap; a probability only after an exam. */
export function SiPart({ si }: { si: Si }) {
  return (
    <section className="tri" aria-label="SI pattern">
      <h2 className="pane-h">SI pattern</h2>
      {si.gate.slice(0, 1).map((reason) => (
        <ReasonLine key={reason.ruleId} reason={reason} />
      ))}
      {[...si.support, ...si.against].map((reason) => (
        <ReasonLine key={reason.ruleId} reason={reason} />
      ))}
      {si.against.length === 0 ? (
        <p className="reason">
          <span className="w faint">0</span>
          <span className="muted">Against: nothing fired. {si.checkedAgainst} rules checked</span>
        </p>
      ) : null}
      <p className="reason sum">
        <span className="w">{si.score}</span>
        <span>
          <b className="strong">{siWords[si.tier]}</b>
          {si.examDone ? ' after the exam' : ' by answers alone; no exam of 5 tests yet'}
        </span>
        <cite>
          {si.thresholds.likely} likely · {si.thresholds.possible} possible
        </cite>
      </p>
      {si.gate.slice(1).map((reason) => (
        <ReasonLine
          key={reason.ruleId}
          reason={reason}
          lead={
            si.probability && reason.text === si.probability.basis
              ? `About ${Math.round(si.probability.post * 100)} of 100, with very low certainty`
              : undefined
          }
        />
      ))}
    </section>
  )
}
