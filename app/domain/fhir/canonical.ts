import type { Instrument } from '../intake/instrument'

/** Where canonical addresses begin while a clinic has no address of its own for them. */
export const canonicalBase = 'https://ilium.example/fhir'

/** Address of the questionnaire, the same for all its versions. */
export function questionnaireUrl(base: string): string {
  return `${base}/Questionnaire/intake`
}

/** Address of exactly this version, as a response names it. */
export function questionnaireVersionUrl(which: Instrument, base: string): string {
  return `${questionnaireUrl(base)}|${which.version}`
}
