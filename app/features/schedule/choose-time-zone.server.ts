import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { people } from '@db/schema/people'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { isOfferedZone } from '~/domain/time/offered-zones'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** The zone in which the asking patient wants to read times. */
export function chooseTimeZone(
  context: Context,
  wish: { timeZone: string },
): Promise<{ timeZone: string } | Refusal<'zone'>> {
  return transact(context, async (tx) => {
    if (!isOfferedZone(wish.timeZone)) return refuse('zone', 'Choose a time zone from the list.', 'timeZone')
    const patientId = context.actor.id
    await tx.update(people).set({ timeZone: wish.timeZone }).where(eq(people.id, patientId))
    await recordAudit(tx, context, {
      did: 'person.change',
      patientId,
      thing: 'person',
      thingId: patientId,
      fields: ['time_zone'],
    })
    return { timeZone: wish.timeZone }
  })
}
