import { Link } from '@remix-run/react'
import { ChevronRight, Minus, Pencil, Plus } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { RuleGroup, RuleRow, RuleState } from '~/domain/triage/rule-rows'
import type { RuleSheet } from '~/domain/triage/rule-sheet'
import { classes } from '~/ui/classes'
import { Icon } from '~/ui/icon'
import { StateWord } from '~/ui/state-word'
import { TableScroll } from '~/ui/table-scroll'
import type { Tone } from '~/ui/tone'
import { RuleChips } from './rule-chips'
import { RuleDetail } from './rule-detail'
import { ruleAnchor, rulesPath } from './rules-path'
import type { RulesWish } from './rules-path'

const states: Record<Exclude<RuleState, 'same'>, { tone: Tone; icon: LucideIcon }> = {
  changed: { tone: 'accent', icon: Pencil },
  new: { tone: 'good', icon: Plus },
  removed: { tone: 'emergency', icon: Minus },
}

type Props = {
  groups: readonly RuleGroup[]
  wish: RulesWish
  previous: string | null
  /** The rule that is open. */
  sheet: RuleSheet | null
}

/** Every rule in its group, which folds; a rule opens in place. */
export function RulesTable({ groups, ...props }: Props) {
  return groups.map((group) => <Group key={group.section} group={group} {...props} />)
}

function Group({ group, wish, previous, sheet }: Omit<Props, 'groups'> & { group: RuleGroup }) {
  const { section, title, rows } = group
  const changed = rows.filter(({ state }) => state !== 'same').length
  const isRead = section === 'urgency' || wish.changed || rows.some(({ name }) => name === sheet?.name)
  return (
    <details className="rfold" open={isRead}>
      <summary id={`group-${section}`}>
        <Icon of={ChevronRight} />
        <b className="strong">{title}</b> {rows.length}
        <span className="grow" />
        {previous === null ? null : <span className="sub">{changed} changed, new or removed</span>}
      </summary>
      <TableScroll label={title}>
        <table className="tbl tight rset">
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">If</th>
              <th scope="col">Then</th>
              <th scope="col">Source</th>
              <th scope="col">{previous ? `Since ${previous}` : 'Since'}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Fragment key={row.name}>
                <Row row={row} wish={wish} isOpen={row.name === sheet?.name} />
                {row.name === sheet?.name ? (
                  <tr className="open">
                    <td colSpan={5}>
                      <RuleDetail sheet={sheet} version={wish.version} previous={previous} state={row.state} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  )
}

function Row({ row, wish, isOpen }: { row: RuleRow; wish: RulesWish; isOpen: boolean }) {
  const { name, id, title, chips, source, state } = row
  const to = rulesPath({ ...wish, rule: isOpen ? undefined : name })
  return (
    <tr id={ruleAnchor(name)} className={classes(isOpen && 'cur', state === 'removed' && 'off')}>
      <td>
        <b className="strong">{id}</b>
      </td>
      <td>
        <Link to={`${to}#${ruleAnchor(name)}`} preventScrollReset aria-expanded={isOpen}>
          {title}
        </Link>
      </td>
      <td>
        <RuleChips chips={chips} />
      </td>
      <td className="muted">
        {source ? (
          <>
            {source.citation}
            {source.more > 0 ? ` +${source.more}` : null}
            <small>{source.grade}</small>
          </>
        ) : null}
      </td>
      <td>{state === 'same' ? null : <State state={state} />}</td>
    </tr>
  )
}

function State({ state }: { state: Exclude<RuleState, 'same'> }): ReactNode {
  return <StateWord {...states[state]}>{state}</StateWord>
}
