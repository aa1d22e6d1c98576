/** What a gate asks for when its condition holds: nothing by video, the clinician's decision, or only a word of care. */
type GateAction = 'skip' | 'decide' | 'care'

type Gate = {
  readonly action: GateAction
  /** The condition, as it stands beside a test. */
  readonly because: string
  /** What to ask while the answers do not say. Left out where nothing needs to be asked. */
  readonly ask?: string
}

/**
 * Safety gates before movement tests by video (clinical basis 2.5, proposals that wait for the clinic's medical director;
 * wider ones, added with the pictures: any open flag, surgery, hip replacement, getting up from the bed).
 */
export const gates = {
  'someone-with-you': { action: 'care', because: 'Alone at home', ask: 'Is someone with you, or are you alone?' },
  'clear-space': { action: 'skip', because: 'No clear space on the floor', ask: 'Is the floor around you clear?' },
  'age-70': { action: 'skip', because: 'Age 70 or over', ask: 'How old are you?' },
  osteoporosis: { action: 'skip', because: 'Osteoporosis', ask: 'Has anyone told you that your bones are thin?' },
  falls: { action: 'skip', because: 'Has fallen in the last 6 months', ask: 'Did you fall in the last 6 months?' },
  'pregnant-20': {
    action: 'skip',
    because: 'Pregnant, 20 weeks or more',
    ask: 'Are you pregnant, and in which week?',
  },
  'red-flag': { action: 'skip', because: 'A flag for fracture, infection or cauda equina is open' },
  'alone-poor-balance': {
    action: 'skip',
    because: 'Alone, with poor balance',
    ask: 'Do you stand and turn safely without holding on?',
  },
  'pregnant-20-supine': {
    action: 'care',
    because: 'Pregnant, 20 weeks or more: only short on the back, never on the belly',
  },
  'helper-required': {
    action: 'skip',
    because: 'Nobody is with them',
    ask: 'Can an adult stand beside the bed the whole time?',
  },
  'cannot-get-down': {
    action: 'skip',
    because: 'Cannot get on and off the bed safely',
    ask: 'Can you lie down and get up again on your own?',
  },
  'red-flag-any': { action: 'decide', because: 'An urgent answer is open: you decide before any movement test' },
  'recent-surgery': {
    action: 'decide',
    because: 'Injection, operation or birth in the last 3 months: you decide',
  },
  'hip-replacement': { action: 'decide', because: 'Hip replacement: deep bending and turning may be restricted' },
  'privacy-chaperone': { action: 'care', because: 'Offer a chaperone; private space; never a screenshot' },
} as const satisfies Record<string, Gate>

export type GateId = keyof typeof gates
