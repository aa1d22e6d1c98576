import { cite } from './citations'
import type { NoteRule } from './rule'
import { all, any, not, truth } from './tri'
import { expectedSorenessDays, feverNow, justAfterProcedure, recentBirth } from './urgent-facts'

/** Notes and risk marks for the clinician. They raise nothing and lower nothing. */
export const noteRules: readonly NoteRule[] = [
  {
    id: 'RF-01b',
    note: 'note:chronic_bladder_symptom_unchanged',
    because: 'A bladder symptom for more than 12 months, unchanged, and every other cauda equina item no',
    asks: ['longStanding', 'longStandingSince', 'longStandingChanged'],
    evidence: [cite.clinicRule, cite.constipation],
    when: (facts) =>
      all(
        facts.says('longStanding', 'urine_leak', 'urine_start'),
        truth(!facts.answers.longStanding?.some((each) => !['urine_leak', 'urine_start'].includes(each))),
        facts.says('longStandingSince', 'over_12_months'),
        facts.says('longStandingChanged', 'no'),
        facts.says('saddleNumbness', 'no'),
        facts.says('bladderTrouble', 'no'),
        facts.says('bowelTrouble', 'no'),
        facts.says('sexualChange', 'no'),
        facts.says('bothLegs', 'no'),
      ),
  },
  {
    id: 'RF-06',
    note: 'note:expected_post_injection_course',
    because: 'Soreness in the first 7 days after an injection, steady or easing, no fever, no nerve sign',
    asks: ['recentEvents', 'procedureDate', 'afterProcedure'],
    evidence: [cite.clinicPage],
    when: (facts) =>
      all(
        justAfterProcedure(facts),
        expectedSorenessDays(facts),
        truth(facts.answers.afterProcedure?.join() === 'soreness'),
        not(feverNow(facts)),
        facts.says('saddleNumbness', 'no'),
        facts.says('bladderTrouble', 'no'),
        facts.says('bowelTrouble', 'no'),
        facts.says('bothLegs', 'no'),
        facts.says('legWeakness', 'no'),
        facts.says('veryUnwell', 'no'),
      ),
  },
  {
    id: 'RK-01',
    note: 'risk:pelvic_trauma',
    because: 'A fall, crash or blow to the pelvis',
    asks: ['trauma', 'onset', 'buttockFall'],
    evidence: [cite.guideline2025],
    when: (facts) =>
      any(
        facts.says('trauma', 'major', 'minor'),
        facts.says('onset', 'injury'),
        facts.says('buttockFall', 'left', 'right', 'both'),
      ),
  },
  {
    id: 'RK-02',
    note: 'risk:prior_lumbar_fusion',
    because: 'Lumbar fusion before',
    asks: ['spineSurgery'],
    evidence: [cite.fusion],
    when: (facts) => facts.says('spineSurgery', 'fusion'),
  },
  {
    id: 'RK-03',
    note: 'risk:postpartum',
    because: 'Gave birth in the last 12 months',
    asks: ['recentEvents', 'siRisks', 'pregnancy'],
    evidence: [cite.guideline2025],
    when: (facts) =>
      any(recentBirth(facts), all(facts.says('siRisks', 'birth_12_months'), not(facts.says('pregnancy', 'yes')))),
  },
  {
    id: 'RK-04',
    note: 'risk:diabetes',
    because: 'Diabetes',
    asks: ['diabetes'],
    evidence: [cite.glucose],
    when: (facts) => facts.says('diabetes', 'yes'),
  },
  {
    id: 'RK-05',
    note: 'risk:immunosuppression',
    because: 'A weak immune system',
    asks: ['infectionRisks'],
    evidence: [cite.ifompt],
    when: (facts) =>
      facts.says(
        'infectionRisks',
        'steroid_pills',
        'immune_medicine',
        'chemo',
        'transplant',
        'hiv',
        'dialysis',
        'cirrhosis',
        'other',
      ),
  },
  {
    id: 'RK-06',
    note: 'risk:iv_drug_use',
    because: 'Injected drugs, now or in the past',
    asks: ['infectionRisks'],
    evidence: [cite.ifompt],
    when: (facts) => facts.says('infectionRisks', 'iv_drugs'),
  },
]
