import { aPerson } from '../factories/a-person'
import { aVisit } from '../factories/a-visit'
import { secretBox } from '~/adapters/secret-box.server'
import { examples } from '~/domain/intake/examples'
import type { AnswerValue, QuestionKey } from '~/domain/intake/instrument'
import { visitorActor } from '~/domain/people/actor'
import type { Actor } from '~/domain/people/actor'
import { acceptInvitation } from '~/features/account/accept-invitation.server'
import { addEmail } from '~/features/call/add-email.server'
import { findPatients } from '~/features/call/find-patients.server'
import { listToTell } from '~/features/call/list-to-tell.server'
import { readCaller } from '~/features/call/read-caller.server'
import { registerByPhone } from '~/features/call/register-by-phone.server'
import { correctAnswer } from '~/features/intake/correct-answer.server'
import { listPhoneIntakes } from '~/features/intake/list-phone-intakes.server'
import { openPhoneIntake } from '~/features/intake/open-phone-intake.server'
import { phoneNextStep } from '~/features/intake/phone-next-step.server'
import { readPhoneIntake } from '~/features/intake/read-phone-intake.server'
import { saveAnswers } from '~/features/intake/save-answers.server'
import { startIntake } from '~/features/intake/start-intake.server'
import { submitIntake } from '~/features/intake/submit-intake.server'
import { takeOverDraft } from '~/features/intake/take-over-draft.server'
import { correctedCall } from '~/features/urgent/corrected-call.server'
import { openEmergency } from '~/features/urgent/open-emergency.server'
import { replyUrgent } from '~/features/urgent/reply-urgent.server'
import { testNow } from './context'
import type { TestDatabase } from './database'
import { minutesAfter } from './journey'
import type { Run } from './journey'

const gate = {
  box: secretBox('only for this test, only for this test', 'phone journey'),
  ip: '10.1.1.2',
  perAccount: 100,
  perAddress: 100,
}

export const caller = {
  name: 'Journey Caller',
  bornOn: '1968-07-09',
  sexAtBirth: 'female',
  phone: '612-555-0188',
  homeState: 'MN',
} as const

type Asked = { scheduler: Actor; patientId: string; intakeId: string; at: Date }

/** Enters answers for the person who is asked, based on what the page knew. */
async function enter(run: Run, asked: Asked, answers: Partial<Record<QuestionKey, AnswerValue>>) {
  const { scheduler, patientId, intakeId, at } = asked
  const { versions } = await run(readPhoneIntake, scheduler, at, { intakeId })
  const given = (Object.entries(answers) as [QuestionKey, AnswerValue][]).map(([key, value]) => ({
    key,
    value,
    base: versions[key] ?? 0,
  }))
  return run(saveAnswers, scheduler, at, { intakeId, patientId, answers: given })
}

/** Somebody calls: registered, asked everything with one emergency that was entered by mistake, sent, and told what follows. */
async function askEverything(run: Run, scheduler: Actor, at: Date): Promise<{ patient: Actor; intakeId: string }> {
  const email = 'journey-caller@example.test'
  const { id: patientId } = await run(registerByPhone, scheduler, at, { ...caller, email, different: [] })
  await run(findPatients, scheduler, at, { name: 'journey caller', bornOn: '', phone: '' })
  await run(readCaller, scheduler, at, { patientId })
  const said = { language: 'English', interpreter: 'no' } as const
  const { id: intakeId } = await run(openPhoneIntake, scheduler, at, { patientId, ...said })
  await run(readPhoneIntake, scheduler, at, { intakeId, shown: 'saddleNumbness' })
  const asked = { scheduler, patientId, intakeId, at }
  await enter(run, asked, { saddleNumbness: 'yes' })
  const emergency = await run(openEmergency, scheduler, at, { patientId })
  const itemId = emergency?.id ?? ''
  await run(replyUrgent, scheduler, at, { itemId, patientId, reply: 'called_911' })
  await run(correctAnswer, scheduler, minutesAfter(at, 1), { itemId, patientId, value: 'no' })
  await run(correctedCall, { id: patientId, role: 'patient' }, minutesAfter(at, 1))
  await run(listPhoneIntakes, scheduler, at)
  await enter(run, { ...asked, at: minutesAfter(at, 2) }, { ...examples.rightSided.answers, birthDate: caller.bornOn })
  await run(submitIntake, scheduler, minutesAfter(at, 3), { intakeId, patientId })
  await run(phoneNextStep, scheduler, minutesAfter(at, 4), { intakeId })
  return { patient: { id: patientId, role: 'patient' }, intakeId }
}

/** Everything a scheduler does on the phone, and what the people who called do with it afterwards. */
export async function phoneJourney(database: TestDatabase, run: Run) {
  const scheduler = await aPerson(database, { role: 'scheduler', name: 'Journey Caller’s Scheduler' })
  const { patient, intakeId } = await askEverything(run, scheduler, testNow)
  const [mail] =
    await database.owner`select body from mails where person_id = ${patient.id} order by created_at limit 1`
  const token = /\/welcome\/([\w-]+)/.exec(String(mail?.['body']))?.[1] ?? ''
  const password = 'porch lemon kettle'
  await run(acceptInvitation, visitorActor, testNow, { token, bornOn: caller.bornOn, password, gate })

  const own = await aPerson(database, { name: 'Journey Own Draft' })
  const draft = await run(startIntake, own, testNow)
  await run(saveAnswers, own, testNow, { intakeId: draft.id, answers: [{ key: 'painNow', value: 7, base: 0 }] })
  await run(takeOverDraft, scheduler, minutesAfter(testNow, 5), { patientId: own.id })

  const noMail = { ...caller, name: 'Journey Without Mail', phone: '612-555-0189', different: [] }
  const { id } = await run(registerByPhone, scheduler, testNow, noMail)
  const unmailed: Actor = { id, role: 'patient' }
  const provider = await aPerson(database, { role: 'provider', name: 'Dr. Journey Other' })
  await aVisit(database, { patient: unmailed, provider, startsAt: minutesAfter(testNow, 3000) })
  await run(listToTell, scheduler, testNow)
  const later = { ...caller, name: 'Journey Later Mail', phone: '612-555-0190', different: [] }
  const mailed = await run(registerByPhone, scheduler, testNow, later)
  await run(addEmail, scheduler, testNow, { patientId: mailed.id, email: 'journey-later@example.test' })
  return { scheduler, patient, intakeId, own, ownDraftId: draft.id, unmailed }
}
