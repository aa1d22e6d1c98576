/** What a clinician writes about one visit. Empty means not written. */
export type NoteBody = {
  history: string
  medicines: string
  exam: string
  assessment: string
  plan: string
  patientSummary: string
}

export type NoteKey = keyof NoteBody

type NoteSection = {
  key: NoteKey
  title: string
  /** Under the label, for the clinician. */
  hint?: string
  /** A note without these words cannot be signed. */
  needed: boolean
}

/** The sections of a note in reading order (clinical basis 9.4). The last one is read by the patient as it stands. */
export const noteSections: readonly NoteSection[] = [
  { key: 'history', title: 'History', needed: false },
  { key: 'medicines', title: 'Medicines and safety', needed: false },
  { key: 'exam', title: 'Video exam', hint: 'Findings in words. A remote test is not validated.', needed: false },
  { key: 'assessment', title: 'Assessment', hint: 'Your words. The software label is not copied here.', needed: true },
  { key: 'plan', title: 'Plan', needed: true },
  {
    key: 'patientSummary',
    title: 'Words for the patient',
    hint: 'The patient reads this as you write it, after you sign. Plain words; when to call us.',
    needed: true,
  },
]

export const emptyNote: NoteBody = {
  history: '',
  medicines: '',
  exam: '',
  assessment: '',
  plan: '',
  patientSummary: '',
}

/** Sections that still lack words a signature needs. */
export function missingToSign(body: NoteBody): readonly NoteSection[] {
  return noteSections.filter((section) => section.needed && body[section.key].trim().length === 0)
}

/** Names of the sections in which two texts differ. */
export function changedSections(before: NoteBody, after: NoteBody): NoteKey[] {
  return noteSections.map((section) => section.key).filter((key) => before[key] !== after[key])
}
