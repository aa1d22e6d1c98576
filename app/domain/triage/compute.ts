import type { RegionTag } from '~/domain/intake/body-map-regions'
import type { Answers } from '~/domain/intake/instrument'
import { regionOf } from '~/domain/intake/region-of'
import { sideOf } from '~/domain/intake/side-of'
import type { ComputedFact } from './expr'
import type { Facts } from './facts'
import { type Tri, truth } from './tri'

type DaysAgo = { readonly latest: number; readonly earliest: number }

/** Every injection or operation that can lie within 30 days, as known by the clinic and as told. */
function justProcedures({ since, daysSinceProcedure: exact }: Facts): DaysAgo[] {
  const told = (['procedureDate', 'siInjectionDate', 'surgeryDate'] as const).flatMap((key) => {
    const span = since(key)
    return span ? [{ latest: span.latest.days, earliest: span.earliest.days }] : []
  })
  const known = exact === undefined ? [] : [{ latest: exact, earliest: exact }]
  return [...known, ...told].filter(({ latest }) => latest <= 30)
}

function onBothSides({ painAreas = [] }: Answers, tag: RegionTag): Tri {
  const places = painAreas.map((area) => regionOf(area.region)).filter(({ tags }) => tags.includes(tag))
  return truth(places.some(({ side }) => side === 'left') && places.some(({ side }) => side === 'right'))
}

const computedBy: { readonly [F in ComputedFact]: (facts: Facts) => Tri } = {
  /** Every place marked is on one side, and the side in words is the same. */
  'pain-on-one-side': ({ answers }) => {
    const side = sideOf((answers.painAreas ?? []).map((area) => area.region))
    return truth((side === 'left' || side === 'right') && answers.painSide === side)
  },
  /** A calf, shin or foot is marked on the left and on the right. */
  'below-knee-on-both-sides': ({ answers }) => onBothSides(answers, 'below-knee'),
  'thigh-back-on-both-sides': ({ answers }) => onBothSides(answers, 'referral-thigh'),
  /** The last SI joint injection was on the painful side, or on both. */
  'injected-side-is-pain-side': ({ answers: { siInjectionSide, painSide } }) =>
    truth(siInjectionSide === 'both' || (siInjectionSide !== undefined && siInjectionSide === painSide)),
  /** As many test injections as injections in all. Without a number of tests the last one is taken for a treatment. */
  'only-test-injections': ({ answers }) => {
    const { siInjectionTests: tests, siInjectionsEver: ever, siInjectionsThisYear: thisYear } = answers
    if (tests === undefined || tests === 0) return 'no'
    if (ever !== undefined) return truth(ever <= tests)
    return (thisYear ?? 0) > tests ? 'no' : 'unknown'
  },
  /** Days with an injection in 12 months, less the tests among them: these come before any treatment. */
  'four-treatments-this-year': ({ answers }) => {
    const { siInjectionTests: tests = 0, siInjectionsEver: ever, siInjectionsThisYear: thisYear } = answers
    if (thisYear === undefined) return answers.priorSiInjection === 'no' ? 'no' : 'unknown'
    if (thisYear < 4 || thisYear - tests >= 4) return truth(thisYear >= 4)
    return ever === undefined ? 'unknown' : truth(ever - tests >= 4)
  },
  /** The state where the person lives is not the clinic's; MN when the clinic says none. */
  'lives-outside-clinic-state': ({ answers, context }) => {
    const state = context.patientState ?? answers.stateOfResidence
    return state === undefined ? 'unknown' : truth(state !== (context.clinicState ?? 'MN'))
  },
  /** Unknown while one of the days is: an injection of the last 30 days that has no date, too. No where that day was never asked. */
  'fever-after-procedure': (facts) => {
    const fever = facts.since('feverSince')
    const procedures = justProcedures(facts)
    if (!fever) return facts.wasNotAsked('feverSince') ? 'no' : 'unknown'
    if (procedures.length === 0) return 'unknown'
    if (procedures.some(({ latest }) => fever.earliest.days <= latest)) return 'yes'
    return procedures.every(({ earliest }) => fever.latest.days > earliest) ? 'no' : 'unknown'
  },
  'asked-before-1.1.0': ({ instrument }) => truth(instrument.version === '1.0.0'),
}

/** The few facts that compare two answers with each other. */
export function compute(fact: ComputedFact, facts: Facts): Tri {
  return computedBy[fact](facts)
}
