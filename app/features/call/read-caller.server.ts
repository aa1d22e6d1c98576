import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { intakes } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { isOpaqueId } from '~/domain/opaque-id'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

export type Caller = {
  readonly id: string
  readonly name: string
  readonly bornOn: string | null
  readonly phone: string | null
  readonly homeState: string | null
  readonly hasEmail: boolean
  /** Since when an intake by phone is open; what the person answers in the portal does not show here. */
  readonly open: { readonly id: string; readonly startedAt: Date; readonly savedAt: Date } | null
}

/** The person on the line, before the first question of a call. Refuses `missing`. */
export function readCaller(context: Context, wish: { patientId: string }): Promise<Caller | Refusal<'missing'>> {
  return transact(context, async (tx) => {
    const missing = refuse('missing', 'There is no such patient.')
    if (!may.askByPhone(context.actor) || !isOpaqueId(wish.patientId)) return missing
    const [person] = await tx
      .select({
        id: people.id,
        name: people.name,
        bornOn: people.bornOn,
        phone: people.phone,
        homeState: people.homeState,
        email: people.email,
      })
      .from(people)
      .where(and(eq(people.id, wish.patientId), eq(people.role, 'patient'), isNull(people.disabledAt)))
    if (!person) return missing
    await recordAudit(tx, context, { did: 'person.read', patientId: person.id, thing: 'person', thingId: person.id })
    const [open] = await tx
      .select({ id: intakes.id, startedAt: intakes.startedAt, savedAt: intakes.savedAt })
      .from(intakes)
      .where(and(eq(intakes.patientId, person.id), isNull(intakes.submittedAt)))
    const { email, ...known } = person
    return { ...known, hasEmail: email !== null, open: open ?? null }
  })
}
