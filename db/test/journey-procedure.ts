import { eq } from 'drizzle-orm'
import { aPerson } from '../factories/a-person'
import { checklistItems } from '../schema/cases'
import { systemActor } from '~/domain/people/actor'
import { keepProcedure } from '~/features/care/keep-procedure.server'
import { nameDriver } from '~/features/care/name-driver.server'
import { readProcedure as readOwnProcedure } from '~/features/care/read-procedure.server'
import { bookProcedure } from '~/features/case/book-procedure.server'
import { findTimes } from '~/features/case/find-times.server'
import { linesForClinician } from '~/features/case/lines-for-clinician.server'
import { listProviders } from '~/features/case/list-providers.server'
import { moveProcedure } from '~/features/case/move-procedure.server'
import { readBoard } from '~/features/case/read-board.server'
import { readCase } from '~/features/case/read-case.server'
import { readProcedure } from '~/features/case/read-procedure.server'
import { recordAnswer } from '~/features/case/record-answer.server'
import { recordProcedure } from '~/features/case/record-procedure.server'
import { sendRequest } from '~/features/case/send-request.server'
import { settleItem } from '~/features/case/settle-item.server'
import { takeCase } from '~/features/case/take-case.server'
import { readDiary } from '~/features/diary/read-diary.server'
import { remindDiary } from '~/features/diary/remind-diary.server'
import { writeEntry } from '~/features/diary/write-entry.server'
import { decideNextStep } from '~/features/outcome/decide-next-step.server'
import { readFollowUp } from '~/features/outcome/read-follow-up.server'
import { takeMeasures } from '~/features/outcome/take-measures.server'
import { closeUrgent } from '~/features/urgent/close-urgent.server'
import { escalateUrgent } from '~/features/urgent/escalate-urgent.server'
import { openEmergency } from '~/features/urgent/open-emergency.server'
import { replyUrgent } from '~/features/urgent/reply-urgent.server'
import { takeUrgent } from '~/features/urgent/take-urgent.server'
import { urgentItem } from '~/features/urgent/urgent-item.server'
import { urgentQueue } from '~/features/urgent/urgent-queue.server'
import { endVisit } from '~/features/visit/end-visit.server'
import { diaryAlarms } from '~/features/worklist/diary-alarms.server'
import { withTx } from '../tx'
import type { TestDatabase } from './database'
import { comeIn, minutesAfter } from './journey'
import type { consultJourney, Run } from './journey'

type Consult = Awaited<ReturnType<typeof consultJourney>>

const day = 24 * 60

/** Asks the plan and settles every line a clinician settles before the day. */
export async function clearCase(
  database: TestDatabase,
  run: Run,
  consult: Pick<Consult, 'caseId' | 'provider'>,
  at: Date,
) {
  const { caseId, provider } = consult
  const scheduler = await aPerson(database, { role: 'scheduler', name: 'Journey Scheduler' })
  await run(readBoard, scheduler, at)
  await run(takeCase, scheduler, at, { caseId })
  await run(sendRequest, scheduler, at, { caseId, payer: 'Journey Plan', answerWithinDays: 7 })
  const answer = { decision: 'approved', reference: 'J-1', validFrom: '2026-11-01', validUntil: '2027-12-31' } as const
  await run(recordAnswer, scheduler, at, { caseId, ...answer })
  await run(linesForClinician, provider, at)
  const items = await withTx(database.app, systemActor, (tx) =>
    tx.select().from(checklistItems).where(eq(checklistItems.caseId, caseId)),
  )
  const ahead = items.filter((one) => !['authorisation', 'consent', 'side_confirmed'].includes(one.code))
  for (const { id: itemId, resolver } of ahead) {
    const who = resolver === 'clinician' ? provider : scheduler
    await run(settleItem, who, at, { caseId, itemId, state: 'done', proof: 'Checked on the phone' })
  }
  return scheduler
}

async function answerAlarm(run: Run, { patient, provider }: Pick<Consult, 'patient' | 'provider'>, at: Date) {
  const [entry] = (await run(urgentQueue, provider, at)).filter((one) => one.patient.id === patient.id)
  if (!entry) throw new Error('The alarming entry raised nothing')
  const itemId = entry.id
  await run(escalateUrgent, systemActor, at, { urgentItemId: itemId })
  await run(diaryAlarms, provider, at, { itemIds: [itemId] })
  await run(urgentItem, provider, at, { itemId })
  await run(openEmergency, patient, at)
  await run(replyUrgent, patient, at, { itemId, reply: 'called_911' })
  await run(takeUrgent, provider, at, { itemId })
  await run(closeUrgent, provider, at, { itemId, outcome: 'Seen in the emergency room' })
  return itemId
}

async function followUp(
  run: Run,
  { patient, provider }: Pick<Consult, 'patient' | 'provider'>,
  visitId: string,
  at: Date,
) {
  await comeIn(run, { patient, provider, visitId, at, state: 'WI' })
  await run(takeMeasures, provider, at, { visitId, average: 2, now: 2, pegEnjoyment: 2, pegActivity: 2 })
  await run(readFollowUp, provider, at, { visitId })
  await run(decideNextStep, provider, at, { visitId, nextStep: 'rehab_and_wait', reason: 'Journey next step' })
  await run(endVisit, provider, minutesAfter(at, 20), { visitId })
}

/** From the ordered case to the decided follow-up. */
export async function procedureJourney(database: TestDatabase, run: Run, consult: Consult) {
  const { patient, caseId, endedAt: at } = consult
  const scheduler = await clearCase(database, run, consult, at)
  await run(readCase, scheduler, at, { caseId })
  await run(listProviders, scheduler, at)
  const { times } = await run(findTimes, scheduler, at, { caseId })
  const [first, second] = times
  if (!first || !second) throw new Error('nothing is free')
  const place = (time: typeof first) => ({
    caseId,
    providerId: time.provider.id,
    roomId: time.room.id,
    cArmId: time.cArm.id,
    startsAt: time.startsAt,
  })
  const { procedureId } = await run(bookProcedure, scheduler, at, place(second))
  await run(moveProcedure, scheduler, at, place(first))
  const { startsAt } = first
  await run(readOwnProcedure, patient, at)
  await run(keepProcedure, patient, at, { startsAt })
  await run(nameDriver, patient, at, { name: 'Journey Driver', phone: '612-555-0150' })
  const recordedAt = minutesAfter(startsAt, 60)
  await run(readProcedure, scheduler, recordedAt, { procedureId })
  const clock = (date: Date) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Chicago', hour: '2-digit', minute: '2-digit' }).format(date)
  await run(recordProcedure, scheduler, recordedAt, {
    procedureId,
    sideSaid: 'right',
    needleIn: clock(minutesAfter(startsAt, 10)),
    needleOut: clock(minutesAfter(startsAt, 20)),
    painBefore: 7,
    painAfter: 1,
    averageBefore: 6,
    consentSeen: 'on',
  })
  const dayAfter = minutesAfter(startsAt, day)
  await run(readDiary, patient, recordedAt)
  await run(remindDiary, systemActor, dayAfter, { procedureId, slot: 'd1' })
  const entry = { painNow: 6, didActivity: null, painDuringActivity: null, words: 'Journey diary words' }
  await run(writeEntry, patient, dayAfter, { ...entry, slot: 'd1', numbOrWeak: 'both_legs', fever: 'yes' })
  const urgentItemId = await answerAlarm(run, consult, dayAfter)
  const [visit] = await database.owner`select id, starts_at from visits where procedure_id = ${procedureId}`
  const followUpId = String(visit?.['id'])
  await followUp(run, consult, followUpId, visit?.['starts_at'] as Date)
  return {
    ...consult,
    scheduler,
    procedureId,
    urgentItemId,
    followUpId,
    recordedAt,
    over: minutesAfter(startsAt, 15 * day),
  }
}
