import { aClinic } from '../factories/a-clinic'
import { anArrival } from '../factories/an-arrival'
import { aPerson } from '../factories/a-person'
import { examples } from '~/domain/intake/examples'
import type { QuestionKey } from '~/domain/intake/instrument'
import { emptyNote } from '~/domain/note/note-body'
import { systemActor, visitorActor } from '~/domain/people/actor'
import type { Actor } from '~/domain/people/actor'
import type { Refusal } from '~/domain/refusal'
import { wasRefused } from '~/domain/refusal'
import { roomName } from '~/domain/visit/room-name'
import type { Context } from '~/features/context'
import { chooseTimeZone } from '~/features/schedule/choose-time-zone.server'
import { confirmConsult } from '~/features/schedule/confirm-consult.server'
import { confirmMove } from '~/features/schedule/confirm-move.server'
import { holdConsult } from '~/features/schedule/hold-consult.server'
import { holdMove } from '~/features/schedule/hold-move.server'
import { readBookedVisit } from '~/features/schedule/read-booked-visit.server'
import { readBooking } from '~/features/schedule/read-booking.server'
import { readMove } from '~/features/schedule/read-move.server'
import { readCare } from '~/features/care/read-care.server'
import { readChart } from '~/features/chart/read-chart.server'
import { readSummary } from '~/features/care/read-summary.server'
import { admitGuest } from '~/features/guest/admit-guest.server'
import { answerGuest } from '~/features/guest/answer-guest.server'
import { askToJoin } from '~/features/guest/ask-to-join.server'
import { inviteGuest } from '~/features/guest/invite-guest.server'
import { openInvitation } from '~/features/guest/open-invitation.server'
import { readGuestVisit } from '~/features/guest/read-guest-visit.server'
import { removeGuest } from '~/features/guest/remove-guest.server'
import { nextStep } from '~/features/intake/next-step.server'
import { readDraft } from '~/features/intake/read-draft.server'
import { saveAnswers } from '~/features/intake/save-answers.server'
import { startIntake } from '~/features/intake/start-intake.server'
import { listSentPapers } from '~/features/intake/list-sent-papers.server'
import { submitIntake } from '~/features/intake/submit-intake.server'
import { addAddendum } from '~/features/note/add-addendum.server'
import { saveNote } from '~/features/note/save-note.server'
import { signNote } from '~/features/note/sign-note.server'
import { orderInjection } from '~/features/order/order-injection.server'
import { previewOrder } from '~/features/order/preview-order.server'
import { admit } from '~/features/visit/admit.server'
import { arrive } from '~/features/visit/arrive.server'
import { beatWaiting } from '~/features/visit/beat-waiting.server'
import { changeCallBack } from '~/features/visit/change-call-back.server'
import { closeRoom } from '~/features/visit/close-room.server'
import { comeBack } from '~/features/visit/come-back.server'
import { endVisit } from '~/features/visit/end-visit.server'
import { leaveWaiting } from '~/features/visit/leave-waiting.server'
import { mintTicket } from '~/features/visit/mint-ticket.server'
import { readCareVisit } from '~/features/visit/read-care-visit.server'
import { readStage } from '~/features/visit/read-stage.server'
import { readVisitTime } from '~/features/visit/read-visit-time.server'
import { reconcilePresence } from '~/features/visit/reconcile-presence.server'
import { remindVisit } from '~/features/visit/remind-visit.server'
import { stepAway } from '~/features/visit/step-away.server'
import { takeMediaEvent } from '~/features/visit/take-media-event.server'
import { toPhone } from '~/features/visit/to-phone.server'
import { toVideo } from '~/features/visit/to-video.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { worklist } from '~/features/worklist/worklist.server'
import { testNow } from './context'
import type { TestDatabase } from './database'
import { handInPapers } from './journey-papers'
import { reviewIntake } from './journey-triage'

/** Calls one verb as this person at this moment; a refusal ends the journey. */
export type Run = <Wish extends unknown[], Result>(
  verb: (context: Context, ...wish: Wish) => Promise<Result>,
  who: Actor,
  at: Date,
  ...wish: Wish
) => Promise<Exclude<Result, Refusal>>

/** Runs verbs with contexts made here; `seen` hears of every verb that answered. */
export function runner(contextOf: (who: Actor, at: Date) => Context, seen: (verb: unknown) => void = () => {}): Run {
  return async (verb, who, at, ...wish) => {
    const answer = await verb(contextOf(who, at), ...wish)
    if (wasRefused(answer)) throw new Error(`${verb.name}: ${answer.refused}, ${answer.message}`)
    seen(verb)
    return answer as Exclude<typeof answer, Refusal>
  }
}

export const minutesAfter = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000)

const writtenNote = {
  ...emptyNote,
  history: 'Journey history',
  assessment: 'Journey assessment',
  plan: 'Journey plan',
  patientSummary: 'Journey words',
}

/** Answers every question of the first example and sends the whole. */
export async function sendIntake(run: Run, patient: Actor, at: Date): Promise<string> {
  const { id: intakeId } = await run(startIntake, patient, at)
  const { draft } = await run(readDraft, patient, at)
  const [example] = Object.values(examples)
  const answers = (Object.entries(example?.answers ?? {}) as [QuestionKey, never][]).map(([key, value]) => ({
    key,
    value,
    base: draft?.stored.get(key)?.version ?? 0,
  }))
  await run(saveAnswers, patient, at, { intakeId, answers })
  await handInPapers(run, patient, at, intakeId)
  await run(submitIntake, patient, at, { intakeId })
  await run(listSentPapers, patient, at)
  return intakeId
}

/** Holds and confirms the first free time of this provider after tomorrow. */
export async function bookFirst(run: Run, patient: Actor, providerId: string, at: Date) {
  const booking = await run(readBooking, patient, at)
  if (!('offer' in booking)) throw new Error(`booking is closed: ${booking.gate.kind}`)
  const time = booking.offer.times.find((one) => one.providerId === providerId && one.from > minutesAfter(at, 48 * 60))
  if (!time) throw new Error('nothing is free')
  const hold = await run(holdConsult, patient, at, { providerId, startsAt: time.from })
  const { visitId } = await run(confirmConsult, patient, at, { holdId: hold.id })
  return { visitId, startsAt: time.from }
}

async function book(run: Run, patient: Actor, providerId: string) {
  const at = testNow
  await run(nextStep, patient, at)
  await run(chooseTimeZone, patient, at, { timeZone: 'America/Chicago' })
  const { visitId } = await bookFirst(run, patient, providerId, at)
  await run(readBookedVisit, patient, at, { visitId })
  const { offer } = await run(readMove, patient, at, { visitId })
  const other = offer.times.findLast((one) => one.providerId === providerId)
  if (!other) throw new Error('no other time is free')
  const hold = await run(holdMove, patient, at, { visitId, providerId, startsAt: other.from })
  await run(confirmMove, patient, at, { visitId, holdId: hold.id })
  await run(remindVisit, systemActor, at, { visitId, startsAt: other.from.toISOString() })
  await run(readCare, patient, at)
  return { visitId, startsAt: other.from }
}

/** The patient at the door of a visit, and let in. `state` is where they say they are. */
export async function comeIn(
  run: Run,
  {
    patient,
    provider,
    visitId,
    at,
    state = 'MN',
  }: { patient: Actor; provider: Actor; visitId: string; at: Date; state?: string },
) {
  await run(arrive, patient, at, { visitId, form: anArrival({ state }), camera: 'works', microphone: 'works' })
  const override = state === 'MN' ? undefined : { kind: 'follow_up_of_care' as const, reason: 'Care began at home' }
  await run(admit, provider, at, { visitId, override })
}

async function wait(run: Run, patient: Actor, visitId: string, at: Date) {
  const form = anArrival()
  await run(arrive, patient, at, { visitId, form, camera: 'works', microphone: 'works' })
  for (const verb of [stepAway, comeBack, beatWaiting, leaveWaiting]) await run(verb, patient, at, { visitId })
  await run(arrive, patient, at, { visitId, form, camera: 'works', microphone: 'works' })
  await run(readCareVisit, patient, at, { visitId })
  await run(changeCallBack, patient, at, { visitId, phone: '612-555-0148' })
}

async function takeAGuest(
  run: Run,
  { patient, provider, visitId, at }: { patient: Actor; provider: Actor; visitId: string; at: Date },
) {
  const invitation = { visitId, kind: 'family', name: 'Journey Guest', email: 'guest@example.test' } as const
  const { guestId, token } = await run(inviteGuest, provider, at, invitation)
  const { actor: guest } = await run(openInvitation, visitorActor, at, { token })
  await run(askToJoin, guest, at)
  await run(answerGuest, patient, at, { guestId, yes: true })
  await run(admitGuest, provider, at, { visitId, guestId })
  await run(readGuestVisit, guest, at)
  await run(mintTicket, guest, at, { visitId })
  return guest
}

/** From registration to the signed note of a consult with an order, by the verbs that the pages call. */
export async function consultJourney(database: TestDatabase, run: Run) {
  const provider = await aPerson(database, { role: 'provider', name: 'Dr. Journey Provider' })
  const clinic = await aClinic(database, provider)
  const patient = await aPerson(database, { name: 'Journey Patient' })
  const intakeId = await sendIntake(run, patient, testNow)
  const { visitId, startsAt } = await book(run, patient, provider.id)
  await wait(run, patient, visitId, minutesAfter(startsAt, -10))
  const at = startsAt
  await run(watchClinic, provider, at)
  await run(worklist, provider, at)
  await run(admit, provider, at, { visitId })
  await run(readStage, provider, at, { visitId })
  await run(readChart, provider, at, { visitId })
  const colleague = await aPerson(database, { role: 'provider', name: 'Dr. Journey Colleague' })
  await reviewIntake(run, { provider, colleague, visitId, at })
  for (const who of [patient, provider]) await run(mintTicket, who, at, { visitId })
  const room = roomName(visitId, 1)
  const told = { id: `EV_${visitId}`, event: 'participant_joined', room, at }
  await run(takeMediaEvent, systemActor, at, {
    ...told,
    participant: { sid: `PA_${visitId}`, identity: patient.id, joinedAt: at },
  })
  await run(reconcilePresence, systemActor, at, { visitId })
  const guest = await takeAGuest(run, { patient, provider, visitId, at })
  await run(removeGuest, patient, at, { visitId, guestId: guest.id })
  await run(toPhone, patient, at, { visitId })
  await run(toVideo, provider, minutesAfter(at, 1), { visitId })
  await run(saveNote, provider, at, { visitId, version: 0, body: { ...writtenNote, plan: '' } })
  await run(previewOrder, provider, at, { visitId })
  const order = { visitId, side: 'right', intent: 'diagnostic', reason: 'Journey reason' } as const
  const { orderId, caseId } = await run(orderInjection, provider, at, order)
  const end = minutesAfter(at, 25)
  await run(endVisit, provider, end, { visitId })
  await run(closeRoom, systemActor, end, { visitId, room })
  await run(readVisitTime, provider, end, { visitId })
  await run(signNote, provider, end, { visitId, version: 1, body: writtenNote })
  await run(addAddendum, provider, end, { visitId, body: 'Journey addendum' })
  await run(readSummary, patient, end, { visitId })
  return { patient, provider, ...clinic, intakeId, visitId, guest, orderId, caseId, endedAt: end }
}
