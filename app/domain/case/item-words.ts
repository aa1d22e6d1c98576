import { codeWords } from '~/domain/chart/triage-words'

/** Checklist lines as staff read them. */
const words: Record<string, { title: string; ask: string }> = {
  authorisation: { title: 'Authorisation by the plan', ask: 'Send the request, then record the answer.' },
  in_person_exam: {
    title: '3 positive tests, in person',
    ask: 'Video tests do not count for this plan. A clinician examines in person.',
  },
  side_confirmed: { title: 'Side said aloud by the patient', ask: 'Settled in the procedure room.' },
  consent: { title: 'Consent for this procedure', ask: 'Signed on the day, before the needle.' },
  driver: { title: 'Driver on the day', ask: 'Name and phone of the adult who drives home.' },
  'block:pregnancy': { title: 'Pregnant, or may be', ask: 'A clinician decides.' },
  'block:pregnancy_test_required': { title: 'Pregnancy test on the day', ask: 'Agree on the test with the patient.' },
  'block:active_infection': { title: 'Infection or fever', ask: 'A clinician decides when it is over.' },
  'block:antibiotics_current': { title: 'Antibiotics now or lately', ask: 'A clinician decides.' },
  'block:allergy_contrast': { title: 'Allergy: contrast dye', ask: 'A clinician chooses the guidance.' },
  'block:allergy_local_anesthetic': { title: 'Allergy: numbing drug', ask: 'A clinician decides.' },
  'block:allergy_steroid': { title: 'Allergy: steroid', ask: 'A clinician decides.' },
  'block:allergy_latex': { title: 'Allergy: latex', ask: 'Tell the procedure room.' },
  'block:allergy_chlorhexidine_iodine': { title: 'Allergy: skin cleaner', ask: 'Tell the procedure room.' },
  'block:anticoagulant_review': {
    title: 'Blood thinner review',
    ask: 'The clinician and the prescriber agree. The patient keeps taking it.',
  },
  'block:diabetes_uncontrolled': { title: 'Diabetes: recent A1c', ask: 'A clinician looks at a recent value.' },
  'block:steroid_exposure_review': { title: 'Steroids in the last year', ask: 'A clinician counts them.' },
  'block:recent_vaccine': { title: 'Vaccine near the date', ask: 'A clinician decides.' },
  'block:immunosuppression': { title: 'Weak immune system', ask: 'A clinician decides.' },
  'block:planned_surgery': { title: 'Surgery planned soon', ask: 'A clinician decides.' },
  'block:cardiac_uncontrolled': { title: 'Heart or blood pressure', ask: 'A clinician decides.' },
  'block:cannot_lie_prone': { title: 'Cannot lie face down', ask: 'Talk with the patient and the room.' },
  'block:consent_capacity': { title: 'Who can consent', ask: 'A clinician decides.' },
  'block:redflag_open': { title: 'An urgent answer is open', ask: 'A clinician closes it first.' },
  'block:imaging_review': { title: 'Imaging for the plan', ask: 'Get the report.' },
  'admin:minor_guardian_required': { title: 'Under 18: guardian', ask: 'A guardian must agree.' },
  'admin:qualified_interpreter_required': { title: 'Qualified interpreter', ask: 'Book one for the day.' },
}

/** Title and request of a checklist line; what has none of its own is called as in the triage. */
export function itemWords(code: string): { title: string; ask: string } {
  return words[code] ?? { title: codeWords(code), ask: 'Settle it and say how.' }
}
