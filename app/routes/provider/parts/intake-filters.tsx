import { Link } from '@remix-run/react'
import { X } from 'lucide-react'
import { tierWords } from '~/domain/chart/triage-words'
import { paths } from '~/domain/paths'
import { intakeFilters } from '~/domain/triage/intake-filters'
import type { IntakeFilter } from '~/domain/triage/intake-filters'
import { classes } from '~/ui/classes'
import { Icon } from '~/ui/icon'

const words: Record<IntakeFilter, string> = {
  ...tierWords,
  not_reviewed: 'Not reviewed',
  incomplete: 'Missing or not sure',
  draft: 'Drafts',
  by_phone: 'Filled by phone',
}

function toggled(chosen: readonly IntakeFilter[], filter: IntakeFilter): string {
  const next = chosen.includes(filter) ? chosen.filter((one) => one !== filter) : [...chosen, filter]
  return next.length === 0 ? paths.intakes() : `${paths.intakes()}?${next.map((one) => `show=${one}`).join('&')}`
}

/** Filters as buttons; a chosen one has a cross that takes it away. */
export function IntakeFilters({ chosen }: { chosen: readonly IntakeFilter[] }) {
  return (
    <nav className="flt mb-10" aria-label="Filter intakes">
      {intakeFilters.map((filter) => {
        const on = chosen.includes(filter)
        return (
          <Link
            key={filter}
            to={toggled(chosen, filter)}
            className={classes('fchip', on && 'on')}
            aria-current={on ? 'true' : undefined}
            preventScrollReset
          >
            {words[filter]}
            {on ? <Icon of={X} label="take away" /> : null}
          </Link>
        )
      })}
    </nav>
  )
}
