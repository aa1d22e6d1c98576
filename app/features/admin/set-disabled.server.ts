import { eq } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { people } from '@db/schema/people'
import { endSessionsOf } from '@db/sessions'
import { isOpaqueId } from '~/domain/opaque-id'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '../context'
import type { Context } from '../context'

type Wish = { personId: string; disabled: boolean }

/** Closes a person's account, which ends every session and stream of theirs at once, or opens it again. */
export async function setDisabled(
  context: Context,
  wish: Wish,
): Promise<{ name: string } | Refusal<'missing' | 'yourself'>> {
  if (!isOpaqueId(wish.personId)) return refuse('missing', 'There is no such person.')
  if (wish.personId === context.actor.id) return refuse('yourself', 'Ask another admin to disable your own account.')
  return transact(context, async (tx) => {
    const [person] = await tx
      .update(people)
      .set({ disabledAt: wish.disabled ? context.now : null })
      .where(eq(people.id, wish.personId))
      .returning({ name: people.name, role: people.role })
    if (!person) return refuse('missing', 'There is no such person.')
    if (wish.disabled) await endSessionsOf(tx, wish.personId)
    await recordAudit(tx, context, {
      did: wish.disabled ? 'person.disable' : 'person.enable',
      patientId: person.role === 'patient' ? wish.personId : null,
      thing: 'person',
      thingId: wish.personId,
      fields: ['disabled_at'],
    })
    await announce(tx, { topic: 'people' })
    return { name: person.name }
  })
}
