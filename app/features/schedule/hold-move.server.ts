import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { mayChange } from '~/domain/schedule/may-change'
import type { OfferedTime } from '~/domain/schedule/offered-times'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { lockPatient } from './lock-patient'
import { moveOffer } from './move-offer'
import { ownVisit } from './own-visit'
import { placeHold } from './place-hold.server'
import { readHold } from './read-hold'
import type { HeldTime } from './read-hold'
import { TimeTaken } from './time-taken'

type Wish = { visitId: string; providerId: string; startsAt: Date }
type Refused = Refusal<'missing' | 'tooLate' | 'taken' | 'notOffered'>

const findTime = (times: readonly OfferedTime[], wish: Wish) =>
  times.find((time) => time.providerId === wish.providerId && +time.from === +wish.startsAt)

/** Keeps another time for a booked visit for ten minutes. The booked time stays until the move is confirmed. */
export async function holdMove(context: Context, wish: Wish): Promise<HeldTime | Refused> {
  try {
    return await transact(context, async (tx) => {
      const patientId = context.actor.id
      await lockPatient(tx, patientId)
      const own = await ownVisit(tx, patientId, wish.visitId, true)
      if (!own) return refuse('missing', 'There is no such visit.')
      if (!mayChange(own.visit, context.now)) return refuse('tooLate', 'This visit cannot be moved any more.')
      const hold = await readHold(tx, patientId, 'reschedule', context.now)
      if (hold && hold.providerId === wish.providerId && +hold.startsAt === +wish.startsAt) return hold
      const { times } = await moveOffer(tx, context, own, { hold })
      const time = findTime(times, wish)
      if (!time) {
        const all = await moveOffer(tx, context, own, { hold, evenTaken: true })
        if (findTime(all.times, wish)) throw new TimeTaken()
        return refuse('notOffered', 'This time is not offered for this visit.')
      }
      return placeHold(tx, context, {
        purpose: 'reschedule',
        providerId: time.providerId,
        startsAt: time.from,
        endsAt: time.to,
      })
    })
  } catch (error) {
    if (error instanceof TimeTaken) return refuse('taken', 'Someone has just taken this time.')
    throw error
  }
}
