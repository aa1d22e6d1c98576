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
  'ddx:fibromyalgia': 'Widespread pain',
  'ddx:widespread': 'Widespread pain',
  'ddx:fracture': 'Fracture',
  'ddx:malignancy': 'Cancer',
  'ddx:infection': 'Infection',
  'answer:not_sure': 'Not sure on a safety question',
}

/** A code of the result as clinicians say it; an unknown one keeps its own words. */
export function codeWords(code: string): string {
  const known = codes[code]
  if (known) return known
  const plain = code
    .replace(/^[a-z]+:/, '')
    .replaceAll('_', ' ')
    .replaceAll('/', ' or ')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
