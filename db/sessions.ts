import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Role } from '~/domain/people/actor'
import { announce } from './announce'
import type { Tx } from './client'
import { sessions } from './schema/people'
import { newToken } from './token'

const realNow = sql`clock_timestamp()`

/** A new session in real time; returns the token for the cookie, which is stored nowhere. */
export async function openSession(
  tx: Tx,
  wish: { personId: string; role: Role; secondFactor: boolean },
): Promise<string> {
  const token = newToken()
  await tx.insert(sessions).values({
    tokenHash: token.hash,
    personId: wish.personId,
    role: wish.role,
    createdAt: realNow,
    lastSeenAt: realNow,
    secondFactorAt: wish.secondFactor ? realNow : null,
  })
  return token.raw
}

/** Ends one session: its cookie opens nothing any more and its streams close. */
export async function endSession(tx: Tx, session: { id: string; personId: string }): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: realNow })
    .where(and(eq(sessions.id, session.id), isNull(sessions.endedAt)))
  await announce(tx, { topic: 'session', patientId: session.personId })
}

/** Ends every session of a person, or all but one. */
export async function endSessionsOf(tx: Tx, personId: string, exceptId?: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: realNow })
    .where(
      and(eq(sessions.personId, personId), isNull(sessions.endedAt), exceptId ? ne(sessions.id, exceptId) : undefined),
    )
  await announce(tx, { topic: 'session', patientId: personId })
}
