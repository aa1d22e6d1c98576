import { expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import { currentVersion } from '~/domain/intake/versions'
import { rereadIntake } from './reread-intake'
import type { StoredIntake } from './reread-intake'
import { ruleSet } from './rule-set'
import type { RuleSet } from './rule-set'
import type { RunChange, RunReading } from './run-change'
import { runDirection } from './run-direction'
import { changeLines, whyDiffers } from './run-words'
import { triage } from './triage'
import type { TriageContext } from './triage-result'

const { answers } = examples.rightSided
const procedure = { date: '2026-11-20', side: 'right' } as const
const known: TriageContext = { asOf: '2026-11-22', instrumentVersion: currentVersion, patientState: 'MN' }

function storedWith(context: TriageContext, more: Partial<StoredIntake> = {}): StoredIntake {
  return {
    answers: { ...answers, stateOfResidence: 'MN', birthDate: '1952-05-01', sexAtBirth: 'female' },
    instrumentVersion: currentVersion,
    result: triage({ ...answers, stateOfResidence: 'MN', birthDate: '1952-05-01', sexAtBirth: 'female' }, context),
    homeState: 'MN',
    procedures: [],
    corrected: [],
    ...more,
  }
}

const stricter: RuleSet = {
  ...ruleSet,
  version: '9.0.0',
  urgency: [
    ...ruleSet.urgency,
    {
      id: 'RF-99',
      tier: 'emergency',
      codes: ['redflag:fracture'],
      because: 'Older than 60',
      asks: ['birthDate'],
      evidence: [],
      when: { op: 'age', is: '>', than: 60 },
    },
  ],
}
const sets = { from: ruleSet, to: ruleSet, own: ruleSet }

test('a stored result comes out again with exactly what was known', () => {
  const intake = storedWith({ ...known, postProcedure: procedure }, { procedures: [procedure] })
  expect(rereadIntake(intake, sets)).toMatchObject({ replays: true, who: 'woman, 70s' })
})

test('what became known later does not count: the hash says what was', () => {
  const later = storedWith(known, { procedures: [procedure], corrected: ['saddleNumbness'] })
  expect(rereadIntake(later, sets).replays).toBe(true)
})

test('a result that was changed, or whose rules are gone, does not come out again', () => {
  const intake = storedWith(known)
  const forged = { ...intake, result: { ...intake.result, notes: ['note:forged'] } }
  expect(rereadIntake(forged, sets).replays).toBe(false)
  expect(rereadIntake(intake, { ...sets, own: undefined }).replays).toBe(false)
})

test('the same rules read the same; one rule more raises, with its id as the reason', () => {
  const intake = storedWith(known)
  const same = rereadIntake(intake, sets)
  expect(runDirection(same.from, same.to)).toBe('same')
  const { from, to, who } = rereadIntake(intake, { ...sets, to: stricter })
  expect(runDirection(from, to)).toBe('raised')
  const change: RunChange = { intakeId: 'i', sentOn: '2026-11-22', who, from, to }
  const why = whyDiffers(change, ruleSet, stricter)
  expect(why.gone).toEqual([])
  expect(why.come).toContainEqual({ id: 'RF-99', title: 'Older than 60', name: 'urgency/RF-99' })
  expect(why.comeCodes.filter((words) => words === 'Fracture')).toHaveLength(1)
  expect(changeLines([change])).toMatchObject([
    { direction: 'raised', from: [{ text: 'Routine' }], to: [{ kind: 'emergency', text: 'Emergency' }] },
  ])
})

test('who it was is a kind of person, never a person', () => {
  const whoIs = (birthDate: string | undefined, sexAtBirth: 'female' | 'male' | 'other' | undefined) => {
    const intake = storedWith(known)
    return rereadIntake({ ...intake, answers: { ...intake.answers, birthDate, sexAtBirth } }, sets).who
  }
  expect(whoIs('1930-01-01', 'male')).toBe('man, 90 or older')
  expect(whoIs('2008-06-01', 'other')).toBe('person, under 20')
  expect(whoIs(undefined, undefined)).toBe('person')
})

const reading = (more: Partial<RunReading>): RunReading => ({
  urgency: 'routine',
  siPattern: 'possible',
  codes: ['ddx:hip_joint'],
  rules: ['DX-02'],
  ...more,
})

test.each([
  [{ urgency: 'emergency' }, { urgency: 'same_day' }, 'lowered'],
  [{}, { siPattern: 'likely' }, 'other'],
  [{}, { codes: [] }, 'other'],
  [{ codes: ['a', 'b'] }, { codes: ['b', 'a', 'a'] }, 'same'],
  [{}, { rules: ['DX-03'] }, 'same'],
] as const)('%j to %j is %s', (from, to, direction) => {
  expect(runDirection(reading(from), reading(to))).toBe(direction)
})

test('what goes down stands first, and a code that is no longer named is said', () => {
  const change = (intakeId: string, from: Partial<RunReading>, to: Partial<RunReading>): RunChange => ({
    intakeId,
    sentOn: '2026-11-01',
    who: 'man, 50s',
    from: reading(from),
    to: reading(to),
  })
  const lines = changeLines([
    change('other', {}, { codes: ['ddx:facet'] }),
    change('up', {}, { urgency: 'same_day' }),
    change('down', { urgency: 'expedited' }, {}),
    change('same', {}, {}),
  ])
  expect(lines.map(({ intakeId }) => intakeId)).toEqual(['down', 'up', 'other'])
  expect(lines[2]).toMatchObject({ from: [{ text: 'Hip' }], to: [{ text: 'Facet joints' }] })
})
