import type { EmergencyText } from '~/domain/intake/emergency-texts'

/** What the first button of an emergency page dials, and what to say there. */
export function firstCall({ variant, say }: EmergencyText) {
  return variant === '988'
    ? { first: { href: 'tel:988', title: 'Call or text 988', note: 'Day and night' }, say }
    : { say }
}
