import { randomUUID } from 'node:crypto'
import { examples } from '~/domain/intake/examples'
import { instrument } from '~/domain/intake/instrument'
import type { Answers } from '~/domain/intake/instrument'
import { phoneAgreement } from '~/domain/intake/phone-agreement'
import { phoneQuestions } from '~/domain/intake/phone-questions'
import { intakeAnswers, intakePaces, intakes, phoneAgreements } from '../schema/intake'
import { people } from '../schema/people'
import { idOf, later } from './seeder'
import type { Seeder } from './seeder'

const caller = { name: 'Olga Newcombe', bornOn: '1968-07-09', sexAtBirth: 'female', phone: '612-555-0188' } as const

/** What was answered before the question where the call stands. */
function soFar(until: string): Answers {
  const whole: Answers = {
    ...examples.rightSided.answers,
    birthDate: caller.bornOn,
    sexAtBirth: caller.sexAtBirth,
    language: 'English',
    interpreter: 'no',
    stateOfResidence: 'MN',
  }
  const asked = phoneQuestions(whole).map(({ question }) => question.key)
  const kept = [
    ...asked.slice(
      0,
      asked.findIndex((key) => key === until),
    ),
    'language',
    'interpreter',
    'stateOfResidence',
  ]
  return Object.fromEntries(Object.entries(whole).filter(([key]) => kept.some((each) => each === key))) as Answers
}

/** Somebody without an e-mail, on the phone with a scheduler: an intake by phone that is open. Returns her id. */
export async function seedByPhone(seeder: Seeder): Promise<string> {
  const { tx, now } = seeder
  const [patientId, intakeId, robin] = [randomUUID(), randomUUID(), idOf(seeder, 'robin')]
  const startedAt = later(now, -6)
  await tx.insert(people).values({
    id: patientId,
    role: 'patient',
    email: null,
    ...caller,
    homeState: 'MN',
    timeZone: seeder.zone,
    demo: true,
    createdAt: startedAt,
  })
  await tx.insert(intakes).values({
    id: intakeId,
    patientId,
    instrumentVersion: instrument.version,
    source: 'phone',
    openedBy: robin,
    revision: 1,
    startedAt,
    savedAt: later(now, -1),
  })
  await tx.insert(phoneAgreements).values({
    intakeId,
    patientId,
    version: phoneAgreement.version,
    saidBackAt: startedAt,
    agreedAt: startedAt,
    recordedBy: robin,
  })
  const answered = Object.entries(soFar('fever'))
  const at = (index: number) => later(startedAt, (5 * (index + 1)) / answered.length)
  await tx.insert(intakeAnswers).values(
    answered.map(([questionKey, value], index) => ({
      intakeId,
      patientId,
      questionKey,
      value,
      version: 1,
      answeredAt: at(index),
      answeredBy: robin,
    })),
  )
  await tx.insert(intakePaces).values(
    answered.map(([questionKey], index) => ({
      intakeId,
      patientId,
      questionKey,
      shownAt: at(index),
      answeredAt: at(index),
    })),
  )
  return patientId
}
