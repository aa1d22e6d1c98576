import { Link } from '@remix-run/react'
import type { RuleGroup } from '~/domain/triage/rule-rows'
import type { RuleSheet } from '~/domain/triage/rule-sheet'
import { classes } from '~/ui/classes'
import { EmptyState } from '~/ui/empty-state'
import { RulesTable } from './rules-table'
import { rulesPath } from './rules-path'
import type { RulesWish } from './rules-path'
import { VersionLinks } from './version-links'

type Props = {
  page: {
    set: { version: string }
    previous: string | null
    versions: readonly { version: string; isInForce: boolean }[]
    rules: number
    counts: { changed: number; new: number; removed: number }
    groups: readonly RuleGroup[]
    sheet: RuleSheet | null
  }
  wish: RulesWish
}

/** The version, what changed in it, and every rule. */
export function RulesList({ page, wish }: Props) {
  const { set, previous, counts } = page
  const changed = counts.changed + counts.new + counts.removed
  const views = [
    { label: `All ${page.rules}`, changed: false },
    { label: `Changed, new or removed: ${changed}`, changed: true },
  ]
  return (
    <>
      <div className="row wrap gap-10">
        <VersionLinks
          label="Versions"
          current={set.version}
          versions={page.versions.map(({ version, isInForce }) => ({
            version,
            to: rulesPath({ version }),
            note: isInForce ? 'in force' : undefined,
          }))}
        />
        {previous ? (
          <nav className="flt no-print" aria-label="Which rules">
            {views.map((view) => (
              <Link
                key={view.label}
                to={rulesPath({ version: set.version, changed: view.changed })}
                className={classes('fchip', view.changed === (wish.changed ?? false) && 'on')}
                aria-current={view.changed === (wish.changed ?? false) ? 'page' : undefined}
                preventScrollReset
              >
                {view.label}
              </Link>
            ))}
          </nav>
        ) : null}
      </div>
      <section className="panel pn">
        <div className="grp">
          <h2>Rules {set.version}</h2>
          <span>
            {page.rules} lines
            {previous ? ` · ${counts.changed} changed · ${counts.new} new · ${counts.removed} removed` : null}
          </span>
        </div>
        {page.groups.length === 0 ? (
          <EmptyState title="Nothing changed">Every rule reads as in {previous}.</EmptyState>
        ) : (
          <RulesTable groups={page.groups} wish={wish} previous={previous} sheet={page.sheet} />
        )}
        <p className="sub pad14 rule-t">
          <a href="#told">What patients are told, fixed text</a>
        </p>
      </section>
    </>
  )
}
