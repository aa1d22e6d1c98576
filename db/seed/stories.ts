import type { Decision, Intent } from '~/domain/case/case-lists'
import type { Side } from '~/domain/people/side'
import type { NextStep } from '~/domain/outcome/outcome-lists'
import type { StaffKey } from './cast'

/** Minutes from now (negative: ago), rounded to the clinic's grid where a time is booked. */
type Minutes = number
const hours = (count: number): Minutes => count * 60
const days = (count: number): Minutes => count * 24 * 60

export type IntakeStory =
  | { kind: 'half' }
  | { kind: 'sent'; at: Minutes; case: 'routine' | 'expedited' | 'same_day' | 'blood_thinner' | 'fever' }

export type ConsultStory = {
  at: Minutes
  with: StaffKey
  state: 'booked' | 'waiting' | 'ended' | 'no_show'
  note?: 'open' | 'signed'
  /** Where the patient says they are; the home state unless said. */
  patientIn?: string
  camera?: 'works' | 'none'
}

export type CaseStory = {
  intent: Intent
  orderedAt: Minutes
  owner?: StaffKey
  /** Clearances beside the standing lines; the standing lines are open unless `cleared`. */
  open?: ('block:anticoagulant_review' | 'block:diabetes_uncontrolled' | 'driver')[]
  asked?: { sentAt: Minutes; answer?: Decision; answeredAt?: Minutes; why?: string; validDays?: number }
}

type ProcedureStory = {
  at: Minutes
  state: 'booked' | 'done'
  confirmed?: boolean
  before?: number
  after?: number
  average?: number
  /** Pain per filled diary slot, in order from 30 minutes after the injection. */
  diary?: number[]
  alarm?: 'one_leg_numb'
}

type FollowUpStory = {
  state: 'booked' | 'waiting' | 'ended'
  /** Exact start for one that is today; otherwise day 14 at the procedure's time of day. */
  at?: Minutes
  patientIn?: string
  current?: number
  outcome?: { nextStep: NextStep; reason: string }
  week12?: number
}

export type Story = {
  key: string
  name: string
  bornOn: string
  sex: 'female' | 'male'
  state: string
  side: Side
  intake?: IntakeStory
  consult?: ConsultStory
  case?: CaseStory
  procedure?: ProcedureStory
  followUp?: FollowUpStory
}

const sent = (at: Minutes, which: Extract<IntakeStory, { kind: 'sent' }>['case'] = 'routine'): IntakeStory => ({
  kind: 'sent',
  at,
  case: which,
})
const seen = (at: Minutes, by: StaffKey, note: 'open' | 'signed' = 'signed'): ConsultStory => ({
  at,
  with: by,
  state: 'ended',
  note,
})
const approved = (sentAt: Minutes, answeredAt: Minutes, validDays = 90): CaseStory['asked'] => ({
  sentAt,
  answer: 'approved',
  answeredAt,
  validDays,
})

const goodDays = [2, 2, 1, 1, 2, 3, 3, 2, 2, 2, 1, 1, 1, 2, 2, 1, 1, 1, 1]
const shortDays = [1, 1, 2, 4, 5, 6, 6, 5, 5, 6, 6, 5, 6, 6, 6, 5, 6, 6, 6]

/** Every state of the loop, relative to the moment of seeding. */
export const stories: readonly Story[] = [
  { key: 'bea', name: 'Bea Stageman', bornOn: '1988-02-17', sex: 'female', state: 'MN', side: 'left' },
  {
    key: 'enid',
    name: 'Enid Specimen',
    bornOn: '1974-06-30',
    sex: 'female',
    state: 'MN',
    side: 'right',
    intake: { kind: 'half' },
  },
  {
    key: 'sol',
    name: 'Sol Newcomb-Faux',
    bornOn: '1981-09-12',
    sex: 'male',
    state: 'MN',
    side: 'left',
    intake: sent(hours(-20)),
  },
  {
    key: 'june',
    name: 'June Mockridge',
    bornOn: '1955-04-08',
    sex: 'female',
    state: 'MN',
    side: 'right',
    intake: sent(hours(-1), 'same_day'),
  },
  {
    key: 'walt',
    name: 'Walt Testwell',
    bornOn: '1977-01-21',
    sex: 'male',
    state: 'MN',
    side: 'left',
    intake: sent(hours(-2), 'fever'),
  },
  {
    key: 'marla',
    name: 'Marla Sampleton',
    bornOn: '1959-03-03',
    sex: 'female',
    state: 'MN',
    side: 'right',
    intake: sent(days(-4), 'blood_thinner'),
    consult: { at: 5, with: 'nora', state: 'waiting', camera: 'works' },
  },
  {
    key: 'gus',
    name: 'Gus Prototype',
    bornOn: '1969-11-02',
    sex: 'male',
    state: 'MN',
    side: 'right',
    intake: sent(days(-3)),
    consult: { at: -10, with: 'ada', state: 'booked' },
  },
  {
    key: 'pearl',
    name: 'Pearl Dummett',
    bornOn: '1948-08-19',
    sex: 'female',
    state: 'MN',
    side: 'left',
    intake: sent(days(-1), 'expedited'),
    consult: { at: 95, with: 'nora', state: 'booked' },
  },
  {
    key: 'saul',
    name: 'Saul Placeholder',
    bornOn: '1963-12-24',
    sex: 'male',
    state: 'WI',
    side: 'both',
    intake: sent(days(-2)),
    consult: { at: days(1), with: 'nora', state: 'booked' },
  },
  {
    key: 'wes',
    name: 'Wes Mannequin',
    bornOn: '1976-05-15',
    sex: 'male',
    state: 'MN',
    side: 'left',
    intake: sent(days(-6)),
    consult: { at: days(-1), with: 'nora', state: 'no_show' },
  },
  {
    key: 'cyrus',
    name: 'Cyrus Trialman',
    bornOn: '1966-10-10',
    sex: 'male',
    state: 'MN',
    side: 'right',
    intake: sent(days(-7)),
    consult: seen(days(-1) - 120, 'nora', 'open'),
  },
  {
    key: 'lena',
    name: 'Lena Madeupson',
    bornOn: '1983-07-07',
    sex: 'female',
    state: 'MN',
    side: 'left',
    intake: sent(days(-5)),
    consult: seen(hours(-3), 'nora', 'open'),
  },
  {
    key: 'kit',
    name: 'Kit Imaginary',
    bornOn: '1992-03-28',
    sex: 'female',
    state: 'MN',
    side: 'right',
    intake: sent(days(-9)),
    consult: seen(days(-3), 'finn'),
  },
  {
    key: 'nils',
    name: 'Nils Nobodyson',
    bornOn: '1971-02-02',
    sex: 'male',
    state: 'MN',
    side: 'right',
    intake: sent(days(-12)),
    consult: seen(days(-8), 'nora'),
    case: { intent: 'diagnostic', orderedAt: days(-8), owner: 'robin' },
  },
  {
    key: 'harold',
    name: 'Harold Demoski',
    bornOn: '1972-05-26',
    sex: 'male',
    state: 'MN',
    side: 'left',
    intake: sent(days(-14)),
    consult: seen(days(-7), 'nora'),
    case: { intent: 'diagnostic', orderedAt: days(-5), owner: 'robin', asked: { sentAt: days(-5) } },
  },
  {
    key: 'hugo',
    name: 'Hugo Fictional',
    bornOn: '1965-01-30',
    sex: 'male',
    state: 'MN',
    side: 'both',
    intake: sent(days(-20)),
    consult: seen(days(-13), 'nora'),
    case: {
      intent: 'diagnostic',
      orderedAt: days(-12),
      owner: 'robin',
      asked: { sentAt: days(-11), answer: 'denied', answeredAt: days(-3), why: 'no in-person exam on file' },
    },
  },
  {
    key: 'rita',
    name: 'Rita Pseudonym',
    bornOn: '1957-09-09',
    sex: 'female',
    state: 'MN',
    side: 'right',
    intake: sent(days(-18), 'blood_thinner'),
    consult: seen(days(-12), 'nora'),
    case: {
      intent: 'diagnostic',
      orderedAt: days(-12),
      owner: 'tess',
      open: ['block:anticoagulant_review'],
      asked: approved(days(-11), days(-4)),
    },
  },
  {
    key: 'dot',
    name: 'Dot Fakerton',
    bornOn: '1980-04-14',
    sex: 'female',
    state: 'MN',
    side: 'right',
    intake: sent(days(-15)),
    consult: seen(days(-10), 'finn'),
    case: {
      intent: 'diagnostic',
      orderedAt: days(-10),
      owner: 'robin',
      open: ['driver'],
      asked: approved(days(-9), days(-2)),
    },
  },
  {
    key: 'greta',
    name: 'Greta Examplova',
    bornOn: '1968-08-08',
    sex: 'female',
    state: 'MN',
    side: 'left',
    intake: sent(days(-16)),
    consult: seen(days(-11), 'finn'),
    case: { intent: 'therapeutic', orderedAt: days(-11), owner: 'tess', asked: approved(days(-10), days(-1)) },
  },
  {
    key: 'clara',
    name: 'Clara Stagewood',
    bornOn: '1961-06-18',
    sex: 'female',
    state: 'MN',
    side: 'right',
    intake: sent(days(-30)),
    consult: seen(days(-24), 'nora'),
    case: { intent: 'diagnostic', orderedAt: days(-24), owner: 'robin', asked: approved(days(-23), days(-18), 22) },
    procedure: { at: days(8), state: 'booked' },
    followUp: { state: 'booked' },
  },
  {
    key: 'tom',
    name: 'Tom Pretender',
    bornOn: '1979-10-31',
    sex: 'male',
    state: 'MN',
    side: 'left',
    intake: sent(days(-21)),
    consult: seen(days(-15), 'finn'),
    case: { intent: 'diagnostic', orderedAt: days(-15), owner: 'robin', asked: approved(days(-14), days(-9)) },
    procedure: { at: days(1), state: 'booked', confirmed: true },
    followUp: { state: 'booked' },
  },
  {
    key: 'faye',
    name: 'Faye Mockman',
    bornOn: '1953-03-22',
    sex: 'female',
    state: 'MN',
    side: 'both',
    intake: sent(days(-25)),
    consult: seen(days(-18), 'nora'),
    case: { intent: 'therapeutic', orderedAt: days(-18), owner: 'tess', asked: approved(days(-17), days(-10)) },
    procedure: { at: days(3), state: 'booked' },
    followUp: { state: 'booked' },
  },
  {
    key: 'ivo',
    name: 'Ivo Samplesen',
    bornOn: '1985-12-05',
    sex: 'male',
    state: 'MN',
    side: 'left',
    intake: sent(days(-28)),
    consult: seen(days(-20), 'ada'),
    case: { intent: 'diagnostic', orderedAt: days(-20), owner: 'robin', asked: approved(days(-19), days(-12)) },
    procedure: { at: hours(-2), state: 'done', before: 7, after: 2, average: 6 },
    followUp: { state: 'booked' },
  },
  {
    key: 'ines',
    name: 'Ines Fauxberg',
    bornOn: '1963-02-11',
    sex: 'female',
    state: 'MN',
    side: 'right',
    intake: sent(days(-30)),
    consult: seen(days(-22), 'nora'),
    case: { intent: 'diagnostic', orderedAt: days(-22), owner: 'tess', asked: approved(days(-21), days(-14)) },
    procedure: {
      at: days(-1),
      state: 'done',
      before: 8,
      after: 3,
      average: 7,
      diary: [3, 2, 2, 3, 4],
      alarm: 'one_leg_numb',
    },
    followUp: { state: 'booked' },
  },
  {
    key: 'abel',
    name: 'Abel Standby',
    bornOn: '1970-07-16',
    sex: 'male',
    state: 'MN',
    side: 'left',
    intake: sent(days(-33)),
    consult: seen(days(-26), 'finn'),
    case: { intent: 'diagnostic', orderedAt: days(-26), owner: 'robin', asked: approved(days(-25), days(-16)) },
    procedure: { at: days(-2) - 60, state: 'done', before: 6, after: 3, average: 6, diary: [3, 3, 2, 3] },
    followUp: { state: 'booked' },
  },
  {
    key: 'vera',
    name: 'Vera Notreal',
    bornOn: '1967-11-23',
    sex: 'female',
    state: 'MN',
    side: 'right',
    intake: sent(days(-36)),
    consult: seen(days(-29), 'nora'),
    case: { intent: 'diagnostic', orderedAt: days(-29), owner: 'tess', asked: approved(days(-28), days(-17)) },
    procedure: {
      at: days(-5) - 120,
      state: 'done',
      before: 8,
      after: 2,
      average: 7,
      diary: [2, 2, 2, 3, 4, 5, 5, 6, 5, 5],
    },
    followUp: { state: 'booked' },
  },
  {
    key: 'otis',
    name: 'Otis Exampleson',
    bornOn: '1968-01-19',
    sex: 'male',
    state: 'MN',
    side: 'left',
    intake: sent(days(-48)),
    consult: seen(days(-41), 'nora'),
    case: { intent: 'diagnostic', orderedAt: days(-41), owner: 'robin', asked: approved(days(-40), days(-27)) },
    procedure: { at: days(-14), state: 'done', before: 7, after: 1, average: 7, diary: goodDays },
    followUp: { state: 'waiting', at: 35, patientIn: 'IA' },
  },
  {
    key: 'ora',
    name: 'Ora Mockler',
    bornOn: '1951-05-05',
    sex: 'female',
    state: 'MN',
    side: 'right',
    intake: sent(days(-52)),
    consult: seen(days(-45), 'finn'),
    case: { intent: 'diagnostic', orderedAt: days(-45), owner: 'tess', asked: approved(days(-44), days(-32)) },
    procedure: { at: days(-15) - 90, state: 'done', before: 7, after: 2, average: 6, diary: shortDays },
    followUp: { state: 'ended', at: days(-1) - 90, current: 5 },
  },
  {
    key: 'lars',
    name: 'Lars Fillinson',
    bornOn: '1973-09-27',
    sex: 'male',
    state: 'MN',
    side: 'right',
    intake: sent(days(-70)),
    consult: seen(days(-62), 'nora'),
    case: { intent: 'diagnostic', orderedAt: days(-62), owner: 'robin', asked: approved(days(-61), days(-48)) },
    procedure: { at: days(-35), state: 'done', before: 8, after: 1, average: 7, diary: goodDays },
    followUp: {
      state: 'ended',
      at: days(-21),
      current: 2,
      outcome: {
        nextStep: 'rehab_and_wait',
        reason: 'Strong relief on the same scale; active rehab, look again at week 12.',
      },
    },
  },
  {
    key: 'rolf',
    name: 'Rolf Dummyson',
    bornOn: '1960-04-02',
    sex: 'male',
    state: 'MN',
    side: 'both',
    intake: sent(days(-130)),
    consult: seen(days(-122), 'finn'),
    case: { intent: 'therapeutic', orderedAt: days(-122), owner: 'tess', asked: approved(days(-121), days(-108)) },
    procedure: { at: days(-88), state: 'done', before: 8, after: 2, average: 8, diary: goodDays },
    followUp: {
      state: 'ended',
      at: days(-74),
      current: 2,
      outcome: { nextStep: 'rehab_and_wait', reason: 'More than half of the pain gone; week 12 decides.' },
      week12: 3,
    },
  },
]
