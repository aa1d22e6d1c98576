import { describe, expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import { type Answers, asks, instrument, type QuestionKey } from '~/domain/intake/instrument'
import { visibleQuestions } from '~/domain/intake/visible-questions'
import { ruleSet } from './rule-set'
import { triage } from './triage'
import type { ExamFinding, PayerStatus, Tier } from './triage-result'

/** Every row of the clinical basis: what asks for it, which rules read it, and cases told as the guideline tells them. */

const day = { asOf: '2026-11-22' }
/** The same dull ache for years, no fall, nothing else. */
const calm: Answers = {
  ...examples.usual.answers,
  painSince: '2022',
  painNow: 5,
  painAverage: 5,
  painWorst: 6,
  painNewOrWorse: 'no',
  aggravators: ['rising', 'sitting'],
  sittingLimit: 'no',
}
const man: Answers = { sexAtBirth: 'male', testicularPain: 'no', pregnancy: undefined, pelvicSigns: undefined }
const injected: Answers = {
  recentEvents: ['injection_30_days'],
  procedureDate: '2026-11-14',
  afterProcedure: ['none'],
}
const pregnant: Answers = { pregnancy: 'yes', pregnancyWeeks: 14, pregnancyDanger: ['none'], birthDate: '1994-01-01' }
const older = (longStanding: Answers['longStanding'], since: Answers['longStandingSince'], changed: 'yes' | 'no') => ({
  longStanding,
  longStandingSince: since,
  longStandingChanged: changed,
})
const main = (region: NonNullable<Answers['mainArea']>, painSide: Answers['painSide'] = 'right'): Answers => ({
  painAreas: [{ region }],
  mainArea: region,
  painSide,
})

function complete(changes: Answers): Answers {
  return { ...calm, ...changes }
}

function reachable(changes: Answers): void {
  const shown = new Set(visibleQuestions(complete(changes)).map(({ key }) => key))
  const given = (Object.keys(changes) as QuestionKey[]).filter((key) => changes[key] !== undefined)
  expect(given.filter((key) => !shown.has(key))).toEqual([])
}

type Told = readonly [told: string, answers: Answers, tier: Tier]
type Flag = {
  readonly code: string
  readonly asks: readonly QuestionKey[]
  readonly rules: readonly string[]
  readonly fires: readonly Told[]
  readonly misses: readonly Told[]
}

/** Section 4.2. */
const flags: readonly Flag[] = [
  {
    code: 'redflag:cauda_equina',
    asks: ['saddleNumbness', 'bladderTrouble', 'bowelTrouble', 'sexualChange', 'bothLegs', 'longStanding'],
    rules: ['RF-01-numbness', 'RF-01-urine', 'RF-01-stool', 'RF-01-sexual', 'RF-01-legs', 'RF-01-older-changed'],
    fires: [
      [
        'numb where I wipe since Thursday, no leg pain',
        { saddleNumbness: 'yes', saddleNumbnessSince: '2026-11-19' },
        'emergency',
      ],
      ['cannot start to pee', { bladderTrouble: 'yes', bladderTroubleSince: '2026-11' }, 'emergency'],
      ['an accident with stool', { bowelTrouble: 'yes' }, 'emergency'],
      ['no feeling during sex since the leg pain', { sexualChange: 'yes' }, 'emergency'],
      ['sciatica now in both legs', { bothLegs: 'yes' }, 'emergency'],
      ['leaked for 15 years, and now I do not feel it', older(['urine_leak'], 'over_12_months', 'yes'), 'emergency'],
      ['harder to pee; my prostate, says my doctor', { ...man, bladderTrouble: 'yes_known_cause' }, 'same_day'],
      ['not sure about numbness', { saddleNumbness: 'not_sure' }, 'same_day'],
      ['trouble with urine for half a year, the same', older(['urine_start'], '3_to_12_months', 'no'), 'same_day'],
      ['an old leak, lately I do not feel it', older(['leak_unfelt'], 'over_12_months', 'yes'), 'emergency'],
    ],
    misses: [
      ['leaks when I sneeze for 15 years, unchanged', older(['urine_leak'], 'over_12_months', 'no'), 'routine'],
      ['heavy legs in the store for years, unchanged', older(['both_legs'], 'over_12_months', 'no'), 'routine'],
      ['constipated since the pills', { painWords: 'I am constipated since I take the pills' }, 'routine'],
    ],
  },
  {
    code: 'redflag:progressive_neuro_deficit',
    asks: ['legWeakness', 'legWeaknessSince', 'longStanding', 'afterProcedure', 'tryHeelRaises'],
    rules: ['RF-02', 'RF-02-emergency', 'RF-02-older', 'RF-02-older-emergency', 'RF-05b', 'RF-02-heel-raises'],
    fires: [
      ['my foot slaps since four days', { legWeakness: 'yes', legWeaknessSince: '2026-11-18' }, 'same_day'],
      ['my foot slaps and now I cannot get up', { legWeakness: 'yes', canWalk: 'no_under_3_days' }, 'emergency'],
      ['both legs get weaker', { legWeakness: 'yes', weakLegSide: 'both' }, 'emergency'],
      ['weak leg and trouble peeing', { legWeakness: 'yes', bladderTrouble: 'yes_known_cause' }, 'emergency'],
      [
        'leg still weak 10 hours after the block, not worse',
        { ...injected, afterProcedure: ['one_leg_over_8_hours'] },
        'same_day',
      ],
      [
        'one calf cannot do heel raises',
        { selfTestsWish: 'now', selfTestCompany: 'yes', selfTestGates: ['none'], tryHeelRaises: 'right_weak' },
        'same_day',
      ],
    ],
    misses: [
      ['a weak foot from polio, the same for ten years', older(['leg_weakness'], 'over_12_months', 'no'), 'routine'],
      ['leg pain without weakness', { belowKnee: 'yes', legFeatures: ['leg_worse'] }, 'routine'],
    ],
  },
  {
    code: 'redflag:infection',
    asks: [
      'fever',
      'feverSince',
      'eveningFevers',
      'infectionRisks',
      'diabetes',
      'recentEvents',
      'canWalk',
      'veryUnwell',
      'urineSymptoms',
    ],
    rules: ['RF-03', 'RF-03-cannot-walk', 'RF-03-fever-alone', 'RF-03-evening-fevers', 'RF-04', 'RF-04-urine'],
    fires: [
      ['fever, new pain, 8 of 10', { fever: 'yes', painNewOrWorse: 'yes', painNow: 8 }, 'emergency'],
      ['fever, new pain, I inject', { fever: 'yes', painNewOrWorse: 'yes', infectionRisks: ['iv_drugs'] }, 'emergency'],
      [
        'fever, new pain, diabetes',
        { fever: 'yes', painNewOrWorse: 'yes', diabetes: 'yes', glucoseHigh: 'no' },
        'emergency',
      ],
      [
        'three weeks after birth, cannot put weight on it, no fever',
        { recentEvents: ['childbirth_3_months'], canWalk: 'no_under_6_weeks' },
        'emergency',
      ],
      ['a cold with fever, my old ache is the same', { fever: 'yes' }, 'same_day'],
      ['evening fevers and weight loss for months', { eveningFevers: 'yes', bodySigns: ['weight_loss'] }, 'same_day'],
      [
        'on dialysis, new pain 8 of 10, no fever',
        { infectionRisks: ['dialysis'], painNewOrWorse: 'yes', painNow: 8 },
        'same_day',
      ],
      ['it burns when I pee', { urineSymptoms: 'yes' }, 'same_day'],
      ['“not this week”, but the fever began 3 days ago', { fever: 'earlier', feverSince: '2026-11-19' }, 'same_day'],
    ],
    misses: [
      [
        'on a biologic, the same pain for years',
        { infectionRisks: ['immune_medicine'], painNow: 8, painWorst: 9 },
        'routine',
      ],
      ['new pain 8 of 10, healthy, no fever', { painNewOrWorse: 'yes', painNow: 8, painWorst: 8 }, 'routine'],
      ['a tooth pulled two weeks ago, the same old pain', { recentEvents: ['dental_4_weeks'] }, 'routine'],
      ['COVID with fever three weeks ago, over, the same old pain', { fever: 'earlier_virus' }, 'routine'],
    ],
  },
  {
    code: 'redflag:post_procedure_complication',
    asks: ['recentEvents', 'procedureDate', 'afterProcedure', 'fever', 'glucoseHigh'],
    rules: ['RF-05', 'RF-05-nerves', 'RF-05-allergy', 'RF-05-unwell', 'RF-05b', 'RF-05c', 'RF-05d'],
    fires: [
      ['a week after the shot with 100.8', { ...injected, fever: 'yes' }, 'emergency'],
      ['stiff neck and the worst headache', { ...injected, afterProcedure: ['headache_stiff_neck'] }, 'emergency'],
      ['both legs weak since the shot', { ...injected, afterProcedure: ['both_legs'] }, 'emergency'],
      ['swollen throat', { ...injected, afterProcedure: ['throat_swelling'] }, 'emergency'],
      ['very ill since the shot, no fever measured', { ...injected, veryUnwell: 'yes' }, 'emergency'],
      ['more pain every day since day 3', { ...injected, afterProcedure: ['pain_growing'] }, 'same_day'],
      ['red, with pus', { ...injected, afterProcedure: ['redness_pus'] }, 'same_day'],
      [
        '420 after the steroid, I feel fine',
        { ...injected, diabetes: 'yes', glucoseHigh: 'yes_well', diabetesSigns: ['insulin'] },
        'same_day',
      ],
    ],
    misses: [
      [
        'day two, sore, better with ice',
        { ...injected, procedureDate: '2026-11-20', afterProcedure: ['soreness'] },
        'routine',
      ],
      [
        'a shot two months ago, nothing since',
        { ...injected, recentEvents: ['injection_3_months'], procedureDate: '2026-09-20' },
        'routine',
      ],
    ],
  },
  {
    code: 'redflag:fracture',
    asks: ['trauma', 'traumaWhen', 'traumaDate', 'canWalk', 'boneRisks', 'birthDate', 'pregnancy', 'pregnancyWeeks'],
    rules: ['RF-07', 'RF-07-sudden', 'RF-07-lost-walking', 'RF-07-trauma', 'RF-07-age', 'RF-07-bones', 'RF-07-birth'],
    fires: [
      [
        'crash yesterday, cannot stand',
        { trauma: 'major', traumaWhen: 'under_6_weeks', canWalk: 'no_under_3_days' },
        'emergency',
      ],
      [
        'fell, not sure when, cannot stand',
        { trauma: 'minor', traumaWhen: 'not_sure', canWalk: 'no_under_6_weeks' },
        'emergency',
      ],
      ['stopped walking yesterday, no fall', { canWalk: 'no_under_3_days' }, 'same_day'],
      ['stopped walking two weeks ago, no fall', { canWalk: 'no_under_6_weeks' }, 'expedited'],
      ['fell from a ladder a month ago', { trauma: 'major', traumaWhen: 'under_6_weeks' }, 'expedited'],
      ['70, slipped last week', { birthDate: '1956-01-01', trauma: 'minor', traumaWhen: 'under_6_weeks' }, 'expedited'],
      ['thin bones, new pain', { boneRisks: ['osteoporosis'], painNewOrWorse: 'yes' }, 'expedited'],
      [
        '34 weeks, one spot hurts with each step',
        { ...pregnant, pregnancyWeeks: 34, ...main('sacrum', 'middle'), aggravators: ['walking'] },
        'expedited',
      ],
    ],
    misses: [
      ['fell a year ago', { trauma: 'major', traumaWhen: 'over_3_months' }, 'routine'],
      ['in a wheelchair for years', { canWalk: 'no_years' }, 'routine'],
      ['thin bones, the same pain for years', { boneRisks: ['osteoporosis'] }, 'routine'],
      ['45, stumbled last week', { birthDate: '1981-01-01', trauma: 'minor', traumaWhen: 'under_6_weeks' }, 'routine'],
    ],
  },
  {
    code: 'redflag:malignancy',
    asks: ['cancerHistory', 'cancerWords', 'bodySigns', 'birthDate'],
    rules: ['RF-08', 'RF-08-same-day'],
    fires: [
      ['breast cancer in 2019', { cancerHistory: 'yes' }, 'expedited'],
      ['55, lost weight', { birthDate: '1971-01-01', bodySigns: ['weight_loss'] }, 'expedited'],
      [
        '30, lost weight and pain in no position eases',
        { birthDate: '1996-01-01', bodySigns: ['weight_loss', 'rest_pain'] },
        'expedited',
      ],
      ['cancer before, fever now', { cancerHistory: 'yes', fever: 'yes' }, 'same_day'],
      [
        'cancer before, new numb strip down the leg',
        { cancerHistory: 'yes', painNewOrWorse: 'yes', legFeatures: ['numb_strip'] },
        'same_day',
      ],
      ['cancer before, 10 of 10', { cancerHistory: 'yes', painNow: 10 }, 'same_day'],
      ['cancer before and numb where I sit', { cancerHistory: 'yes', saddleNumbness: 'yes' }, 'emergency'],
    ],
    misses: [
      ['30, it wakes me at night', { birthDate: '1996-01-01', nightPain: 'yes' }, 'routine'],
      ['30, tired', { birthDate: '1996-01-01', bodySigns: ['tired_anemia'] }, 'routine'],
    ],
  },
  {
    code: 'redflag:vascular_aaa',
    asks: ['bellyPulse', 'tearingPain', 'fainted', 'coldLeg', 'painUnchangedByMovement', 'vesselRisks', 'birthDate'],
    rules: ['RF-09-pulse', 'RF-09-tearing', 'RF-09-faint', 'RF-09-cold-leg', 'RF-09-profile', 'RF-09-aneurysm'],
    fires: [
      ['a lump that beats', { bellyPulse: 'yes' }, 'emergency'],
      ['it tore in my back', { tearingPain: 'yes' }, 'emergency'],
      ['I fainted', { fainted: 'yes' }, 'emergency'],
      ['a cold, pale leg', { coldLeg: 'yes' }, 'emergency'],
      [
        '72, smoked, whatever I do it is the same',
        { ...man, birthDate: '1954-01-01', vesselRisks: ['smoking'], painUnchangedByMovement: 'yes' },
        'same_day',
      ],
    ],
    misses: [
      ['72, smoked, it hurts on stairs', { ...man, birthDate: '1954-01-01', vesselRisks: ['smoking'] }, 'routine'],
      ['40, it is always the same', { birthDate: '1986-01-01', painUnchangedByMovement: 'yes' }, 'routine'],
    ],
  },
  {
    code: 'redflag:dvt',
    asks: ['legSwelling', 'chestSymptoms', 'coldLeg', 'vesselRisks'],
    rules: ['RF-17', 'RF-17-chest', 'RF-17-blue-leg'],
    fires: [
      ['one calf fat and hot after the flight', { legSwelling: 'yes', vesselRisks: ['long_travel'] }, 'same_day'],
      ['and short of breath', { legSwelling: 'yes', chestSymptoms: 'yes' }, 'emergency'],
      ['and blue', { legSwelling: 'yes', coldLeg: 'yes' }, 'emergency'],
    ],
    misses: [['a long flight, legs as ever', { vesselRisks: ['long_travel', 'clot_before'] }, 'routine']],
  },
  {
    code: 'redflag:pregnancy_complication',
    asks: ['pregnancy', 'pregnancyWeeks', 'pregnancyDanger', 'pelvicSigns', 'fever'],
    rules: ['RF-10', 'RF-10-fever', 'RF-10-bleeding', 'RF-10-low-belly'],
    fires: [
      [
        'late period, pain low on the left and in my shoulder',
        { pregnancy: 'might_be', pregnancyDanger: ['low_belly_pain'] },
        'emergency',
      ],
      [
        '30 weeks, the baby moves less',
        { ...pregnant, pregnancyWeeks: 30, pregnancyDanger: ['less_movement'] },
        'emergency',
      ],
      ['pregnant with fever', { ...pregnant, fever: 'yes' }, 'emergency'],
      [
        'maybe pregnant, bleeding',
        { pregnancy: 'might_be', pregnancyDanger: ['none'], pelvicSigns: ['bleeding'] },
        'emergency',
      ],
      [
        'period two weeks late, new pain low in the belly',
        {
          pregnancy: 'might_be',
          pregnancyDanger: ['none'],
          painNewOrWorse: 'yes',
          painAreas: [...(calm.painAreas ?? []), { region: 'belly-lower-middle' }],
        },
        'emergency',
      ],
      ['not sure about bleeding', { ...pregnant, pregnancyDanger: ['not_sure'] }, 'same_day'],
    ],
    misses: [
      ['14 weeks, all well', pregnant, 'routine'],
      ['after menopause, bleeding', { pregnancy: 'cannot', pelvicSigns: ['bleeding'] }, 'routine'],
    ],
  },
  {
    code: 'redflag:testicular_torsion',
    asks: ['testicularPain', 'birthDate', 'sexAtBirth', 'onset', 'mainArea', 'vomiting'],
    rules: ['RF-11', 'RF-11-young', 'RF-11-young-vomiting', 'RF-11-genital'],
    fires: [
      ['16, sudden, one sits higher', { ...man, birthDate: '2010-06-01', testicularPain: 'sudden' }, 'emergency'],
      ['not sure', { ...man, testicularPain: 'not_sure' }, 'same_day'],
      [
        '19, sudden groin pain since yesterday, testicles fine',
        {
          ...man,
          birthDate: '2007-01-01',
          ...main('groin-right'),
          onset: 'suddenly',
          painNewOrWorse: 'yes',
          hipSigns: ['none'],
        },
        'same_day',
      ],
    ],
    misses: [
      [
        '50, slow groin pain for years',
        { ...man, ...main('groin-right'), onset: 'slowly', hipSigns: ['none'] },
        'routine',
      ],
    ],
  },
  {
    code: 'redflag:acute_abdomen',
    asks: ['groinLump', 'vomiting', 'rigidBelly'],
    rules: ['RF-13-belly', 'RF-13-lump', 'RF-13-lump-alone'],
    fires: [
      ['a hard lump and I vomit', { groinLump: 'stuck', vomiting: 'yes' }, 'emergency'],
      ['belly like a board', { rigidBelly: 'yes' }, 'emergency'],
      ['a hard lump that does not go back', { groinLump: 'stuck' }, 'same_day'],
    ],
    misses: [['a soft bulge for years', { groinLump: 'soft' }, 'routine']],
  },
  {
    code: 'ddx:renal_urologic',
    asks: ['colic', 'colicDetails', 'vomiting', 'fever', 'pregnancy', 'bloodThinner', 'urineSymptoms'],
    rules: ['RF-14', 'RF-14-emergency', 'RF-04-urine'],
    fires: [
      ['waves from the side, bearable', { colic: 'yes', colicDetails: ['none'] }, 'same_day'],
      ['waves, nothing helps', { colic: 'yes', colicDetails: ['uncontrolled'] }, 'emergency'],
      ['waves and fever', { colic: 'yes', colicDetails: ['none'], fever: 'yes' }, 'emergency'],
      ['waves, one kidney', { colic: 'yes', colicDetails: ['one_kidney'] }, 'emergency'],
      ['waves, pregnant', { ...pregnant, colic: 'yes', colicDetails: ['none'] }, 'emergency'],
      [
        'waves, on Xarelto',
        { colic: 'yes', colicDetails: ['none'], bloodThinner: 'yes', bloodThinnerWhich: ['rivaroxaban'] },
        'emergency',
      ],
    ],
    misses: [
      [
        'an ache in the side that grows with bending',
        { painAreas: [{ region: 'si-right' }, { region: 'flank-right' }] },
        'routine',
      ],
    ],
  },
  {
    code: 'redflag:hyperglycemic_crisis',
    asks: ['diabetes', 'glucoseHigh', 'vomiting'],
    rules: ['RF-15', 'RF-15-well'],
    fires: [
      [
        'the meter says HI and I throw up',
        { diabetes: 'yes', glucoseHigh: 'yes_ill', diabetesSigns: ['insulin'] },
        'emergency',
      ],
      [
        'the meter said over 400 yesterday, I feel fine',
        { diabetes: 'yes', glucoseHigh: 'yes_well', diabetesSigns: ['insulin'] },
        'same_day',
      ],
    ],
    misses: [['diabetes, sugar as ever', { diabetes: 'yes', glucoseHigh: 'no', diabetesSigns: ['none'] }, 'routine']],
  },
  {
    code: 'redflag:acute_red_eye',
    asks: ['redEye'],
    rules: ['RF-16'],
    fires: [['a red sore eye, light hurts', { redEye: 'yes' }, 'same_day']],
    misses: [['an inflamed eye years ago', { inflammatoryHistory: ['uveitis'] }, 'routine']],
  },
  {
    code: 'redflag:suicidality',
    asks: ['selfHarm', 'selfHarmNow', 'phqInterest', 'phqDown'],
    rules: ['RF-12', 'RF-12-emergency'],
    fires: [
      ['some days I wish I would not wake up', { selfHarm: 'several_days', selfHarmNow: ['thoughts_now'] }, 'same_day'],
      ['I have the pills ready', { selfHarm: 'nearly_every_day', selfHarmNow: ['means'] }, 'emergency'],
      ['I know how', { selfHarm: 'several_days', selfHarmNow: ['plan'] }, 'emergency'],
      ['I tried last month', { selfHarm: 'several_days', selfHarmNow: ['attempt_recent'] }, 'emergency'],
      ['took too much three weeks ago, okay now', { selfHarm: 'tried_recently', selfHarmNow: ['none'] }, 'emergency'],
      ['rather not say', { selfHarm: 'not_sure', selfHarmNow: ['none'] }, 'same_day'],
    ],
    misses: [
      [
        'down nearly every day, no such thoughts',
        { phqInterest: 'nearly_every_day', phqDown: 'nearly_every_day' },
        'routine',
      ],
    ],
  },
  {
    code: 'redflag:abuse/safety',
    asks: ['unsafeAtHome', 'safeContact'],
    rules: ['RF-18'],
    fires: [
      ['he pushes me around', { unsafeAtHome: 'yes', safeContact: 'At work' }, 'same_day'],
      ['rather not say', { unsafeAtHome: 'not_sure' }, 'same_day'],
    ],
    misses: [['safe at home', { unsafeAtHome: 'no' }, 'routine']],
  },
]

describe.each(flags.map((flag) => [flag.code, flag] as const))(
  '4.2 %s',
  (code, { asks: keys, rules, fires, misses }) => {
    test('has its questions, and rules that carry the code and rest on them', () => {
      expect(keys.filter((key) => !asks(instrument, key))).toEqual([])
      const found = ruleSet.urgency.filter((rule) => rules.includes(rule.id))
      expect(found.map(({ id }) => id).toSorted()).toEqual([...rules].toSorted())
      expect(found.filter((rule) => !rule.codes.includes(code))).toEqual([])
      expect(found.filter((rule) => !rule.asks.some((key) => keys.includes(key)))).toEqual([])
    })

    test.each(fires.map((told) => [told[0], told] as const))('fires: %s', (_told, [, changes, tier]) => {
      reachable(changes)
      const { urgency } = triage(complete(changes), day)
      expect(urgency.codes).toContain(code)
      expect(urgency.tier).toBe(tier)
    })

    test.each(misses.map((told) => [told[0], told] as const))('near miss: %s', (_told, [, changes, tier]) => {
      reachable(changes)
      const { urgency } = triage(complete(changes), day)
      expect(urgency.codes).not.toContain(code)
      expect(urgency.tier).toBe(tier)
    })
  },
)

type Line = {
  readonly code: string
  readonly asks: readonly QuestionKey[]
  readonly rules: readonly string[]
  readonly fires: Answers
  readonly misses: Answers
}

const young: Answers = {
  birthDate: '1998-01-01',
  painSince: '2024-01',
  onset: 'slowly',
  exerciseHelps: 'yes',
  restHelps: 'no',
  nightPain: 'yes',
}
const spread: Answers = {
  painSide: 'both',
  painAreas: (['si-right', 'arm-left', 'head', 'upper-back-neck', 'knee-front-left', 'foot-right'] as const).map(
    (region) => ({ region }),
  ),
}

/** Section 3.2. */
const mimics: readonly Line[] = [
  {
    code: 'ddx:hip_joint',
    asks: ['mainArea', 'hipSigns'],
    rules: ['DX-02'],
    fires: { ...main('groin-right'), hipSigns: ['c_sign', 'socks'] },
    misses: { painAreas: [{ region: 'si-right' }, { region: 'groin-right' }], hipSigns: ['c_sign', 'socks'] },
  },
  {
    code: 'ddx:lumbar_radiculopathy',
    asks: ['belowKnee', 'legFeatures'],
    rules: ['DX-03'],
    fires: { belowKnee: 'yes', legFeatures: ['cough_leg'] },
    misses: { belowKnee: 'no', legFeatures: ['cough_leg'] },
  },
  {
    code: 'ddx:neurogenic_claudication',
    asks: ['walkingPain', 'walkingLegs', 'relievers'],
    rules: ['DX-04'],
    fires: { walkingPain: 'eases_sitting', walkingLegs: 'both' },
    misses: { walkingPain: 'eases_standing', walkingLegs: 'both' },
  },
  {
    code: 'ddx:vascular_claudication',
    asks: ['walkingPain', 'vesselRisks'],
    rules: ['DX-05'],
    fires: { walkingPain: 'eases_standing', walkingLegs: 'one' },
    misses: { walkingPain: 'eases_sitting', walkingLegs: 'one' },
  },
  {
    code: 'ddx:facet',
    asks: ['mainArea', 'aggravators'],
    rules: ['DX-06'],
    fires: { ...main('low-back-side-right'), midlinePain: 'most', aggravators: ['bending_back'] },
    misses: { aggravators: ['bending_back'] },
  },
  {
    code: 'ddx:discogenic',
    asks: ['mainArea', 'aggravators', 'legFeatures'],
    rules: ['DX-07'],
    fires: { ...main('low-back-middle', 'middle'), midlinePain: 'most', aggravators: ['bending_forward'] },
    misses: { ...main('low-back-middle', 'middle'), midlinePain: 'most', aggravators: ['standing'] },
  },
  {
    code: 'ddx:deep_gluteal',
    asks: ['mainArea', 'sittingLimit', 'legFeatures'],
    rules: ['DX-08'],
    fires: { ...main('sit-bone-right'), legFeatures: ['thigh_tingles_sitting'] },
    misses: { legFeatures: ['thigh_tingles_sitting'] },
  },
  {
    code: 'ddx:trochanteric',
    asks: ['painAreas', 'hipSigns', 'aggravators'],
    rules: ['DX-09'],
    fires: { ...main('hip-outer-right'), hipSigns: ['outer_lying'] },
    misses: { ...main('hip-outer-right'), hipSigns: ['none'], aggravators: ['walking'] },
  },
  {
    code: 'ddx:coccyx',
    asks: ['mainArea'],
    rules: ['DX-10'],
    fires: main('tailbone', 'middle'),
    misses: main('sacrum', 'middle'),
  },
  {
    code: 'ddx:hernia',
    asks: ['groinLump', 'hipSigns'],
    rules: ['DX-11'],
    fires: { groinLump: 'soft' },
    misses: { groinLump: 'no' },
  },
  {
    code: 'ddx:renal_urologic',
    asks: ['colic', 'urineSymptoms', 'prostateSigns'],
    rules: ['DX-12'],
    fires: { ...man, painAreas: [{ region: 'si-right' }, { region: 'genital' }], prostateSigns: ['between_legs'] },
    misses: { ...man, painAreas: [{ region: 'si-right' }, { region: 'genital' }], prostateSigns: ['none'] },
  },
  {
    code: 'ddx:gynecologic',
    asks: ['pelvicSigns'],
    rules: ['DX-13'],
    fires: { pelvicSigns: ['cycle'] },
    misses: { pelvicSigns: ['none'] },
  },
  {
    code: 'ddx:testicular',
    asks: ['testicularPain'],
    rules: ['DX-14'],
    fires: { ...man, testicularPain: 'slow' },
    misses: man,
  },
  {
    code: 'ddx:shingles',
    asks: ['painfulRash'],
    rules: ['DX-15'],
    fires: { painfulRash: 'yes' },
    misses: { inflammatoryHistory: ['psoriasis'] },
  },
  {
    code: 'ddx:meralgia',
    asks: ['legFeatures'],
    rules: ['DX-16'],
    fires: { legFeatures: ['outer_thigh_numb'] },
    misses: { legFeatures: ['numb_strip'] },
  },
  {
    code: 'ddx:fibromyalgia/widespread',
    asks: ['painAreas', 'bodyWide'],
    rules: ['DX-17'],
    fires: { bodyWide: 'yes' },
    misses: { painAreas: (spread.painAreas ?? []).slice(0, 3), painSide: 'both' },
  },
  {
    code: 'ddx:inflammatory_back_pain',
    asks: ['birthDate', 'painSince', 'onset', 'exerciseHelps', 'restHelps', 'nightPain', 'inflammatoryHistory'],
    rules: ['DX-01', 'DX-01-known', 'DX-18'],
    fires: young,
    misses: { ...young, nightPain: 'no', restHelps: 'yes' },
  },
  {
    code: 'ddx:fracture',
    asks: ['trauma'],
    rules: ['RF-07-trauma'],
    fires: { trauma: 'major', traumaWhen: 'under_6_weeks' },
    misses: { trauma: 'major', traumaWhen: 'over_3_months' },
  },
  {
    code: 'ddx:malignancy',
    asks: ['cancerHistory'],
    rules: ['RF-08'],
    fires: { cancerHistory: 'yes' },
    misses: { cancerHistory: 'no' },
  },
  {
    code: 'ddx:infection',
    asks: ['fever'],
    rules: ['RF-03-fever-alone'],
    fires: { fever: 'yes' },
    misses: { fever: 'no' },
  },
]

describe.each(mimics.map((line) => [line.code, line] as const))(
  '3.2 %s',
  (code, { asks: keys, rules, fires, misses }) => {
    const codes = (changes: Answers) => triage(complete(changes), day).ddx.map((each) => each.code)
    test('has its questions and rules', () => {
      expect(keys.filter((key) => !asks(instrument, key))).toEqual([])
      const known = [...ruleSet.differentials, ...ruleSet.urgency].map(({ id }) => id)
      expect(rules.filter((id) => !known.includes(id))).toEqual([])
    })

    test('fires, and not on what only looks like it', () => {
      reachable(fires)
      reachable(misses)
      expect(codes(fires)).toContain(code)
      expect(codes(misses)).not.toContain(code)
    })
  },
)

const diabetic: Answers = { diabetes: 'yes', glucoseHigh: 'no', diabetesSigns: ['none'], a1c: 6.9 }

/** Section 5. */
const blockers: readonly Line[] = [
  { code: 'block:pregnancy', asks: ['pregnancy'], rules: ['BL-01'], fires: pregnant, misses: { pregnancy: 'no' } },
  {
    code: 'block:pregnancy_test_required',
    asks: ['pregnancy', 'birthDate'],
    rules: ['BL-02'],
    fires: { pregnancy: 'no', birthDate: '1985-01-01' },
    misses: { pregnancy: 'cannot', birthDate: '1985-01-01' },
  },
  {
    code: 'block:active_infection',
    asks: ['fever', 'recentEvents'],
    rules: ['BL-03'],
    fires: { recentEvents: ['infection_now'] },
    misses: { recentEvents: ['infection_4_weeks'] },
  },
  {
    code: 'block:antibiotics_current',
    asks: ['antibiotics'],
    rules: ['BL-04'],
    fires: { antibiotics: 'finished_2_weeks' },
    misses: { antibiotics: 'no' },
  },
  {
    code: 'block:allergy_contrast',
    asks: ['allergies'],
    rules: ['BL-05-contrast'],
    fires: { allergies: ['contrast'] },
    misses: { allergies: ['other'] },
  },
  {
    code: 'block:allergy_local_anesthetic',
    asks: ['allergies'],
    rules: ['BL-05-numbing'],
    fires: { allergies: ['local_anesthetic'] },
    misses: { allergies: ['latex'] },
  },
  {
    code: 'block:allergy_steroid',
    asks: ['allergies'],
    rules: ['BL-05-steroid'],
    fires: { allergies: ['steroid'] },
    misses: { allergies: ['contrast'] },
  },
  {
    code: 'block:allergy_latex',
    asks: ['allergies'],
    rules: ['BL-05-latex'],
    fires: { allergies: ['latex'] },
    misses: { allergies: ['skin_cleaner'] },
  },
  {
    code: 'block:allergy_chlorhexidine_iodine',
    asks: ['allergies'],
    rules: ['BL-05-skin'],
    fires: { allergies: ['skin_cleaner'] },
    misses: { allergies: ['contrast'] },
  },
  {
    code: 'block:anticoagulant_review',
    asks: ['bloodThinner', 'bloodThinnerWhich', 'bleedingRisks', 'medicines'],
    rules: ['BL-06', 'BL-06-bleeding'],
    fires: { bloodThinner: 'yes', bloodThinnerWhich: ['clopidogrel'] },
    misses: { bloodThinner: 'yes', bloodThinnerWhich: ['aspirin'] },
  },
  {
    code: 'block:diabetes_uncontrolled',
    asks: ['diabetes', 'a1c', 'diabetesSigns'],
    rules: ['BL-07'],
    fires: { ...diabetic, a1c: 9 },
    misses: diabetic,
  },
  {
    code: 'block:steroid_exposure_review',
    asks: ['steroidShots', 'lastSteroidShot', 'siInjectionDate', 'interactingMedicines'],
    rules: ['BL-08'],
    fires: { interactingMedicines: ['ritonavir_cobicistat'] },
    misses: { steroidShots: '1_2', lastSteroidShot: 'over_12_weeks' },
  },
  {
    code: 'block:recent_vaccine',
    asks: ['vaccine'],
    rules: ['BL-09'],
    fires: { vaccine: 'yes' },
    misses: { vaccine: 'no' },
  },
  {
    code: 'block:immunosuppression',
    asks: ['infectionRisks', 'hepatitisTreatment'],
    rules: ['BL-10'],
    fires: { hepatitisTreatment: 'yes' },
    misses: { infectionRisks: ['iv_drugs'] },
  },
  {
    code: 'block:planned_surgery',
    asks: ['plannedSurgery'],
    rules: ['BL-11'],
    fires: { plannedSurgery: 'yes' },
    misses: { spineSurgery: ['hip'] },
  },
  {
    code: 'block:cardiac_uncontrolled',
    asks: ['heartConditions'],
    rules: ['BL-12'],
    fires: { heartConditions: ['heart_attack_stroke'] },
    misses: { vesselRisks: ['high_blood_pressure'] },
  },
  {
    code: 'block:glaucoma/psychosis_steroid',
    asks: ['steroidReactions'],
    rules: ['BL-13'],
    fires: { steroidReactions: ['psychosis'] },
    misses: { steroidReactions: ['none'] },
  },
  {
    code: 'block:cannot_lie_prone',
    asks: ['lieFaceDown'],
    rules: ['BL-14'],
    fires: { lieFaceDown: 'no' },
    misses: { lieFaceDown: 'yes' },
  },
  { code: 'block:no_driver', asks: ['driver'], rules: ['BL-15'], fires: { driver: 'no' }, misses: { driver: 'yes' } },
  {
    code: 'block:sedation_fasting',
    asks: ['wantsSedation'],
    rules: ['BL-16'],
    fires: { wantsSedation: 'yes' },
    misses: { wantsSedation: 'no' },
  },
  {
    code: 'block:consent_capacity',
    asks: ['whoDecides'],
    rules: ['BL-17'],
    fires: { whoDecides: 'guardian' },
    misses: { whoDecides: 'myself_with_help' },
  },
  {
    code: 'block:imaging_review',
    asks: ['imaging', 'payerKind'],
    rules: ['BL-18'],
    fires: { payerKind: 'medicare', imaging: ['none'] },
    misses: { payerKind: 'medicare', imaging: ['mri'] },
  },
  {
    code: 'admin:minor_guardian_required',
    asks: ['birthDate'],
    rules: ['AD-01'],
    fires: { birthDate: '2010-01-01' },
    misses: { birthDate: '2008-11-22' },
  },
  {
    code: 'admin:qualified_interpreter_required',
    asks: ['interpreter'],
    rules: ['AD-02'],
    fires: { interpreter: 'spoken', language: 'Hmong' },
    misses: { language: 'Hmong' },
  },
  {
    code: 'admin:patient_location_licensure_check',
    asks: ['stateOfResidence'],
    rules: ['AD-03'],
    fires: { stateOfResidence: 'WI' },
    misses: { stateOfResidence: 'MN' },
  },
  {
    code: 'block:redflag_open',
    asks: ['cancerHistory'],
    rules: ['RF-08'],
    fires: { cancerHistory: 'yes' },
    misses: { cancerHistory: 'no' },
  },
]

describe.each(blockers.map((line) => [line.code, line] as const))(
  '5 %s',
  (code, { asks: keys, rules, fires, misses }) => {
    const codes = (changes: Answers) => triage(complete(changes), day).blockers.map((each) => each.code)
    test('has its questions and rules', () => {
      expect(keys.filter((key) => !asks(instrument, key))).toEqual([])
      const known = [...ruleSet.blockers, ...ruleSet.urgency].map(({ id }) => id)
      expect(rules.filter((id) => !known.includes(id))).toEqual([])
    })

    test('fires, and not on what only looks like it', () => {
      reachable(fires)
      reachable(misses)
      expect(codes(fires)).toContain(code)
      expect(codes(misses)).not.toContain(code)
    })
  },
)

const found = (test: string, result: ExamFinding['result']): ExamFinding => ({
  test,
  result,
  side: 'right',
  mode: 'in_person',
  attested: false,
})
const inPerson = (result: ExamFinding['result']) =>
  ['faber', 'gaenslen', 'thigh-thrust', 'compression', 'distraction', 'yeoman'].map((name) => found(name, result))
const prior: Answers = {
  priorSiInjection: 'yes',
  siInjectionSide: 'right',
  siInjectionGuided: 'yes',
  siInjectionRelief: 'half_or_more',
  siInjectionLasted: 'three_months_or_more',
  siInjectionsThisYear: 1,
}

const oneTest: Answers = {
  siInjectionsEver: 1,
  siInjectionTests: 1,
  siInjectionRelief: 'three_quarters_or_more',
  siInjectionLasted: 'hours_days',
}

type Criterion = readonly [id: string, told: string, answers: Answers, status: PayerStatus, exam?: ExamFinding[]]

/** Section 6.1, all of the initial criteria, then sessions and a repeat. */
const criteria: readonly Criterion[] = [
  ['PY-01', 'worst at the dimple', main('si-right'), 'met'],
  ['PY-01', 'worst in the groin', { ...main('groin-right'), hipSigns: ['none'] }, 'not_met'],
  ['PY-02', 'moderate', { painAverage: 4 }, 'met'],
  ['PY-02', 'mild', { painAverage: 3 }, 'not_met'],
  ['PY-03', '3 months', { painSince: '2026-08-22' }, 'met'],
  ['PY-03', '2 months', { painSince: '2026-09-22' }, 'not_met'],
  ['PY-03', 'some time this year', { painSince: '2026' }, 'unknown'],
  ['PY-04', 'no nerve pattern', { belowKnee: 'no' }, 'met'],
  ['PY-04', 'down the leg with a strip', { belowKnee: 'yes', legFeatures: ['numb_strip'] }, 'not_met'],
  ['PY-05', 'the visit decides', {}, 'unknown'],
  ['PY-05', 'must sit to ease the legs', { walkingPain: 'eases_sitting', walkingLegs: 'both' }, 'not_met'],
  ['PY-06', 'no exam', {}, 'needs_in_person'],
  ['PY-06', 'an exam in person, positive', {}, 'met', inPerson('positive')],
  ['PY-06', 'an exam in person, negative', {}, 'not_met', inPerson('negative')],
  ['PY-07', '6 weeks of therapy and medicine', { physicalTherapyWeeks: 6 }, 'met'],
  ['PY-07', '3 weeks', { physicalTherapyWeeks: 3 }, 'not_met'],
  ['PY-08', 'at the procedure', {}, 'needs_in_person'],
  ['PY-09', 'one session this year', prior, 'met'],
  ['PY-09', 'four sessions this year', { ...prior, siInjectionsThisYear: 4 }, 'not_met'],
  ['PY-10', 'half for 3 months', prior, 'met'],
  ['PY-10', 'half for weeks', { ...prior, siInjectionLasted: 'weeks' }, 'not_met'],
  ['PY-14', 'one test, three quarters gone', { ...prior, ...oneTest }, 'met'],
  ['PY-14', 'one test, half gone', { ...prior, ...oneTest, siInjectionRelief: 'half_or_more' }, 'not_met'],
  ['PY-14', 'nobody counted the tests', prior, 'unknown'],
]

describe('6.1 Medicare NGS', () => {
  test.each(criteria.map((each) => [each[0], each[1], each] as const))(
    '%s %s',
    (id, _told, [, , changes, status, findings]) => {
      reachable(changes)
      const context = findings ? { ...day, exam: { findings } } : day
      const { payer } = triage(complete({ payerKind: 'medicare', ...changes }), context)
      expect(payer.policyId).toBe('medicare-ngs-L39455')
      expect(payer.items.find((item) => item.id === id)?.status).toBe(status)
    },
  )

  test('every line has a met or an in-person case and one that is not met or unknown', () => {
    const [medicare] = ruleSet.policies
    for (const { id } of medicare?.items ?? []) expect(criteria.some((criterion) => criterion[0] === id)).toBe(true)
  })
})

test('the tables name every code of the public vocabulary that the rules can give', () => {
  const told = new Set([...flags, ...mimics, ...blockers].map(({ code }) => code))
  const given = [
    ...ruleSet.urgency.flatMap(({ codes }) => codes),
    ...ruleSet.words.keywords.flatMap(({ codes }) => codes),
    ...ruleSet.differentials.map(({ code }) => code),
    ...ruleSet.blockers.map(({ code }) => code),
    ...Object.values(ruleSet.flagCauses),
  ]
  expect(given.filter((code) => !told.has(code))).toEqual([])
})
