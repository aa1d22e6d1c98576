import { cite } from './citations'
import type { WordCheck } from './keyword'

const allergyKeys = ['allergyWords'] as const

type Check = Pick<WordCheck, 'id' | 'code' | 'because' | 'words'> & Partial<WordCheck>

const check = (one: Check): WordCheck => ({
  resolver: 'clinician',
  evidence: [cite.sisCriteria],
  negatable: true,
  others: 'pass',
  ...one,
})

/** An allergy: its name where the form asks for allergies, elsewhere its name with a reaction. */
function allergy(one: Pick<WordCheck, 'id' | 'code' | 'because' | 'catches' | 'letsThrough'>, list: string): WordCheck {
  return check({
    ...one,
    words: [`{allergic} .. {${list}}`, `{${list}} .. {reacts}`],
    within: { keys: allergyKeys, words: [`{${list}}`] },
    harmless: [
      `{${list}} ... no|without (a|any) problem|problems|trouble|reaction|issue|issues`,
      `{${list}} ... fine|ok|okay`,
      `{${list}} .. twice|times|once .. no trouble|problem|problems|issues`,
      'no|not reaction|react|allergy|allergic to {' + list + '}',
    ],
  })
}

/** What words in a free text leave to clarify before a procedure, where the answers do not say it. */
export const wordChecks: readonly WordCheck[] = [
  allergy(
    {
      id: 'WC-01-numbing',
      code: 'block:allergy_local_anesthetic',
      because: 'Words of a reaction to numbing medicine: ask what happened',
      catches: ['lidocaine gave me hives', 'allergic to novocaine'],
      letsThrough: ['lidocaine patches help', 'I had lidocaine at the dentist'],
    },
    'numbingDrug',
  ),
  allergy(
    {
      id: 'WC-01-contrast',
      code: 'block:allergy_contrast',
      because: 'Words of a reaction to x-ray dye: ask what happened',
      catches: ['allergic to contrast dye', 'the CT dye closed my throat'],
      letsThrough: ['MRI with contrast in May', 'CT dye twice with no trouble'],
    },
    'contrastDye',
  ),
  allergy(
    {
      id: 'WC-01-steroid',
      code: 'block:allergy_steroid',
      because: 'Words of a reaction to a steroid or what is mixed with it: ask what happened',
      catches: ['hives from a Depo-Medrol shot', 'Miralax gave me hives'],
      letsThrough: ['the cortisone helped for a month', 'I take Miralax'],
    },
    'steroidDrug',
  ),
  allergy(
    {
      id: 'WC-01-latex',
      code: 'block:allergy_latex',
      because: 'Words of a reaction to latex: ask what happened',
      catches: ['allergic to latex', 'rubber gloves give me welts'],
      letsThrough: ['no latex allergy', 'I wear latex gloves at work'],
    },
    'latexThing',
  ),
  allergy(
    {
      id: 'WC-01-skin',
      code: 'block:allergy_chlorhexidine_iodine',
      because: 'Words of a reaction to what cleans the skin (Hibiclens is chlorhexidine): ask what happened',
      catches: ['Hibiclens made me a lobster', 'Betadine blisters my skin', 'allergic to chlorhexadine'],
      letsThrough: ['I wash with Hibiclens'],
    },
    'skinCleaner',
  ),
  check({
    id: 'WC-02',
    code: 'block:anticoagulant_review',
    because: 'Words of a bleeding illness, dialysis, or a failing liver or kidney: ask for it',
    evidence: [cite.asra],
    words: [
      'hemophilia|haemophilia|hemophiliac',
      'von willebrand*|willebrand|willebrands',
      'vwd|itp|thrombocytopenia',
      'low platelet|platelets',
      'platelet|platelets (count|are|is|was) (was|is|are|of) low|/\\d\\d/',
      'bleeding disorder|illness|disease|problem|problems|condition',
      'bleed|bleeds|bleeder easily',
      'free bleeder',
      'factor (v|vii|viii|ix|x|eleven|8|9|11) deficiency',
      'dialysis',
      'cirrhosis',
      'liver|kidney|kidneys|renal (is|are) failure|failing|transplant',
      'end stage renal|kidney|liver',
      'esrd',
    ],
    catches: ['hemophilia, dialysis', 'I have von Willebrands', 'my platelets are low'],
    letsThrough: ['no bleeding disorder', 'my father is on dialysis'],
  }),
  check({
    id: 'WC-03',
    code: 'block:immunosuppression',
    because: 'Words of a medicine or illness that weakens the immune system: ask which and when',
    words: [
      '{immuneMedicine}',
      '{immunePen}',
      'organ|kidney|liver|heart|lung|marrow|stem (cell) transplant|transplanted',
      'dialysis',
      'cirrhosis',
    ],
    harmless: ['{otherPen}'],
    past: 'passes',
    catches: ['Humira, methotrexate', 'I do the little pen in my stomach every other Thursday', 'on dialysis'],
    letsThrough: ['Ozempic pen every week', 'my wife takes Enbrel'],
  }),
  check({
    id: 'WC-04',
    code: 'block:steroid_exposure_review',
    because: 'Words of steroid tablets: ask how much and how long',
    evidence: [cite.steroids],
    words: ['{steroidTablet}'],
    harmless: ['hydrocortisone cream|ointment|lotion', 'no|not {steroidTablet} since'],
    catches: ['prednisone 10 mg', 'steroid pills for a month'],
    letsThrough: ['no prednisone', 'hydrocortisone cream', 'No prednisone since 2022.'],
  }),
  check({
    id: 'WC-05',
    code: 'block:glaucoma/psychosis_steroid',
    because: 'Words of a mind that changed under steroids: ask what happened',
    evidence: [cite.practice],
    words: [
      '{steroidDrug} ... psych|psychosis|psychotic|manic|mania|crazy|hallucinat*',
      '{steroidDrug} ... see|saw|seeing things',
      'psychosis|psychotic|manic|mania|hallucinat* ... {steroidDrug}',
    ],
    catches: ['prednisone sent me to the psych ward', 'steroids made me manic'],
    letsThrough: ['prednisone helped'],
  }),
  check({
    id: 'WC-06',
    code: 'block:diabetes_uncontrolled',
    because: 'Words of very high blood sugar: ask for readings',
    evidence: [cite.glucose],
    words: [
      '{sugar} ... /[4-9]\\d\\d/',
      '{sugar} .. over|above 400',
      '{sugar} .. says|reads|read|said|saying|reading|shows|showing hi|high',
      'ketones|ketoacidosis|dka',
    ],
    catches: ['the meter says HI'],
    letsThrough: ['no ketones'],
  }),
  check({
    id: 'WC-07',
    code: 'block:pregnancy',
    because: 'Words of a late period: ask about pregnancy',
    evidence: [cite.practice],
    words: [
      'period|periods|monthly (is|was|are) (like|about|now|already) (/\\d+/|a|two|three|four|nine|ten) (days|weeks|day|week|bit|few|month) late',
      'missed|skipped (a|my|one|last|two) period|periods',
      'might|may|could be pregnant',
    ],
    catches: ['my period is like 2 weeks late', 'I missed my period', 'could be pregnant'],
    letsThrough: ['my period was last week'],
  }),
]
