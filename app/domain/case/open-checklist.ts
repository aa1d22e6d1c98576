import type { Resolver } from './case-lists'

/** A line a new case starts with. Codes are those of triage (`block:`, `admin:`, `payer:`) and the four every case has. */
export type OpenItem = { code: string; resolver: Resolver }

/** What every SI-joint injection needs before the needle, whatever triage said. */
export const standingItems = ['authorisation', 'side_confirmed', 'consent', 'driver'] as const
type StandingItem = (typeof standingItems)[number]

const resolverOf: Record<StandingItem, Resolver> = {
  authorisation: 'scheduler',
  side_confirmed: 'clinician',
  consent: 'clinician',
  driver: 'patient',
}

/** Said in other words by a standing item, or not about the procedure. */
const saidElsewhere: Record<string, StandingItem | null> = {
  'block:no_driver': 'driver',
  'admin:patient_location_licensure_check': null,
}

type Facts = {
  /** Blockers of the latest triage result. */
  blockers: readonly { code: string; resolver: Resolver }[]
  /** The payer checklist of the latest triage result, by state. */
  payerItems: readonly { status: 'met' | 'not_met' | 'unknown' | 'needs_in_person' }[]
  /** False when the patient pays alone: then nobody is asked for leave. */
  insured: boolean
}

/**
 * The checklist an order opens: clinicians' blockers first, then what the payer wants shown in person, then the standing
 * items. Every code once. Clinical basis, sections 5 and 6.
 */
export function openChecklist({ blockers, payerItems, insured }: Facts): OpenItem[] {
  const items = new Map<string, OpenItem>()
  const add = (item: OpenItem) => {
    if (!items.has(item.code)) items.set(item.code, item)
  }
  for (const blocker of blockers) {
    if (!(blocker.code in saidElsewhere)) add({ code: blocker.code, resolver: blocker.resolver })
  }
  if (insured && payerItems.some((item) => item.status === 'needs_in_person')) {
    add({ code: 'in_person_exam', resolver: 'clinician' })
  }
  for (const code of standingItems) {
    if (code !== 'authorisation' || insured) add({ code, resolver: resolverOf[code] })
  }
  return [...items.values()]
}
