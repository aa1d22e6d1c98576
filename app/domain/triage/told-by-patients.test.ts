import { expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import type { Answers } from '~/domain/intake/instrument'
import { triage } from './triage'
import { type Tier, tiers } from './triage-result'

/** A person with the same dull ache for years, in the places of the example, and nothing else. */
const calm: Answers = {
  ...examples.rightSided.answers,
  trauma: 'none',
  traumaWhen: undefined,
  onset: 'slowly',
  buttockFall: undefined,
  painSince: '2022',
}
const man: Answers = { sexAtBirth: 'male', testicularPain: 'no', pregnancy: undefined }
const justInjected: Answers = {
  recentEvents: ['injection_30_days'],
  procedureDate: '2026-11-18',
  afterProcedure: ['none'],
}

type Story = readonly [told: string, answers: Answers, tier: Tier, code?: string]

const stories: readonly Story[] = [
  [
    'Toilet paper feels like nothing since Thursday, no leg pain at all',
    { saddleNumbness: 'yes' },
    'emergency',
    'redflag:cauda_equina',
  ],
  [
    'Two weeks of sciatica, now in both legs',
    { bothLegs: 'yes', painNewOrWorse: 'yes' },
    'emergency',
    'redflag:cauda_equina',
  ],
  [
    'I have to push to start peeing since Monday',
    { ...man, bladderTrouble: 'yes' },
    'emergency',
    'redflag:cauda_equina',
  ],
  [
    'Big prostate, and since last week it takes longer to start',
    { ...man, bladderTrouble: 'yes_known_cause' },
    'same_day',
    'redflag:cauda_equina',
  ],
  [
    'I leak when I sneeze since my twins, 15 years, the same',
    { longStanding: ['urine_leak'], longStandingSince: 'over_12_months', longStandingChanged: 'no' },
    'routine',
  ],
  [
    'I leak for 15 years, but since this month I do not feel it',
    { longStanding: ['urine_leak'], longStandingSince: 'over_12_months', longStandingChanged: 'yes' },
    'emergency',
    'redflag:cauda_equina',
  ],
  [
    'Erections have been weak for five years with my sugar',
    {
      ...man,
      longStanding: ['sexual'],
      longStandingSince: 'over_12_months',
      longStandingChanged: 'no',
      diabetes: 'yes',
      glucoseHigh: 'no',
      diabetesSigns: ['none'],
      a1c: 7,
    },
    'routine',
  ],
  [
    'My legs get heavy in the store, the cart helps, for years',
    {
      longStanding: ['both_legs'],
      longStandingSince: 'over_12_months',
      longStandingChanged: 'no',
      walkingPain: 'eases_sitting',
      relievers: ['leaning_forward'],
    },
    'routine',
  ],
  ['My foot slaps since four days', { legWeakness: 'yes' }, 'same_day', 'redflag:progressive_neuro_deficit'],
  [
    'My foot slaps and now I cannot get up',
    { legWeakness: 'yes', canWalk: 'no_under_3_days' },
    'emergency',
    'redflag:progressive_neuro_deficit',
  ],
  [
    '101 last night, new pain, used heroin years ago',
    { fever: 'yes', painNewOrWorse: 'yes', infectionRisks: ['iv_drugs'], painNow: 6, painWorst: 7 },
    'emergency',
    'redflag:infection',
  ],
  [
    'On dialysis, new pain for ten days, 8 of 10, no fever',
    { infectionRisks: ['dialysis'], painNewOrWorse: 'yes', painNow: 8 },
    'same_day',
    'redflag:infection',
  ],
  [
    'Evening fevers and sweats for two months, lost 15 pounds',
    { eveningFevers: 'yes', bodySigns: ['weight_loss'] },
    'same_day',
    'redflag:infection',
  ],
  [
    'Three weeks after birth I cannot put weight on my leg, no fever',
    { recentEvents: ['childbirth_3_months'], canWalk: 'no_under_6_weeks', painNewOrWorse: 'yes' },
    'emergency',
    'redflag:infection',
  ],
  [
    'A cold with fever, my old back ache is the same',
    { fever: 'yes', painNow: 4, painWorst: 5 },
    'same_day',
    'redflag:infection',
  ],
  [
    'Four days after the shot: stiff neck and the worst headache',
    { ...justInjected, afterProcedure: ['headache_stiff_neck'] },
    'emergency',
    'redflag:post_procedure_complication',
  ],
  [
    'Shot this morning, leg still numb tonight, not worse',
    { ...justInjected, afterProcedure: ['one_leg_over_8_hours'] },
    'same_day',
    'redflag:post_procedure_complication',
  ],
  [
    'A week after the shot with 100.8',
    { ...justInjected, fever: 'yes' },
    'emergency',
    'redflag:post_procedure_complication',
  ],
  ['Day two after the shot, sore, better with ice', { ...justInjected, afterProcedure: ['soreness'] }, 'routine'],
  [
    'Meter says HI and I throw up',
    { diabetes: 'yes', glucoseHigh: 'yes_ill', diabetesSigns: ['insulin'], vomiting: 'yes' },
    'emergency',
    'redflag:hyperglycemic_crisis',
  ],
  [
    '420 after the steroid, I feel fine',
    { diabetes: 'yes', glucoseHigh: 'yes_well', diabetesSigns: ['insulin'], a1c: 7 },
    'same_day',
    'redflag:hyperglycemic_crisis',
  ],
  [
    'Car crash yesterday, I cannot stand',
    { trauma: 'major', traumaWhen: 'under_6_weeks', canWalk: 'no_under_3_days' },
    'emergency',
    'redflag:fracture',
  ],
  [
    '78, thin bones, sudden pain after a sneeze',
    {
      birthDate: '1948-02-02',
      boneRisks: ['osteoporosis'],
      painNewOrWorse: 'yes',
      onset: 'suddenly',
      painSince: '2026-11-10',
    },
    'expedited',
    'redflag:fracture',
  ],
  [
    '35 weeks, one spot at the base of my spine hurts with each step',
    {
      pregnancy: 'yes',
      pregnancyWeeks: 35,
      pregnancyDanger: ['none'],
      birthDate: '1995-01-01',
      painAreas: [{ region: 'sacrum' }],
      mainArea: 'sacrum',
      painSide: 'middle',
      aggravators: ['walking', 'standing'],
    },
    'expedited',
    'redflag:fracture',
  ],
  ['Breast cancer in 2019', { cancerHistory: 'yes' }, 'expedited', 'redflag:malignancy'],
  ['Breast cancer in 2019 and a fever now', { cancerHistory: 'yes', fever: 'yes' }, 'same_day', 'redflag:malignancy'],
  ['30, it wakes me at night, better when I get up', { birthDate: '1996-01-01', nightPain: 'yes' }, 'routine'],
  [
    '72, smoked all my life, the pain never changes whatever I do',
    {
      ...man,
      birthDate: '1954-01-01',
      vesselRisks: ['smoking', 'high_blood_pressure'],
      painUnchangedByMovement: 'yes',
    },
    'same_day',
    'redflag:vascular_aaa',
  ],
  [
    'Something ripped in my back and I passed out',
    { tearingPain: 'yes', fainted: 'yes' },
    'emergency',
    'redflag:vascular_aaa',
  ],
  [
    'One calf is fat and hot after the flight',
    { legSwelling: 'yes', vesselRisks: ['long_travel'] },
    'same_day',
    'redflag:dvt',
  ],
  [
    'One calf is fat and I am short of breath',
    { legSwelling: 'yes', chestSymptoms: 'yes' },
    'emergency',
    'redflag:dvt',
  ],
  [
    'Late period, pain low on the left and in my shoulder',
    { pregnancy: 'might_be', pregnancyDanger: ['low_belly_pain'], birthDate: '1999-01-01' },
    'emergency',
    'redflag:pregnancy_complication',
  ],
  [
    'My son is 16, sudden groin pain and one testicle is high',
    { ...man, birthDate: '2010-06-01', testicularPain: 'sudden' },
    'emergency',
    'redflag:testicular_torsion',
  ],
  [
    'The lump in my groin will not go back and I vomit',
    { groinLump: 'stuck', vomiting: 'yes' },
    'emergency',
    'redflag:acute_abdomen',
  ],
  [
    'Waves from my side to the groin, I take Xarelto',
    { colic: 'yes', colicDetails: ['none'], bloodThinner: 'yes', bloodThinnerWhich: ['rivaroxaban'] },
    'emergency',
    'ddx:renal_urologic',
  ],
  [
    'Waves from my side to the groin, bearable',
    { colic: 'yes', colicDetails: ['none'] },
    'same_day',
    'ddx:renal_urologic',
  ],
  ['Red sore eye, light hurts', { redEye: 'yes' }, 'same_day', 'redflag:acute_red_eye'],
  [
    'Some days I wish I would not wake up, I would not do it',
    { selfHarm: 'several_days', selfHarmNow: ['thoughts_now'] },
    'same_day',
    'redflag:suicidality',
  ],
  [
    'I have the pills ready',
    { selfHarm: 'nearly_every_day', selfHarmNow: ['plan', 'means'] },
    'emergency',
    'redflag:suicidality',
  ],
  ['He pushes me around', { unsafeAtHome: 'yes' }, 'same_day', 'redflag:abuse/safety'],
  ['Same ache for years, stairs and getting up are bad', {}, 'routine'],
]

test.each(stories.map((story) => [story[0], story] as const))('%s', (_told, [, answers, tier, code]) => {
  const { urgency } = triage({ ...calm, ...answers }, { asOf: '2026-11-22' })
  expect(tiers.indexOf(urgency.tier)).toBe(tiers.indexOf(tier))
  expect(urgency.codes).toEqual(expect.arrayContaining(code === undefined ? [] : [code]))
})
