import type { SectionKey } from './question'

export const partTitles = [
  'Safety',
  'Where it hurts',
  'Your pain',
  'Your days',
  'Health and medicines',
  'Papers and consent',
] as const

export type Part = 1 | 2 | 3 | 4 | 5 | 6

/** Where each section stands among the six parts a person sees, and its name for clinicians and exports. */
export const sections: Record<SectionKey, { readonly part: Part; readonly title: string; readonly name: string }> = {
  safety: { part: 1, title: 'Safety', name: 'Safety screening' },
  where: { part: 2, title: 'Where it hurts', name: 'Where it hurts' },
  pain: { part: 3, title: 'Your pain', name: 'Onset and behavior of the pain' },
  selftests: { part: 3, title: 'Your pain', name: 'Self-tests at home' },
  function: { part: 4, title: 'Your days', name: 'Function and mood' },
  treatments: { part: 4, title: 'Your days', name: 'Treatments, injections, surgery and imaging' },
  medical: { part: 5, title: 'Health and medicines', name: 'Medicines, allergies and conditions' },
  consent: { part: 6, title: 'Papers and consent', name: 'Language, insurance and consent' },
}
