export type EmergencyText = {
  /** Which number stands first. */
  readonly variant: '911' | '988'
  readonly title: string
  readonly lead: string
  /** What to say to 911, in quotation marks on the screen. */
  readonly say: string
}

const title = 'Call 911 now.'
const lead =
  'Or have someone take you to the nearest emergency room. Your answer needs to be checked in person right away.'

function call911(say: string): EmergencyText {
  return { variant: '911', title, lead, say }
}

/** Fixed texts of the emergency screen, one per rule. The clinical owner signs them; no answer of the patient stands in them. */
export const emergencyTexts = {
  numbness: call911('back pain and new numbness where I sit'),
  urine: call911('back pain and new trouble with my urine'),
  stool: call911('back pain and new trouble holding or feeling stool'),
  sexual: call911('back pain and new loss of feeling in my genitals'),
  bothLegs: call911('back pain and new trouble in both legs'),
  olderChanged: call911('back pain and a change in my bladder, bowels, feeling or legs'),
  weakLeg: call911('back pain, a weak leg, and I cannot walk or control my bladder or bowels'),
  infection: call911('back pain with fever, and I may have a serious infection'),
  afterProcedure: call911('I had an injection or operation near my spine, and now I have new serious symptoms'),
  allergy: call911('a rash with a swollen throat or trouble breathing after an injection'),
  cannotWalk: call911('I cannot stand or walk since a fall or accident'),
  cannotWalkAfterProcedure: call911('I cannot stand or walk after a recent procedure or birth'),
  bloodVessel: call911('sudden back or belly pain, and it may be a blood vessel'),
  fainted: call911('back pain and I fainted'),
  leg: call911('my leg is cold, pale or blue'),
  chest: call911('new chest pain or trouble breathing'),
  lung: call911('a newly swollen leg, and maybe chest pain or trouble breathing'),
  pregnancy: call911('I am or may be pregnant, and I have a danger sign'),
  testicle: call911('sudden pain in a testicle'),
  groin: call911('sudden strong pain near the groin, with vomiting'),
  belly: call911('strong belly pain and a hard belly or a lump that is stuck'),
  kidney: call911('strong pain in my side that comes in waves'),
  sugar: call911('very high blood sugar and I feel ill'),
  selfHarm: {
    variant: '988',
    title: 'Call or text 988 now.',
    lead: 'The Suicide and Crisis Lifeline answers day and night. If you may act on your thoughts now, call 911. You are not alone, and we will call you.',
    say: 'I am thinking about harming myself and need help now',
  },
} as const satisfies Record<string, EmergencyText>

export type EmergencyTextKey = keyof typeof emergencyTexts

/** Fixed texts outside the emergency screen: the same words on screen, in print and by phone. */
export const fixedTexts = {
  beforeTyping:
    'Nobody reads your answers while you type. Trouble with your bladder or bowels, or new numbness where you sit? Call 911. Thinking about harming yourself? Call or text 988.',
  crisis: 'Call or text 988 (Suicide & Crisis Lifeline), or 911 if you may act now.',
  bloodThinner: 'Keep taking your blood thinner. Our clinician will contact you and your prescriber.',
  notSure: 'That is a fine answer. A clinician will look at it and call you today.',
  ifWorse:
    'You cannot pass or hold urine or stool. New or growing numbness where you sit or wipe. Both legs weak. You feel very ill, with fever.',
} as const
