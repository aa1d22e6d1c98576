import { describe, expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import type { Answers } from '~/domain/intake/instrument'
import { blockerRules } from './rules-blockers'
import { triage } from './triage'

const { answers } = examples.rightSided
const blockers = (changes: Answers) => triage({ ...answers, ...changes }, { asOf: '2026-11-22' }).blockers
const rules = (changes: Answers) =>
  blockers(changes).flatMap((blocker) => blocker.reasons.map((reason) => reason.ruleId))

const diabetic = { diabetes: 'yes', glucoseHigh: 'no', diabetesSigns: ['none'] } as const satisfies Answers | object
const diabetes = (changes: Answers): Answers => ({ ...diabetic, diabetesSigns: ['none'], ...changes })

/** Rule, what fires it, what only looks like it. */
const cases: [string, Answers, Answers][] = [
  ['BL-01', { pregnancy: 'yes', pregnancyDanger: ['none'] }, { pregnancy: 'no' }],
  ['BL-02', { pregnancy: 'no', birthDate: '1990-01-01' }, { pregnancy: 'no', birthDate: '1966-01-01' }],
  ['BL-03', { recentEvents: ['infection_now'] }, { recentEvents: ['infection_4_weeks'] }],
  ['BL-04', { antibiotics: 'finished_2_weeks' }, { recentEvents: ['dental_4_weeks'] }],
  ['BL-05-contrast', { allergies: ['contrast'] }, { allergies: ['other'] }],
  ['BL-05-numbing', { allergies: ['local_anesthetic'] }, { allergies: ['latex'] }],
  ['BL-05-steroid', { allergies: ['steroid'] }, { allergies: ['contrast'] }],
  ['BL-05-latex', { allergies: ['latex', 'other'] }, { allergies: ['other'] }],
  ['BL-05-skin', { allergies: ['skin_cleaner'] }, { allergies: ['contrast'] }],
  [
    'BL-06',
    { bloodThinner: 'yes', bloodThinnerWhich: ['clopidogrel', 'aspirin'] },
    { bloodThinner: 'yes', bloodThinnerWhich: ['aspirin'] },
  ],
  [
    'BL-06-two',
    { bloodThinner: 'yes', bloodThinnerWhich: ['ticagrelor', 'aspirin'] },
    { bloodThinner: 'yes', bloodThinnerWhich: ['ticagrelor'] },
  ],
  ['BL-06-bleeding', { bleedingRisks: ['low_platelets'] }, { bleedingRisks: ['none'] }],
  ['BL-07', diabetes({ a1c: 9.1 }), diabetes({ a1c: 6.8 })],
  [
    'BL-08',
    { steroidShots: '3_or_more', lastSteroidShot: 'over_12_weeks' },
    { steroidShots: '1_2', lastSteroidShot: 'over_12_weeks' },
  ],
  ['BL-09', { vaccine: 'yes' }, { vaccine: 'no' }],
  ['BL-10', { infectionRisks: ['immune_medicine'] }, { infectionRisks: ['iv_drugs'] }],
  ['BL-11', { plannedSurgery: 'yes' }, { spineSurgery: ['hip'] }],
  ['BL-12', { heartConditions: ['heart_attack_stroke'] }, { vesselRisks: ['high_blood_pressure'] }],
  ['BL-13', { steroidReactions: ['glaucoma'] }, { redEye: 'no' }],
  ['BL-14', { lieFaceDown: 'no' }, { aggravators: ['lying_on_side'] }],
  ['BL-15', { driver: 'no' }, { driver: 'yes' }],
  ['BL-16', { wantsSedation: 'yes' }, { wantsSedation: 'no' }],
  ['BL-17', { whoDecides: 'guardian' }, { whoDecides: 'myself_with_help' }],
  ['BL-18', { payerKind: 'medicare', imaging: ['none'] }, { payerKind: 'commercial', imaging: ['none'] }],
  ['AD-01', { birthDate: '2009-11-23' }, { birthDate: '2008-11-22' }],
  ['AD-02', { interpreter: 'sign', language: 'ASL' }, { interpreter: 'no', language: 'Hmong' }],
  ['AD-03', { stateOfResidence: 'WI' }, { stateOfResidence: 'MN' }],
]

describe('what must be settled before a procedure', () => {
  test('each rule has a firing and a near-miss case', () => {
    expect(cases.map(([id]) => id)).toEqual(blockerRules.map((rule) => rule.id))
  })

  test.each(cases)('%s', (id, fires, misses) => {
    const rule = blockerRules.find((each) => each.id === id)
    expect(rules(fires)).toContain(id)
    expect(blockers(fires)).toContainEqual(expect.objectContaining({ code: rule?.code, resolver: rule?.resolver }))
    expect(rules(misses)).not.toContain(id)
  })

  test('an ordinary person has none', () => {
    expect(blockers({})).toEqual([])
  })

  test('not sure blocks too', () => {
    expect(rules({ bloodThinner: 'not_sure' })).toContain('BL-06')
    expect(rules({ allergies: ['not_sure'] })).toEqual([
      'BL-05-contrast',
      'BL-05-numbing',
      'BL-05-steroid',
      'BL-05-latex',
      'BL-05-skin',
    ])
    expect(rules({ driver: 'not_sure' })).toEqual(['BL-15'])
    expect(rules(diabetes({}))).toContain('BL-07')
    expect(rules({ pregnancy: 'not_sure', pregnancyDanger: ['none'] })).toContain('BL-01')
  })

  test('a heart stent of the last year is looked at', () => {
    expect(rules({ heartConditions: ['heart_stent'] })).toContain('BL-12')
  })

  test('an open flag blocks with its own reason', () => {
    expect(blockers({ cancerHistory: 'yes' })[0]).toMatchObject({
      code: 'block:redflag_open',
      resolver: 'clinician',
      reasons: [{ ruleId: 'RF-08', effect: 'block' }],
    })
  })

  test('a blood thinner continues, and the words say so', () => {
    const [blocker] = blockers({ bloodThinner: 'yes', bloodThinnerWhich: ['warfarin'] })
    expect(blocker?.reasons[0]?.text).toBe(
      'Takes a blood thinner: it continues, and our clinician contacts the prescriber',
    )
  })
})
