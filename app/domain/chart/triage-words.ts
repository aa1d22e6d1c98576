import type { PayerStatus, Resolver, SiTier, Tier } from '~/domain/triage/triage-result'

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
  met: 'shown',
  not_met: 'not met',
  unknown: 'not known yet',
  needs_in_person: 'needs an exam in person',
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
