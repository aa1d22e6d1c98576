import { describe, expect, test } from 'vitest'
import { urgencyRules } from '~/domain/triage/rules-urgency'
import { emergencyOf } from './emergency-of'
import { emergencyTexts, fixedTexts } from './emergency-texts'
import { examples } from './examples'
import type { Answers, AnswerValue, QuestionKey } from './instrument'

const { answers } = examples.rightSided
const asOf = '2026-11-22'

describe('an emergency answer interrupts at its question', () => {
  test.each<[QuestionKey, AnswerValue, string, Answers?]>([
    ['saddleNumbness', 'yes', 'numbness'],
    ['bladderTrouble', 'yes', 'urine'],
    ['bowelTrouble', 'yes', 'stool'],
    ['sexualChange', 'yes', 'sexual'],
    ['bothLegs', 'yes', 'bothLegs'],
    ['canWalk', 'no_under_3_days', 'weakLeg', { legWeakness: 'yes' }],
    ['traumaWhen', 'under_6_weeks', 'cannotWalk', { canWalk: 'no_under_3_days', trauma: 'minor' }],
    ['recentEvents', ['childbirth_3_months'], 'cannotWalkAfterProcedure', { canWalk: 'no_under_6_weeks' }],
    [
      'longStandingChanged',
      'yes',
      'olderChanged',
      { longStanding: ['urine_leak'], longStandingSince: 'over_12_months' },
    ],
    ['fever', 'yes', 'infection', { veryUnwell: 'yes' }],
    ['infectionRisks', ['iv_drugs'], 'infection', { fever: 'yes', painNewOrWorse: 'yes' }],
    ['afterProcedure', ['headache_stiff_neck'], 'afterProcedure', { recentEvents: ['injection_30_days'] }],
    ['afterProcedure', ['throat_swelling'], 'allergy', { recentEvents: ['injection_30_days'] }],
    ['glucoseHigh', 'yes_ill', 'sugar', { diabetes: 'yes' }],
    ['bellyPulse', 'yes', 'bloodVessel'],
    ['tearingPain', 'yes', 'bloodVessel'],
    ['fainted', 'yes', 'fainted'],
    ['coldLeg', 'yes', 'leg'],
    ['chestSymptoms', 'yes', 'chest'],
    ['chestSymptoms', 'not_sure', 'lung', { legSwelling: 'yes' }],
    ['rigidBelly', 'yes', 'belly'],
    ['vomiting', 'yes', 'belly', { groinLump: 'stuck' }],
    ['colicDetails', ['one_kidney'], 'kidney', { colic: 'yes' }],
    ['testicularPain', 'sudden', 'testicle', { sexAtBirth: 'male' }],
    ['pregnancyDanger', ['bleeding'], 'pregnancy', { pregnancy: 'might_be' }],
    ['selfHarmNow', ['plan'], 'selfHarm', { selfHarm: 'several_days' }],
    ['goals', 'I am going to kill myself', 'selfHarm'],
    ['selfHarm', 'tried_recently', 'selfHarm'],
    ['weakLegSide', 'both', 'bothLegs', { legWeakness: 'yes' }],
    ['painAreas', [{ region: 'belly-lower-left' }], 'pregnancy', { pregnancy: 'might_be', painNewOrWorse: 'yes' }],
    [
      'onset',
      'suddenly',
      'groin',
      { sexAtBirth: 'male', birthDate: '2010-05-05', mainArea: 'groin-right', painNewOrWorse: 'yes', vomiting: 'yes' },
    ],
    ['painNow', 10, 'kidney', { colic: 'yes' }],
    ['surgeryDate', '2026-11', 'cannotWalkAfterProcedure', { spineSurgery: ['fusion'], canWalk: 'no_under_6_weeks' }],
    [
      'procedureDate',
      '2026-11-01',
      'afterProcedure',
      { recentEvents: ['injection_30_days'], fever: 'earlier', feverSince: '2026-11-10' },
    ],
  ])('%s = %j shows the text %s', (key, value, textKey, others) => {
    const found = emergencyOf(key, value, { ...answers, ...others }, { asOf })
    expect(found).toMatchObject({ mode: 'stop', textKey })
  })

  test.each<[QuestionKey, AnswerValue, Answers?]>([
    ['saddleNumbness', 'no'],
    ['saddleNumbness', 'not_sure'],
    ['bladderTrouble', 'yes_known_cause'],
    ['legWeakness', 'yes'],
    ['chestSymptoms', 'not_sure', { legSwelling: 'not_sure' }],
    ['fever', 'yes'],
    ['canWalk', 'no_years'],
    ['colic', 'yes'],
    ['groinLump', 'stuck'],
    ['glucoseHigh', 'yes_well', { diabetes: 'yes' }],
    ['longStandingChanged', 'no', { longStanding: ['urine_leak'], longStandingSince: 'over_12_months' }],
    ['goals', 'I want to walk my dog again'],
    ['fever', 'earlier_virus'],
    ['canWalk', 'yes_far_less'],
    ['weakLegSide', 'left', { legWeakness: 'yes' }],
  ])('%s = %j does not', (key, value, others) => {
    expect(emergencyOf(key, value, { ...answers, ...others }, { asOf })).toBeNull()
  })

  test('an answer to another question does not interrupt again', () => {
    expect(emergencyOf('painNow', 3, { ...answers, saddleNumbness: 'yes' }, { asOf })).toBeNull()
  })

  test('nor does a date that belongs to an answer that did', () => {
    const numb: Answers = { ...answers, saddleNumbness: 'yes' }
    expect(emergencyOf('saddleNumbness', 'yes', numb, { asOf })).toMatchObject({ textKey: 'numbness' })
    expect(emergencyOf('saddleNumbnessSince', '2026-11-20', numb, { asOf })).toBeNull()
    const fever: Answers = { ...answers, fever: 'yes', veryUnwell: 'yes' }
    expect(emergencyOf('feverSince', '2026-11-20', fever, { asOf })).toBeNull()
    expect(emergencyOf('siInjectionDate', '2026-11-20', fever)).toBeNull()
  })

  test('a date can itself make it urgent', () => {
    const fell: Answers = { ...answers, trauma: 'minor', traumaWhen: 'over_3_months', canWalk: 'no_under_3_days' }
    expect(emergencyOf('traumaDate', '2026-11-20', fell, { asOf })).toMatchObject({ textKey: 'cannotWalk' })
  })

  test('the very first answer can interrupt, before anything else is known', () => {
    expect(emergencyOf('saddleNumbness', 'yes', {})).toMatchObject({ ruleId: 'RF-01-numbness' })
    expect(emergencyOf('birthDate', '1980-01-01', {})).toBeNull()
  })

  test('thoughts without a plan show 988 and go on', () => {
    expect(emergencyOf('selfHarm', 'several_days', answers, { asOf })).toMatchObject({
      mode: 'show',
      textKey: 'selfHarm',
    })
    expect(emergencyOf('selfHarm', 'not_at_all', answers, { asOf })).toBeNull()
    expect(emergencyOf('painWords', 'some days I wish I was dead', answers, { asOf })).toMatchObject({ mode: 'show' })
  })
})

test('every emergency rule has a fixed text, and only those', () => {
  const ids = (list: typeof urgencyRules) => list.map((rule) => rule.id)
  expect(ids(urgencyRules.filter((rule) => rule.text))).toEqual(
    ids(urgencyRules.filter((rule) => rule.tier === 'emergency')),
  )
})

test('the fixed texts, word for word', () => {
  expect(emergencyTexts).toEqual({
    numbness: call('back pain and new numbness where I sit'),
    urine: call('back pain and new trouble with my urine'),
    stool: call('back pain and new trouble holding or feeling stool'),
    sexual: call('back pain and new loss of feeling in my genitals'),
    bothLegs: call('back pain and new trouble in both legs'),
    olderChanged: call('back pain and a change in my bladder, bowels, feeling or legs'),
    weakLeg: call('back pain, a weak leg, and I cannot walk or control my bladder or bowels'),
    infection: call('back pain with fever, and I may have a serious infection'),
    afterProcedure: call('I had an injection or operation near my spine, and now I have new serious symptoms'),
    allergy: call('a rash with a swollen throat or trouble breathing after an injection'),
    cannotWalk: call('I cannot stand or walk since a fall or accident'),
    cannotWalkAfterProcedure: call('I cannot stand or walk after a recent procedure or birth'),
    bloodVessel: call('sudden back or belly pain, and it may be a blood vessel'),
    fainted: call('back pain and I fainted'),
    leg: call('my leg is cold, pale or blue'),
    chest: call('new chest pain or trouble breathing'),
    lung: call('a newly swollen leg, and maybe chest pain or trouble breathing'),
    pregnancy: call('I am or may be pregnant, and I have a danger sign'),
    testicle: call('sudden pain in a testicle'),
    groin: call('sudden strong pain near the groin, with vomiting'),
    belly: call('strong belly pain and a hard belly or a lump that is stuck'),
    kidney: call('strong pain in my side that comes in waves'),
    sugar: call('very high blood sugar and I feel ill'),
    selfHarm: {
      variant: '988',
      title: 'Call or text 988 now.',
      lead: 'The Suicide and Crisis Lifeline answers day and night. If you may act on your thoughts now, call 911. You are not alone, and we will call you.',
      say: 'I am thinking about harming myself and need help now',
    },
  })
  expect(fixedTexts).toEqual({
    beforeTyping:
      'Nobody reads your answers while you type. Trouble with your bladder or bowels, or new numbness where you sit? Call 911. Thinking about harming yourself? Call or text 988.',
    crisis: 'Call or text 988 (Suicide & Crisis Lifeline), or 911 if you may act now.',
    bloodThinner: 'Keep taking your blood thinner. Our clinician will contact you and your prescriber.',
    notSure: 'That is a fine answer. A clinician will look at it and call you today.',
    ifWorse:
      'You cannot pass or hold urine or stool. New or growing numbness where you sit or wipe. Both legs weak. You feel very ill, with fever.',
  })
})

function call(say: string) {
  return {
    variant: '911',
    title: 'Call 911 now.',
    lead: 'Or have someone take you to the nearest emergency room. Your answer needs to be checked in person right away.',
    say,
  }
}
