import { describe, expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import type { Answers } from '~/domain/intake/instrument'
import { urgencyRules } from './rules-urgency'
import { triage } from './triage'
import type { Tier } from './triage-result'

const { answers } = examples.rightSided
const judge = (changes: Answers) => triage({ ...answers, ...changes }, { asOf: '2026-11-22' }).urgency
const male = { sexAtBirth: 'male', testicularPain: 'no', pregnancy: undefined } as const

type Case = { readonly fires: Answers; readonly misses: Answers; readonly tier: Tier; readonly missTier: Tier }

/** One firing and one near-miss case for each rule, told as the guideline tells it. */
const cases: { readonly [ruleId: string]: Case } = {
  'RF-01-numbness': {
    fires: { saddleNumbness: 'yes' },
    tier: 'emergency',
    misses: { longStanding: ['sexual'], longStandingSince: 'over_12_months', longStandingChanged: 'no' },
    missTier: 'routine',
  },
  'RF-01-urine': {
    fires: { bladderTrouble: 'yes' },
    tier: 'emergency',
    misses: { longStanding: ['urine_leak'], longStandingSince: 'over_12_months', longStandingChanged: 'no' },
    missTier: 'routine',
  },
  'RF-01-urine-known-cause': {
    fires: { ...male, bladderTrouble: 'yes_known_cause' },
    tier: 'same_day',
    misses: { ...male, bladderTrouble: 'no' },
    missTier: 'routine',
  },
  'RF-01-stool': {
    fires: { bowelTrouble: 'yes' },
    tier: 'emergency',
    misses: { bowelTrouble: 'no', painWords: 'I am constipated since I take the pills' },
    missTier: 'routine',
  },
  'RF-01-sexual': {
    fires: { sexualChange: 'yes' },
    tier: 'emergency',
    misses: { longStanding: ['sexual'], longStandingSince: 'over_12_months', longStandingChanged: 'no' },
    missTier: 'routine',
  },
  'RF-01-legs': {
    fires: { bothLegs: 'yes' },
    tier: 'emergency',
    misses: { longStanding: ['both_legs'], longStandingSince: 'over_12_months', longStandingChanged: 'no' },
    missTier: 'routine',
  },
  'RF-01-older-changed': {
    fires: { longStanding: ['urine_leak'], longStandingSince: 'over_12_months', longStandingChanged: 'yes' },
    tier: 'emergency',
    misses: { longStanding: ['urine_leak'], longStandingSince: 'over_12_months', longStandingChanged: 'no' },
    missTier: 'routine',
  },
  'RF-01-older-unsure': {
    fires: { longStanding: ['not_sure'] },
    tier: 'same_day',
    misses: { longStanding: ['none'] },
    missTier: 'routine',
  },
  'RF-01-older-within-year': {
    fires: { longStanding: ['urine_start'], longStandingSince: '3_to_12_months', longStandingChanged: 'no' },
    tier: 'same_day',
    misses: { longStanding: ['urine_start'], longStandingSince: 'over_12_months', longStandingChanged: 'no' },
    missTier: 'routine',
  },
  'RF-01-older-than-year': {
    fires: { longStanding: ['numbness'], longStandingSince: 'over_12_months', longStandingChanged: 'no' },
    tier: 'expedited',
    misses: { longStanding: ['urine_leak'], longStandingSince: 'over_12_months', longStandingChanged: 'no' },
    missTier: 'routine',
  },
  'RF-01-legs-marked': {
    fires: {
      painNewOrWorse: 'yes',
      painSide: 'both',
      painAreas: [{ region: 'si-right' }, { region: 'calf-left' }, { region: 'foot-right' }],
    },
    tier: 'same_day',
    misses: {
      painNewOrWorse: 'yes',
      painSide: 'both',
      painAreas: [{ region: 'si-right' }, { region: 'si-left' }, { region: 'calf-right' }],
    },
    missTier: 'routine',
  },
  'RF-01-legs-walking': {
    fires: { painNewOrWorse: 'yes', walkingPain: 'eases_sitting', walkingLegs: 'both' },
    tier: 'same_day',
    misses: { painNewOrWorse: 'no', painSince: '2023', walkingPain: 'eases_sitting', walkingLegs: 'both' },
    missTier: 'routine',
  },
  'RF-02': {
    fires: { legWeakness: 'yes' },
    tier: 'same_day',
    misses: { belowKnee: 'yes', legFeatures: ['leg_worse', 'cough_leg'] },
    missTier: 'routine',
  },
  'RF-02-emergency': {
    fires: { legWeakness: 'yes', bladderTrouble: 'yes_known_cause' },
    tier: 'emergency',
    misses: { legWeakness: 'yes', canWalk: 'no_years' },
    missTier: 'same_day',
  },
  'RF-02-both-legs': {
    fires: { legWeakness: 'yes', weakLegSide: 'both' },
    tier: 'emergency',
    misses: { legWeakness: 'yes', weakLegSide: 'left' },
    missTier: 'same_day',
  },
  'RF-02-heel-raises': {
    fires: { selfTestsWish: 'now', selfTestGates: ['none'], tryHeelRaises: 'left_weak' },
    tier: 'same_day',
    misses: { selfTestsWish: 'now', selfTestGates: ['none'], tryHeelRaises: 'both_fine' },
    missTier: 'routine',
  },
  'RF-02-older': {
    fires: { longStanding: ['leg_weakness'], longStandingSince: '3_to_12_months', longStandingChanged: 'no' },
    tier: 'same_day',
    misses: { longStanding: ['leg_weakness'], longStandingSince: 'over_12_months', longStandingChanged: 'no' },
    missTier: 'routine',
  },
  'RF-02-older-emergency': {
    fires: {
      longStanding: ['leg_weakness'],
      longStandingSince: 'over_12_months',
      longStandingChanged: 'yes',
      canWalk: 'no_under_6_weeks',
    },
    tier: 'emergency',
    misses: { longStanding: ['leg_weakness'], longStandingSince: 'over_12_months', longStandingChanged: 'yes' },
    missTier: 'same_day',
  },
  'RF-02-older-lost-walking': {
    fires: {
      longStanding: ['leg_weakness'],
      longStandingSince: 'over_12_months',
      longStandingChanged: 'no',
      canWalk: 'no_under_6_weeks',
    },
    tier: 'same_day',
    misses: {
      longStanding: ['leg_weakness'],
      longStandingSince: 'over_12_months',
      longStandingChanged: 'no',
      canWalk: 'no_years',
    },
    missTier: 'routine',
  },
  'RF-03': {
    fires: { fever: 'yes', painNewOrWorse: 'yes', infectionRisks: ['dialysis'], painNow: 5, painWorst: 6 },
    tier: 'emergency',
    misses: { fever: 'yes', painNewOrWorse: 'yes', painNow: 5, painWorst: 6 },
    missTier: 'same_day',
  },
  'RF-03-unwell': {
    fires: { fever: 'yes', veryUnwell: 'yes' },
    tier: 'emergency',
    misses: { veryUnwell: 'yes' },
    missTier: 'same_day',
  },
  'RF-03-cannot-walk': {
    fires: { canWalk: 'no_under_6_weeks', recentEvents: ['childbirth_3_months'] },
    tier: 'emergency',
    misses: { canWalk: 'no_under_6_weeks', recentEvents: ['infection_4_weeks'] },
    missTier: 'expedited',
  },
  'RF-03-fever-alone': {
    fires: { fever: 'yes' },
    tier: 'same_day',
    misses: { painWords: 'I had no fever.' },
    missTier: 'routine',
  },
  'RF-03-fever-earlier': {
    fires: { fever: 'earlier', painNewOrWorse: 'yes' },
    tier: 'same_day',
    misses: { fever: 'earlier', painNewOrWorse: 'no' },
    missTier: 'expedited',
  },
  'RF-03-fever-over': {
    fires: { fever: 'earlier' },
    tier: 'expedited',
    misses: { recentEvents: ['infection_4_weeks'] },
    missTier: 'routine',
  },
  'RF-03-evening-fevers': {
    fires: { eveningFevers: 'yes', bodySigns: ['weight_loss'] },
    tier: 'same_day',
    misses: { eveningFevers: 'no', bodySigns: ['tired_anemia'] },
    missTier: 'routine',
  },
  'RF-03-unwell-alone': {
    fires: { veryUnwell: 'yes' },
    tier: 'same_day',
    misses: { veryUnwell: 'no' },
    missTier: 'routine',
  },
  'RF-04': {
    fires: { infectionRisks: ['iv_drugs'], painNewOrWorse: 'yes', painNow: 8 },
    tier: 'same_day',
    misses: { infectionRisks: ['iv_drugs'], painNewOrWorse: 'no', painNow: 8 },
    missTier: 'routine',
  },
  'RF-04-infection-now': {
    fires: { recentEvents: ['infection_now'], painNewOrWorse: 'yes', painNow: 3, painWorst: 4 },
    tier: 'same_day',
    misses: { recentEvents: ['infection_now'], painNewOrWorse: 'no' },
    missTier: 'routine',
  },
  'RF-04-urine': {
    fires: { urineSymptoms: 'yes' },
    tier: 'same_day',
    misses: { urineSymptoms: 'no' },
    missTier: 'routine',
  },
  'RF-05': {
    fires: { recentEvents: ['injection_30_days'], afterProcedure: ['soreness'], fever: 'yes' },
    tier: 'emergency',
    misses: { recentEvents: ['injection_3_months'], afterProcedure: ['none'], fever: 'yes' },
    missTier: 'same_day',
  },
  'RF-05-nerves': {
    fires: { recentEvents: ['injection_30_days'], afterProcedure: ['weakness_growing'] },
    tier: 'emergency',
    misses: { recentEvents: ['injection_30_days'], afterProcedure: ['one_leg_over_8_hours'] },
    missTier: 'same_day',
  },
  'RF-05-nerves-elsewhere': {
    fires: { recentEvents: ['injection_30_days'], afterProcedure: ['soreness'], bladderTrouble: 'yes_known_cause' },
    tier: 'emergency',
    misses: { recentEvents: ['injection_3_months'], afterProcedure: ['none'], bladderTrouble: 'yes_known_cause' },
    missTier: 'same_day',
  },
  'RF-05-unwell': {
    fires: { recentEvents: ['injection_30_days'], afterProcedure: ['soreness'], veryUnwell: 'yes' },
    tier: 'emergency',
    misses: { recentEvents: ['injection_3_months'], afterProcedure: ['none'], veryUnwell: 'yes' },
    missTier: 'same_day',
  },
  'RF-05-allergy': {
    fires: { recentEvents: ['injection_30_days'], afterProcedure: ['throat_swelling'] },
    tier: 'emergency',
    misses: { recentEvents: ['injection_30_days'], afterProcedure: ['soreness'] },
    missTier: 'routine',
  },
  'RF-05b': {
    fires: { recentEvents: ['injection_30_days'], afterProcedure: ['one_leg_over_8_hours'] },
    tier: 'same_day',
    misses: { recentEvents: ['injection_30_days'], afterProcedure: ['soreness'] },
    missTier: 'routine',
  },
  'RF-05c': {
    fires: { recentEvents: ['injection_30_days'], afterProcedure: ['pain_growing'] },
    tier: 'same_day',
    misses: { recentEvents: ['injection_30_days'], afterProcedure: ['soreness'] },
    missTier: 'routine',
  },
  'RF-07': {
    fires: { trauma: 'major', traumaWhen: 'under_6_weeks', canWalk: 'no_under_3_days' },
    tier: 'emergency',
    misses: { trauma: 'major', traumaWhen: 'under_6_weeks', canWalk: 'yes' },
    missTier: 'expedited',
  },
  'RF-07-sudden': {
    fires: { trauma: 'none', canWalk: 'no_under_3_days' },
    tier: 'same_day',
    misses: { trauma: 'none', canWalk: 'no_under_6_weeks' },
    missTier: 'expedited',
  },
  'RF-07-bones-sudden': {
    fires: { trauma: 'none', canWalk: 'no_under_6_weeks', boneRisks: ['osteoporosis'] },
    tier: 'same_day',
    misses: { trauma: 'none', canWalk: 'yes', boneRisks: ['osteoporosis'] },
    missTier: 'routine',
  },
  'RF-07-lost-walking': {
    fires: { trauma: 'none', canWalk: 'no_over_6_weeks' },
    tier: 'expedited',
    misses: { trauma: 'none', canWalk: 'no_years' },
    missTier: 'routine',
  },
  'RF-05-untold': {
    fires: {
      painNewOrWorse: 'yes',
      painNow: 9,
      recentEvents: ['none'],
      priorSiInjection: 'yes',
      siInjectionDate: '2026-11-14',
    },
    tier: 'same_day',
    misses: {
      painNewOrWorse: 'yes',
      painNow: 9,
      recentEvents: ['none'],
      priorSiInjection: 'yes',
      siInjectionDate: '2026-08-14',
    },
    missTier: 'routine',
  },
  'RF-07-walking-less': {
    fires: { canWalk: 'yes_far_less' },
    tier: 'expedited',
    misses: { canWalk: 'yes' },
    missTier: 'routine',
  },
  'RF-07-each-step': {
    fires: { aggravators: ['each_step'], painSince: '2026-10', siRisks: ['birth_12_months'], breastfeeding: 'yes' },
    tier: 'expedited',
    misses: { aggravators: ['each_step'], painSince: '2026-10', siRisks: ['none'] },
    missTier: 'routine',
  },
  'RF-07-trauma': {
    fires: { trauma: 'major', traumaWhen: 'under_6_weeks' },
    tier: 'expedited',
    misses: { trauma: 'major', traumaWhen: 'over_3_months' },
    missTier: 'routine',
  },
  'RF-07-age': {
    fires: { birthDate: '1955-01-01', trauma: 'minor', traumaWhen: 'under_6_weeks' },
    tier: 'expedited',
    misses: { birthDate: '1975-01-01', trauma: 'minor', traumaWhen: 'under_6_weeks' },
    missTier: 'routine',
  },
  'RF-07-age-sudden': {
    fires: { birthDate: '1950-01-01', painNewOrWorse: 'yes', onset: 'suddenly', trauma: 'none' },
    tier: 'expedited',
    misses: { birthDate: '1950-01-01', painNewOrWorse: 'no', onset: 'suddenly', trauma: 'none' },
    missTier: 'routine',
  },
  'RF-07-age-load': {
    fires: { birthDate: '1950-01-01', painNewOrWorse: 'yes', trauma: 'none', aggravators: ['walking'] },
    tier: 'expedited',
    misses: {
      birthDate: '1950-01-01',
      painNewOrWorse: 'yes',
      trauma: 'none',
      onset: 'slowly',
      aggravators: ['sitting'],
    },
    missTier: 'routine',
  },
  'RF-07-bones': {
    fires: { boneRisks: ['osteoporosis'], painNewOrWorse: 'yes' },
    tier: 'expedited',
    misses: { boneRisks: ['osteoporosis'], painNewOrWorse: 'no', painSince: '2021' },
    missTier: 'routine',
  },
  'RF-07-birth': {
    fires: { pregnancy: 'yes', pregnancyWeeks: 34, pregnancyDanger: ['none'], aggravators: ['standing'] },
    tier: 'expedited',
    misses: { pregnancy: 'yes', pregnancyWeeks: 16, pregnancyDanger: ['none'], aggravators: ['standing'] },
    missTier: 'routine',
  },
  'RF-08': {
    fires: { cancerHistory: 'yes' },
    tier: 'expedited',
    misses: { birthDate: '1990-01-01', bodySigns: ['rest_pain'] },
    missTier: 'routine',
  },
  'RF-08-same-day': {
    fires: { cancerHistory: 'yes', legWeakness: 'yes' },
    tier: 'same_day',
    misses: { cancerHistory: 'yes' },
    missTier: 'expedited',
  },
  'RF-09-pulse': {
    fires: { bellyPulse: 'yes' },
    tier: 'emergency',
    misses: { bellyPulse: 'no' },
    missTier: 'routine',
  },
  'RF-09-tearing': {
    fires: { tearingPain: 'yes' },
    tier: 'emergency',
    misses: { onset: 'suddenly', trauma: 'none' },
    missTier: 'routine',
  },
  'RF-09-faint': {
    fires: { fainted: 'yes' },
    tier: 'emergency',
    misses: { fainted: 'no' },
    missTier: 'routine',
  },
  'RF-09-cold-leg': {
    fires: { coldLeg: 'yes' },
    tier: 'emergency',
    misses: { coldLeg: 'no', walkingPain: 'eases_sitting' },
    missTier: 'routine',
  },
  'RF-09-profile': {
    fires: { ...male, birthDate: '1958-01-01', vesselRisks: ['smoking'], painUnchangedByMovement: 'yes' },
    tier: 'same_day',
    misses: { ...male, birthDate: '1958-01-01', vesselRisks: ['smoking'], painUnchangedByMovement: 'no' },
    missTier: 'routine',
  },
  'RF-09-aneurysm': {
    fires: { vesselRisks: ['aneurysm_own'], painNewOrWorse: 'yes' },
    tier: 'same_day',
    misses: { vesselRisks: ['aneurysm_family'], painNewOrWorse: 'yes' },
    missTier: 'routine',
  },
  'RF-09-walking': {
    fires: { walkingPain: 'eases_standing' },
    tier: 'expedited',
    misses: { walkingPain: 'eases_sitting' },
    missTier: 'routine',
  },
  'RF-17': {
    fires: { legSwelling: 'yes' },
    tier: 'same_day',
    misses: { vesselRisks: ['clot_before'] },
    missTier: 'routine',
  },
  'RF-17-blue-leg': {
    fires: { legSwelling: 'yes', coldLeg: 'yes' },
    tier: 'emergency',
    misses: { legSwelling: 'yes', coldLeg: 'no' },
    missTier: 'same_day',
  },
  'RF-17-chest': {
    fires: { legSwelling: 'yes', chestSymptoms: 'yes' },
    tier: 'emergency',
    misses: { legSwelling: 'yes', chestSymptoms: 'no' },
    missTier: 'same_day',
  },
  'RF-17-lung': {
    fires: { legSwelling: 'yes', chestSymptoms: 'not_sure' },
    tier: 'emergency',
    misses: { legSwelling: 'no', chestSymptoms: 'not_sure' },
    missTier: 'same_day',
  },
  'RF-10': {
    fires: { pregnancy: 'might_be', pregnancyDanger: ['low_belly_pain'] },
    tier: 'emergency',
    misses: { pregnancy: 'might_be', pregnancyDanger: ['none'] },
    missTier: 'routine',
  },
  'RF-10-fever': {
    fires: { pregnancy: 'yes', pregnancyWeeks: 20, pregnancyDanger: ['none'], fever: 'yes' },
    tier: 'emergency',
    misses: { pregnancy: 'cannot', fever: 'yes' },
    missTier: 'same_day',
  },
  'RF-10-bleeding': {
    fires: { pregnancy: 'might_be', pregnancyDanger: ['none'], pelvicSigns: ['bleeding'] },
    tier: 'emergency',
    misses: { pregnancy: 'cannot', pelvicSigns: ['bleeding'] },
    missTier: 'routine',
  },
  'RF-10-trauma': {
    fires: { pregnancy: 'yes', pregnancyDanger: ['none'], trauma: 'major', traumaWhen: 'under_6_weeks' },
    tier: 'same_day',
    misses: {
      pregnancy: 'yes',
      pregnancyWeeks: 12,
      pregnancyDanger: ['none'],
      trauma: 'minor',
      traumaWhen: 'under_6_weeks',
    },
    missTier: 'routine',
  },
  'RF-10-belly': {
    fires: {
      pregnancy: 'might_be',
      pregnancyDanger: ['none'],
      painAreas: [{ region: 'si-right' }, { region: 'belly-lower-right' }],
    },
    tier: 'same_day',
    misses: { pregnancy: 'cannot', painAreas: [{ region: 'si-right' }, { region: 'belly-lower-right' }] },
    missTier: 'routine',
  },
  'RF-10-low-belly': {
    fires: {
      pregnancy: 'might_be',
      pregnancyDanger: ['none'],
      painNewOrWorse: 'yes',
      painAreas: [{ region: 'si-right' }, { region: 'belly-lower-middle' }],
    },
    tier: 'emergency',
    misses: {
      pregnancy: 'might_be',
      pregnancyDanger: ['none'],
      painNewOrWorse: 'yes',
      painAreas: [{ region: 'si-right' }, { region: 'flank-right' }],
    },
    missTier: 'same_day',
  },
  'RF-11': {
    fires: { ...male, testicularPain: 'sudden' },
    tier: 'emergency',
    misses: { ...male, testicularPain: 'slow' },
    missTier: 'same_day',
  },
  'RF-11-young': {
    fires: {
      ...male,
      birthDate: '2005-01-01',
      painAreas: [{ region: 'groin-right' }],
      mainArea: 'groin-right',
      onset: 'suddenly',
      painNewOrWorse: 'yes',
    },
    tier: 'same_day',
    misses: {
      ...male,
      birthDate: '1990-01-01',
      painAreas: [{ region: 'groin-right' }],
      mainArea: 'groin-right',
      onset: 'suddenly',
      painNewOrWorse: 'yes',
    },
    missTier: 'routine',
  },
  'RF-11-young-vomiting': {
    fires: {
      ...male,
      birthDate: '2010-06-01',
      painAreas: [{ region: 'groin-right' }],
      mainArea: 'groin-right',
      onset: 'suddenly',
      painNewOrWorse: 'yes',
      vomiting: 'yes',
    },
    tier: 'emergency',
    misses: {
      ...male,
      birthDate: '2010-06-01',
      painAreas: [{ region: 'hip-front-right' }],
      mainArea: 'hip-front-right',
      onset: 'suddenly',
      painNewOrWorse: 'yes',
    },
    missTier: 'same_day',
  },
  'RF-11-genital': {
    fires: {
      ...male,
      birthDate: '1964-01-01',
      painAreas: [{ region: 'genital' }],
      mainArea: 'genital',
      painSide: 'middle',
      onset: 'suddenly',
      painNewOrWorse: 'yes',
    },
    tier: 'same_day',
    misses: {
      ...male,
      birthDate: '1964-01-01',
      painAreas: [{ region: 'genital' }],
      mainArea: 'genital',
      painSide: 'middle',
      onset: 'slowly',
      painNewOrWorse: 'yes',
    },
    missTier: 'routine',
  },
  'RF-11-slow': {
    fires: { ...male, testicularPain: 'slow' },
    tier: 'same_day',
    misses: { ...male, painAreas: [{ region: 'si-right' }, { region: 'genital' }] },
    missTier: 'routine',
  },
  'RF-13-belly': {
    fires: { rigidBelly: 'yes' },
    tier: 'emergency',
    misses: { rigidBelly: 'no' },
    missTier: 'routine',
  },
  'RF-13-lump': {
    fires: { groinLump: 'stuck', vomiting: 'yes' },
    tier: 'emergency',
    misses: { groinLump: 'stuck', vomiting: 'no' },
    missTier: 'same_day',
  },
  'RF-13-lump-alone': {
    fires: { groinLump: 'stuck' },
    tier: 'same_day',
    misses: { groinLump: 'soft' },
    missTier: 'routine',
  },
  'RF-14': {
    fires: { colic: 'yes', colicDetails: ['none'] },
    tier: 'same_day',
    misses: { colic: 'no' },
    missTier: 'routine',
  },
  'RF-14-emergency': {
    fires: { colic: 'yes', colicDetails: ['none'], bloodThinner: 'yes', bloodThinnerWhich: ['apixaban'] },
    tier: 'emergency',
    misses: { colic: 'yes', colicDetails: ['none'], bloodThinner: 'yes', bloodThinnerWhich: ['aspirin'] },
    missTier: 'same_day',
  },
  'RF-15': {
    fires: { diabetes: 'yes', glucoseHigh: 'yes_ill' },
    tier: 'emergency',
    misses: { diabetes: 'yes', glucoseHigh: 'yes_well' },
    missTier: 'same_day',
  },
  'RF-15-vomiting': {
    fires: { diabetes: 'yes', glucoseHigh: 'no', diabetesSigns: ['ketoacidosis'], vomiting: 'yes' },
    tier: 'same_day',
    misses: { diabetes: 'yes', glucoseHigh: 'no', diabetesSigns: ['insulin'], vomiting: 'yes' },
    missTier: 'routine',
  },
  'RF-15-well': {
    fires: { diabetes: 'yes', glucoseHigh: 'yes_well' },
    tier: 'same_day',
    misses: { diabetes: 'yes', glucoseHigh: 'no' },
    missTier: 'routine',
  },
  'RF-05d': {
    fires: {
      recentEvents: ['injection_30_days'],
      afterProcedure: ['soreness'],
      diabetes: 'yes',
      glucoseHigh: 'yes_well',
    },
    tier: 'same_day',
    misses: { recentEvents: ['injection_30_days'], afterProcedure: ['soreness'], diabetes: 'yes', glucoseHigh: 'no' },
    missTier: 'routine',
  },
  'RF-16': {
    fires: { redEye: 'yes' },
    tier: 'same_day',
    misses: { inflammatoryHistory: ['uveitis'] },
    missTier: 'routine',
  },
  'RF-12': {
    fires: { selfHarm: 'several_days', selfHarmNow: ['none'] },
    tier: 'same_day',
    misses: { phqInterest: 'nearly_every_day', phqDown: 'nearly_every_day', selfHarm: 'not_at_all' },
    missTier: 'routine',
  },
  'RF-12-emergency': {
    fires: { selfHarm: 'several_days', selfHarmNow: ['thoughts_now', 'means'] },
    tier: 'emergency',
    misses: { selfHarm: 'several_days', selfHarmNow: ['thoughts_now'] },
    missTier: 'same_day',
  },
  'RF-18': { fires: { unsafeAtHome: 'yes' }, tier: 'same_day', misses: { unsafeAtHome: 'no' }, missTier: 'routine' },
}

describe('urgency rules', () => {
  test('each has a firing and a near-miss case, and each case a rule', () => {
    expect(Object.keys(cases).toSorted()).toEqual(urgencyRules.map((rule) => rule.id).toSorted())
  })

  test.each(Object.entries(cases))('%s fires', (id, { fires, tier }) => {
    const urgency = judge(fires)
    expect(urgency.reasons.map((reason) => reason.ruleId)).toContain(id)
    expect(urgency.tier).toBe(tier)
    const codes = urgencyRules.find((rule) => rule.id === id)?.codes ?? []
    expect(urgency.codes).toEqual(expect.arrayContaining([...codes]))
  })

  test.each(Object.entries(cases))('%s near miss', (id, { misses, missTier }) => {
    const urgency = judge(misses)
    expect(urgency.reasons.map((reason) => reason.ruleId)).not.toContain(id)
    expect(urgency.tier).toBe(missTier)
  })

  test('each has a source, an answer to rest on and a code of the public vocabulary', () => {
    for (const rule of urgencyRules) {
      expect(rule.evidence.length).toBeGreaterThan(0)
      expect(rule.asks.length).toBeGreaterThan(0)
      for (const code of rule.codes) expect(code).toMatch(/^(redflag|ddx):/)
    }
  })
})

describe('infection: fever with new pain and each feature on its own', () => {
  const fever = { fever: 'yes', painNewOrWorse: 'yes', painNow: 5, painAverage: 5, painWorst: 6 } as const
  test.each<[string, Answers]>([
    ['strong pain', { painNow: 8 }],
    ['cannot bear weight', { canWalk: 'no_under_3_days' }],
    ['biologic', { infectionRisks: ['immune_medicine'] }],
    ['steroid pills', { boneRisks: ['long_steroids'] }],
    ['diabetes', { diabetes: 'yes', glucoseHigh: 'no' }],
    ['injected drugs', { infectionRisks: ['iv_drugs'] }],
    ['operation 2 months ago', { recentEvents: ['surgery_3_months'], afterProcedure: ['none'] }],
    ['birth', { recentEvents: ['childbirth_3_months'] }],
    ['pregnant', { pregnancy: 'yes', pregnancyWeeks: 12, pregnancyDanger: ['none'] }],
    ['child', { birthDate: '2012-01-01' }],
    ['weak leg', { legWeakness: 'yes' }],
    ['very unwell', { veryUnwell: 'yes' }],
    ['faint', { fainted: 'yes' }],
  ])('%s: emergency', (_name, feature) => {
    expect(judge({ ...fever, ...feature })).toMatchObject({ tier: 'emergency' })
    expect(judge({ ...fever, ...feature }).codes).toContain('redflag:infection')
  })

  test('none of them: a call today', () => {
    expect(judge(fever).tier).toBe('same_day')
  })
})

describe('what one answer hides and another one tells', () => {
  const injected: Answers = { recentEvents: ['injection_30_days'], afterProcedure: ['none'] }
  const operated: Answers = { spineSurgery: ['fusion'], differentAfterFusion: 'no', recentEvents: ['none'] }
  const birth: Answers = {
    longStanding: ['urine_leak'],
    longStandingSince: '3_to_12_months',
    longStandingChanged: 'no',
    siRisks: ['birth_12_months'],
  }
  const pregnant: Answers = { pregnancy: 'yes', pregnancyDanger: ['none'] }
  const cancer: Answers = { cancerHistory: 'yes', relievers: ['none'] }
  test.each<[string, Answers, Tier]>([
    [
      'fever after the injection, 12 days ago',
      { ...injected, procedureDate: '2026-11-01', fever: 'earlier', feverSince: '2026-11-10' },
      'emergency',
    ],
    [
      'the same with a cold',
      { ...injected, procedureDate: '2026-11-01', fever: 'earlier_virus', feverSince: '2026-11-10' },
      'emergency',
    ],
    ['the same without dates', { ...injected, fever: 'earlier' }, 'same_day'],
    [
      'fever before the injection',
      { ...injected, procedureDate: '2026-11-10', fever: 'earlier', feverSince: '2026-10-20' },
      'expedited',
    ],
    [
      'fusion this month, cannot walk',
      { ...operated, surgeryDate: '2026-11', canWalk: 'no_under_6_weeks' },
      'emergency',
    ],
    ['fusion this year, cannot walk', { ...operated, surgeryDate: '2026', canWalk: 'no_under_6_weeks' }, 'same_day'],
    ['fusion years ago, cannot walk', { ...operated, surgeryDate: '2019', canWalk: 'no_under_6_weeks' }, 'expedited'],
    [
      'fusion this month, fever and new pain',
      { ...operated, surgeryDate: '2026-11', fever: 'yes', painNewOrWorse: 'yes', painNow: 5, painWorst: 6 },
      'emergency',
    ],
    [
      'both legs weak at heel raises',
      { selfTestsWish: 'now', selfTestGates: ['none'], tryHeelRaises: 'both_weak' },
      'same_day',
    ],
    [
      'pregnant, old pain in the lower belly',
      { ...pregnant, pregnancyWeeks: 12, painAreas: [{ region: 'belly-lower-left' }, { region: 'si-right' }] },
      'same_day',
    ],
    [
      'new pain, the back of both thighs, a cough sends it down',
      {
        painNewOrWorse: 'yes',
        painSide: 'both',
        painAreas: [{ region: 'si-right' }, { region: 'thigh-back-left' }, { region: 'thigh-back-right' }],
        legFeatures: ['cough_leg'],
      },
      'same_day',
    ],
    [
      'new pain, the back of both thighs, no sign of a nerve',
      {
        painNewOrWorse: 'yes',
        painSide: 'both',
        painAreas: [{ region: 'si-right' }, { region: 'thigh-back-left' }, { region: 'thigh-back-right' }],
      },
      'routine',
    ],
    ['cancer, and stopped walking', { cancerHistory: 'yes', canWalk: 'no_under_6_weeks' }, 'same_day'],
    ['cancer, 9 at its worst and nothing helps', { ...cancer, painNow: 5, painWorst: 9 }, 'same_day'],
    ['cancer, 8 at its worst and nothing helps', { ...cancer, painNow: 5, painWorst: 8 }, 'expedited'],
    [
      'injected drugs, new pain, stopped walking',
      { infectionRisks: ['iv_drugs'], painNewOrWorse: 'yes', painNow: 5, painWorst: 6, canWalk: 'no_under_6_weeks' },
      'same_day',
    ],
    ['over 50, tired, newer pain', { bodySigns: ['tired_anemia'], painSince: '2026-10' }, 'expedited'],
    ['over 50, tired, pain for years', { bodySigns: ['tired_anemia'], painSince: '2021' }, 'routine'],
    ['waves of pain, 10 now', { colic: 'yes', colicDetails: ['none'], painNow: 10, painWorst: 10 }, 'emergency'],
    ['leaks on a cough since a birth', birth, 'routine'],
    ['the same, not felt', { ...birth, longStanding: ['urine_leak', 'leak_unfelt'] }, 'same_day'],
    ['the same, changed', { ...birth, longStandingChanged: 'yes' }, 'emergency'],
    ['the same, without a birth', { ...birth, siRisks: ['none'] }, 'same_day'],
    ['the same, new numbness not sure', { ...birth, saddleNumbness: 'not_sure' }, 'same_day'],
    [
      'a leak not felt, for years',
      { longStanding: ['leak_unfelt'], longStandingSince: 'over_12_months', longStandingChanged: 'no' },
      'expedited',
    ],
    [
      'pregnant, weeks not told, pain not new, stairs',
      { ...pregnant, aggravators: ['stairs'], painSince: '2024' },
      'routine',
    ],
    [
      'pregnant, weeks not told, new pain, stairs',
      { ...pregnant, aggravators: ['stairs'], painNewOrWorse: 'yes' },
      'expedited',
    ],
    ['a cold with fever weeks ago, pain for years', { fever: 'earlier_virus', feverSince: '2026-10-28' }, 'routine'],
    ['a cold with fever weeks ago, new pain', { fever: 'earlier_virus', painNewOrWorse: 'yes' }, 'same_day'],
    ['a cold with fever weeks ago, on dialysis', { fever: 'earlier_virus', infectionRisks: ['dialysis'] }, 'expedited'],
    [
      'no such thoughts now, but if nothing helps the pain',
      { selfHarm: 'if_no_better', selfHarmNow: ['none'] },
      'same_day',
    ],
    ['the same with a way made ready', { selfHarm: 'if_no_better', selfHarmNow: ['prepared'] }, 'emergency'],
    [
      'tried to harm myself three weeks ago, fine now',
      { selfHarm: 'tried_recently', selfHarmNow: ['none'] },
      'emergency',
    ],
    ['no periods for months, newer pain', { boneRisks: ['periods_stopped'], painSince: '2026-10' }, 'expedited'],
  ])('%s', (_told, changes, tier) => {
    expect(judge(changes).tier).toBe(tier)
  })

  test('an intake of 1.0.0 keeps what its rules said of a leak and of weeks left open', () => {
    const then = (changes: Answers) =>
      triage({ ...answers, ...changes }, { asOf: '2026-11-22', instrumentVersion: '1.0.0' }).urgency.tier
    expect(then(birth)).toBe('same_day')
    expect(then({ ...pregnant, aggravators: ['stairs'], painSince: '2024' })).toBe('expedited')
  })
})
