import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import type { OfferedTime } from '~/domain/schedule/offered-times'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { consultOfferFor } from './consult-offer'
import { lockPatient } from './lock-patient'
import { placeHold } from './place-hold.server'
import { readGate } from '@db/read-gate'
import { readHold } from './read-hold'
import type { HeldTime } from './read-hold'
import { TimeTaken } from './time-taken'

const takenMessage = 'Someone has just taken this time.'
const notOfferedMessage = 'This time is no longer offered.'

const findTime = (times: readonly OfferedTime[], wish: { providerId: string; startsAt: Date }) =>
  times.find((time) => time.providerId === wish.providerId && +time.from === +wish.startsAt)

type Refused = Refusal<'taken' | 'notOffered' | 'notNow'>

/**
 * Keeps a free consult time for the asking patient for ten minutes. The database decides who was first; whoever was not is
 * told `taken` and keeps what they held before.
 */
export async function holdConsult(
  context: Context,
  wish: { providerId: string; startsAt: Date },
): Promise<HeldTime | Refused> {
  try {
    return await transact(context, async (tx) => {
      const patientId = context.actor.id
      await lockPatient(tx, patientId)
      const gate = await readGate(tx, patientId)
      if (gate.kind !== 'open') return refuse('notNow', 'You cannot book a visit now.')
      const held = await readHold(tx, patientId, 'consult', context.now)
      if (held && held.providerId === wish.providerId && +held.startsAt === +wish.startsAt) return held
      const asked = { patientId, state: gate.homeState, urgency: gate.urgency, hold: held }
      const { times } = await consultOfferFor(tx, context, asked)
      const time = findTime(times, wish)
      if (!time) {
        const all = await consultOfferFor(tx, context, { ...asked, urgency: 'routine', evenTaken: true })
        if (findTime(all.times, wish)) throw new TimeTaken()
        return refuse('notOffered', notOfferedMessage)
      }
      return placeHold(tx, context, {
        purpose: 'consult',
        providerId: time.providerId,
        startsAt: time.from,
        endsAt: time.to,
      })
    })
  } catch (error) {
    if (error instanceof TimeTaken) return refuse('taken', takenMessage)
    throw error
  }
}
