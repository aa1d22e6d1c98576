import type { ReviewReason } from '~/domain/triage/review-lists'
import type { AskedAnswer } from '~/domain/triage/review-wish'
import type { Evidence, PayerStatus, Resolver, SiTier, Tier } from '~/domain/triage/triage-result'

export const tierWords: Record<Tier, string> = {
  emergency: 'Emergency',
  same_day: 'Same day',
  expedited: 'Expedited',
  routine: 'Routine',
}

export const siWords: Record<SiTier, string> = { likely: 'likely', possible: 'possible', unlikely: 'unlikely' }

export const resolverWords: Record<Resolver, string> = {
  clinician: 'a clinician',
  scheduler: 'the scheduler',
  patient: 'the patient',
}

export const payerWords: Record<PayerStatus, string> = {
  met: 'met',
  not_met: 'not met',
  unknown: 'not known yet',
  needs_in_person: 'needs an exam in person',
}

/** How strong a source is; a rule of the clinic says that it waits for its sign-off. */
export const gradeWords: Record<Evidence['grade'], string> = {
  'RCT/meta': 'trials or meta-analysis',
  'diagnostic study': 'diagnostic study',
  guideline: 'guideline',
  LCD: 'Medicare policy',
  consensus: 'consensus',
  design: 'clinic rule, awaiting the clinic’s medical director',
}

export const reviewReasonWords: Record<ReviewReason, string> = {
  symptom_gone: 'Symptom has gone',
  known_and_stable: 'Known for long and stable',
  misunderstood: 'The question was misunderstood',
  other_cause_found: 'Another cause is found',
  more_worrying: 'More worrying than the rules say',
  seen_elsewhere: 'Seen elsewhere since',
  exam_says_otherwise: 'The exam says otherwise',
  other: 'Another reason',
}

export const askedWords: Record<AskedAnswer, string> = {
  gone: 'Gone',
  same: 'Same',
  worse: 'Worse',
  not_asked: 'Not asked',
}

const ruleParts: Record<string, string> = {
  condition: 'Fires when',
  open: 'Open when',
  'half open': 'Half open when',
  tier: 'Urgency',
  'when not sure': 'When nobody is sure',
  points: 'Points',
  words: 'Words',
  denial: 'Denial',
}

/** What a part of a rule is called beside its text. */
export function ruleWhatWords(what: string): string {
  return ruleParts[what] ?? what
}

const codes: Record<string, string> = {
  'redflag:cauda_equina': 'Cauda equina',
  'redflag:progressive_neuro_deficit': 'Weakness in the leg',
  'redflag:infection': 'Infection',
  'redflag:post_procedure_complication': 'After an injection',
  'redflag:fracture': 'Fracture',
  'redflag:malignancy': 'Cancer',
  'redflag:vascular_aaa': 'Aorta or blood flow',
  'redflag:dvt': 'Clot in the leg',
  'redflag:pregnancy_complication': 'Pregnancy',
  'redflag:testicular_torsion': 'Testicle',
  'redflag:acute_abdomen': 'Belly',
  'redflag:hyperglycemic_crisis': 'Very high sugar',
  'redflag:acute_red_eye': 'Painful red eye',
  'redflag:suicidality': 'Thoughts of self-harm',
  'redflag:abuse/safety': 'Not safe at home',
  'redflag:unknown': 'Raised without a flag',
  'ddx:inflammatory_back_pain': 'Inflammatory back pain',
  'ddx:hip_joint': 'Hip',
  'ddx:lumbar_radiculopathy': 'Nerve root',
  'ddx:neurogenic_claudication': 'Narrow spinal canal',
  'ddx:vascular_claudication': 'Leg arteries',
  'ddx:facet': 'Facet joints',
  'ddx:discogenic': 'Disc',
  'ddx:deep_gluteal': 'Deep buttock',
  'ddx:trochanteric': 'Outer hip',
  'ddx:coccyx': 'Tailbone',
  'ddx:hernia': 'Hernia',
  'ddx:renal_urologic': 'Kidney or bladder',
  'ddx:gynecologic': 'Gynecologic',
  'ddx:testicular': 'Testicle',
  'ddx:shingles': 'Shingles',
  'ddx:meralgia': 'Outer thigh nerve',
  'ddx:fibromyalgia/widespread': 'Widespread pain',
  'ddx:fracture': 'Fracture',
  'ddx:malignancy': 'Cancer',
  'ddx:infection': 'Infection',
  'risk:pelvic_trauma': 'Fall, crash or blow to the pelvis',
  'risk:prior_lumbar_fusion': 'Lumbar fusion before',
  'risk:postpartum': 'Gave birth in the last 12 months',
  'risk:diabetes': 'Diabetes',
  'risk:immunosuppression': 'Weak immune system',
  'risk:iv_drug_use': 'Injected drugs, now or before',
  'note:chronic_bladder_symptom_unchanged': 'Old bladder trouble, unchanged',
  'note:expected_post_injection_course': 'Expected soreness after an injection',
  'note:implanted_device': 'Device or metal in the body',
  'note:hip_replacement': 'Artificial hip',
  'note:heel_raises_both_weak': 'Both legs weak at heel raises at home',
  'note:self_tests_reported': 'Tried movements at home',
  'note:phq9_severe_range': 'PHQ-9 in the severe range',
  'note:safe_contact': 'How it is safe to call',
  'note:access_needs': 'Needs help at a visit',
  'note:other_injections': 'Other injections before',
  'note:recent_steroid_pills': 'Steroid pills within 3 months',
  'note:earlier_exam_told': 'Joint tested before, as told',
  'note:pain_comes_and_goes': 'Pain comes and goes: worse on bad days',
  'block:redflag_open': 'An urgent answer is open',
  'block:pregnancy': 'Pregnant, or may be',
  'block:pregnancy_test_required': 'Pregnancy test on the day',
  'block:active_infection': 'Infection or fever',
  'block:antibiotics_current': 'Antibiotics now or lately',
  'block:allergy_contrast': 'Allergy: contrast dye',
  'block:allergy_local_anesthetic': 'Allergy: numbing medicine',
  'block:allergy_steroid': 'Allergy: steroid or its additives',
  'block:allergy_latex': 'Allergy: latex',
  'block:allergy_chlorhexidine_iodine': 'Allergy: skin cleaner',
  'block:anticoagulant_review': 'Bleeding and blood thinners',
  'block:diabetes_uncontrolled': 'Diabetes out of control',
  'block:steroid_exposure_review': 'Steroids so far',
  'block:recent_vaccine': 'Vaccine near the date',
  'block:immunosuppression': 'Weak immune system',
  'block:planned_surgery': 'Surgery planned soon',
  'block:cardiac_uncontrolled': 'Heart or blood pressure',
  'block:glaucoma/psychosis_steroid': 'Glaucoma, or psychosis from steroids',
  'block:cannot_lie_prone': 'Cannot lie face down',
  'block:no_driver': 'No driver yet',
  'block:sedation_fasting': 'Sedation and fasting',
  'block:consent_capacity': 'Who can consent',
  'block:imaging_review': 'Pictures for the plan',
  'admin:minor_guardian_required': 'Under 18: a guardian takes part',
  'admin:qualified_interpreter_required': 'Qualified interpreter',
  'admin:patient_location_licensure_check': 'License where the patient will be',
  'payer:duration_lt_3_months': 'Pain for less than 3 months',
  'payer:conservative_care_lt_4_weeks': 'Less than 4 weeks of care',
  'payer:pain_below_moderate': 'Pain below moderate',
  'payer:radiculopathy_present': 'Nerve pattern in the leg',
  'payer:session_cap_reached': 'No sessions left',
  'payer:relief_duration_not_met': 'Relief too short or too little for a repeat',
  'action:offer_consult_booking': 'Offers a consult to book',
  'action:priority_consult': 'Consult with priority',
  'action:call_today': 'Call today',
  'action:emergency_text': 'Shows the emergency text',
  'answer:not_sure': 'Not sure on a safety question',
}

/** For a code that no rule set gives: never the code itself. */
const unnamed = 'Something to look at'

/** A code of a result, whatever list it stands in, as staff say it. */
export function codeWords(code: string): string {
  return codes[code] ?? unnamed
}
