import type { RegionTag } from '~/domain/intake/body-map-regions'

/** Places of the body map as rules group them, in words. */
export const tagWords: { readonly [T in RegionTag]: string } = {
  'abdomen-flank': 'belly or flank',
  'below-knee': 'below the knee',
  'belly-lower': 'lower belly',
  buttock: 'buttock',
  chest: 'chest',
  coccyx: 'tailbone',
  'deep-gluteal': 'middle of the buttock or sit bone',
  elsewhere: 'anywhere far from the pelvis',
  foot: 'foot',
  fortin: 'dimple of the low back',
  genital: 'genitals',
  'groin-screen': 'groin',
  hip: 'front or side of the hip',
  ischial: 'sit bone',
  knee: 'knee',
  'lateral-thigh': 'outer thigh',
  'midline-above-l5': 'middle of the low back, above the belt line',
  'midline-below-l5': 'middle of the low back, at or below the belt line',
  'paraspinal-above-l5': 'beside the spine, above the belt line',
  'referral-thigh': 'back of the thigh',
  saddle: 'saddle',
  'saddle-near': 'inner thigh',
  'si-gate': 'dimple, upper or middle buttock',
  trochanteric: 'outer hip',
}
