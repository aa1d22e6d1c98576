import type { RulesPage } from '~/features/rules/read-rules.server'
import { ruleGroups } from '~/domain/triage/rule-rows'
import { ruleSheets } from '~/domain/triage/rule-sheet'
import { changeLines, whyDiffers } from '~/domain/triage/run-words'
import { siNumbers } from '~/domain/triage/si-numbers'
import { toldTexts } from '~/domain/triage/told-texts'
import type { RulesWish } from './rules-path'

const shownAtFirst = 12

/** What the page of one rule set shows, computed from its data. */
export function rulesView({ ruleSet, previous, run, ...page }: RulesPage, wish: Omit<RulesWish, 'version'>) {
  const all = ruleGroups(ruleSet, previous)
  const rows = all.flatMap((group) => group.rows)
  const counted = (state: string) => rows.filter((row) => row.state === state).length
  const change = run?.changes.find(({ intakeId }) => intakeId === wish.why)
  const lines = run ? changeLines(run.changes) : []
  return {
    ...page,
    set: {
      version: ruleSet.version,
      since: ruleSet.effectiveFrom,
      owner: ruleSet.owner,
      purpose: ruleSet.purpose,
      limits: ruleSet.limits,
    },
    previous: previous?.version ?? null,
    rules: rows.length - counted('removed'),
    counts: { changed: counted('changed'), new: counted('new'), removed: counted('removed') },
    groups: wish.changed
      ? all
          .map((group) => ({ ...group, rows: group.rows.filter((row) => row.state !== 'same') }))
          .filter((group) => group.rows.length > 0)
      : all,
    sheet: wish.rule ? (ruleSheets(ruleSet, previous).get(wish.rule) ?? null) : null,
    run: run
      ? {
          at: run.at,
          by: run.by,
          stored: run.stored,
          intakes: run.intakes,
          same: run.same,
          raised: run.raised,
          lowered: run.lowered,
          replayed: run.replayed,
          isStale: run.isStale,
          changed: lines.length,
          lines: wish.every ? lines : lines.slice(0, shownAtFirst),
        }
      : null,
    why: change && previous ? { change, why: whyDiffers(change, previous, ruleSet) } : null,
    si: siNumbers(ruleSet),
    told: toldTexts(ruleSet),
  }
}
