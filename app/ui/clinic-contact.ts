/** The clinic as every patient page shows it; `tel` is the number a phone dials, `phone` as people read it. */
export type ClinicContact = { name: string; phone: string; tel: string }
