import type { DiffLine } from '~/domain/triage/line-diff'
import type { RuleState } from '~/domain/triage/rule-rows'
import type { RuleSheet } from '~/domain/triage/rule-sheet'
import { NestedLine } from '~/ui/nested-line'

type Props = { sheet: RuleSheet; version: string; previous: string | null; state: RuleState }

/** A rule in full: each part with its lines, and what changed line by line. */
export function RuleDetail({ sheet, version, previous, state }: Props) {
  const isChanged = state === 'changed' && sheet.diff !== null
  return (
    <div className="rule-in">
      {isChanged && sheet.diff ? (
        <>
          <h3>
            {sheet.id}, compared with {previous}
          </h3>
          <RuleComparison lines={sheet.diff} />
        </>
      ) : (
        <>
          <h3>
            {sheet.id}
            {state === 'new' ? `, new in ${version}` : state === 'removed' ? `, gone since ${previous}` : ', in full'}
          </h3>
          <RuleParts sheet={sheet} />
        </>
      )}
    </div>
  )
}

/** Each part of a rule with its lines as they are nested. */
export function RuleParts({ sheet }: { sheet: RuleSheet }) {
  return (
    <dl className="rule-kv">
      {sheet.parts.map(({ what, lines }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>
            {lines.map((line, index) => (
              <NestedLine key={index}>{line}</NestedLine>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const marks = {
  same: { className: undefined, said: '' },
  gone: { className: 'del', said: 'gone: ' },
  new: { className: 'add', said: 'new: ' },
}

/** Two versions of a rule, one line under the other. */
export function RuleComparison({ lines }: { lines: readonly DiffLine[] }) {
  return (
    <div className="diff">
      {lines.map(({ mark, text }, index) => (
        <div key={index} className={marks[mark].className}>
          {mark === 'same' ? null : <span className="sr">{marks[mark].said}</span>}
          <NestedLine>{text}</NestedLine>
        </div>
      ))}
    </div>
  )
}
