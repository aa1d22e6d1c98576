import { aPerson } from '../factories/a-person'
import { systemActor } from '~/domain/people/actor'
import { bookProcedure } from '~/features/case/book-procedure.server'
import { cancelProcedure } from '~/features/case/cancel-procedure.server'
import { findTimes } from '~/features/case/find-times.server'
import { cancelOrder } from '~/features/order/cancel-order.server'
import { orderInjection } from '~/features/order/order-injection.server'
import { cancelVisit } from '~/features/schedule/cancel-visit.server'
import { openUrgent } from '~/features/urgent/open-urgent.server'
import { endVisit } from '~/features/visit/end-visit.server'
import { missVisit } from '~/features/visit/miss-visit.server'
import type { TestDatabase } from './database'
import { bookFirst, comeIn, minutesAfter, sendIntake } from './journey'
import type { consultJourney, Run } from './journey'
import { clearCase } from './journey-procedure'
import { testNow } from './context'

type Consult = Awaited<ReturnType<typeof consultJourney>>

/** What does not go as planned: a cancelled and a missed visit, a cancelled procedure and its order taken back, a call. */
export async function endsJourney(database: TestDatabase, run: Run, provider: Consult['provider']) {
  const patient = await aPerson(database, { name: 'Journey Other' })
  const intakeId = await sendIntake(run, patient, testNow)
  const first = await bookFirst(run, patient, provider.id, testNow)
  await run(cancelVisit, patient, testNow, { visitId: first.visitId })
  const second = await bookFirst(run, patient, provider.id, testNow)
  const missed = { visitId: second.visitId, startsAt: second.startsAt.toISOString() }
  await run(missVisit, systemActor, minutesAfter(second.startsAt, 21), missed)
  const at = minutesAfter(second.startsAt, 60)
  const { visitId, startsAt } = await bookFirst(run, patient, provider.id, at)
  await comeIn(run, { patient, provider, visitId, at: startsAt })
  const order = { visitId, side: 'right', intent: 'diagnostic', reason: 'Journey reason' } as const
  const { caseId } = await run(orderInjection, provider, startsAt, order)
  await run(endVisit, provider, minutesAfter(startsAt, 20), { visitId })
  const scheduler = await clearCase(database, run, { caseId, provider }, startsAt)
  const { times } = await run(findTimes, scheduler, startsAt, { caseId })
  const time = times.at(-1)
  if (!time) throw new Error('nothing is free')
  const place = { providerId: time.provider.id, roomId: time.room.id, cArmId: time.cArm.id, startsAt: time.startsAt }
  await run(bookProcedure, scheduler, startsAt, { caseId, ...place })
  await run(cancelProcedure, scheduler, startsAt, { caseId, why: 'Journey ends' })
  await run(cancelOrder, provider, startsAt, { visitId, reason: 'Journey ends' })
  const call = {
    patientId: patient.id,
    urgency: 'same_day',
    source: 'triage',
    sourceId: intakeId,
    code: 'redflag:infection',
  } as const
  await run(openUrgent, systemActor, startsAt, call)
  return { patient }
}
