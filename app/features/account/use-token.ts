import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { people, personTokens } from '@db/schema/people'
import { hashToken } from '@db/token'
import type { Role } from '~/domain/people/actor'

type Purpose = (typeof personTokens.$inferSelect)['purpose']

const standing = (raw: string, purpose: Purpose, now: Date) =>
  and(
    eq(personTokens.tokenHash, hashToken(raw)),
    eq(personTokens.purpose, purpose),
    isNull(personTokens.usedAt),
    gt(personTokens.expiresAt, now),
  )

/** Whether a mailed link still stands, without using it. */
export async function tokenStands(tx: Tx, raw: string, purpose: Purpose, now: Date): Promise<boolean> {
  const rows = await tx
    .select({ personId: personTokens.personId })
    .from(personTokens)
    .where(standing(raw, purpose, now))
  return rows.length > 0
}

/** Uses a mailed link up, once, and tells whose it is; null when it is unknown, used, expired or its owner is disabled. */
export async function useToken(
  tx: Tx,
  raw: string,
  purpose: Purpose,
  now: Date,
): Promise<{ id: string; role: Role; email: string | null } | null> {
  const [used] = await tx
    .update(personTokens)
    .set({ usedAt: now })
    .where(standing(raw, purpose, now))
    .returning({ personId: personTokens.personId })
  if (!used) return null
  const [person] = await tx
    .select({ id: people.id, role: people.role, email: people.email })
    .from(people)
    .where(and(eq(people.id, used.personId), isNull(people.disabledAt)))
  return person ?? null
}
