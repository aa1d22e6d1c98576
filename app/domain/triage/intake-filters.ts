import { tiers } from './triage-result'

/** What the list of intakes can be narrowed to; several hold together. */
export const intakeFilters = [...tiers.toReversed(), 'not_reviewed', 'incomplete', 'draft', 'by_phone'] as const
export type IntakeFilter = (typeof intakeFilters)[number]

type Listed = {
  readonly urgency: string | null
  readonly submittedAt: Date | null
  readonly byPhone: boolean
  readonly completeness: { readonly missing: number; readonly notSure: number }
  readonly reviewed: { readonly since: boolean } | null
}

const isTier = (filter: IntakeFilter) => tiers.some((tier) => tier === filter)

function holds(filter: IntakeFilter, one: Listed): boolean {
  switch (filter) {
    case 'not_reviewed':
      return one.submittedAt !== null && (one.reviewed === null || one.reviewed.since)
    case 'incomplete':
      return one.completeness.missing > 0 || one.completeness.notSure > 0
    case 'draft':
      return one.submittedAt === null
    case 'by_phone':
      return one.byPhone
    default:
      return one.urgency === filter
  }
}

/** The intakes that fit: any of the urgencies chosen, and everything else that is chosen. */
export function filterIntakes<One extends Listed>(list: readonly One[], chosen: readonly IntakeFilter[]): One[] {
  const urgencies = chosen.filter(isTier)
  const others = chosen.filter((filter) => !isTier(filter))
  return list.filter(
    (one) =>
      (urgencies.length === 0 || urgencies.some((filter) => holds(filter, one))) &&
      others.every((filter) => holds(filter, one)),
  )
}

/** The filters of an address, each once; unknown words are left out. */
export function filtersOf(given: readonly string[]): IntakeFilter[] {
  return intakeFilters.filter((filter) => given.includes(filter))
}
