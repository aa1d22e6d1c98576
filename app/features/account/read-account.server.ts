import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { people, sessions } from '@db/schema/people'
import { sessionLimits } from '~/domain/people/session-limits'
import type { Role } from '~/domain/people/actor'
import { idleMinutes } from '~/domain/people/session-limits'
import { transact } from '../context'
import type { Context } from '../context'

/** The person's own account: who they are to the clinic and where they are signed in. */
export function readAccount(context: Context, wish: { sessionId: string; role: Role }) {
  const personId = context.actor.id
  return transact(context, async (tx) => {
    const [person] = await tx
      .select({ name: people.name, bornOn: people.bornOn, email: people.email, phone: people.phone })
      .from(people)
      .where(eq(people.id, personId))
    if (!person) throw new Error('The signed-in person is not there.')
    const open = await tx
      .select({ id: sessions.id, lastSeenAt: sessions.lastSeenAt })
      .from(sessions)
      .where(
        and(
          eq(sessions.personId, personId),
          isNull(sessions.endedAt),
          gt(sessions.createdAt, sql`clock_timestamp() - make_interval(hours => ${sessionLimits.absolute.hours})`),
          gt(sessions.lastSeenAt, sql`clock_timestamp() - make_interval(mins => ${idleMinutes(wish.role)})`),
        ),
      )
      .orderBy(desc(sessions.lastSeenAt))
    await recordAudit(tx, context, {
      did: 'person.read-own',
      patientId: wish.role === 'patient' ? personId : null,
      thing: 'person',
      thingId: personId,
    })
    const others = open.filter((session) => session.id !== wish.sessionId)
    return { ...person, otherDevices: others.map((session) => ({ lastSeenAt: session.lastSeenAt })) }
  })
}
