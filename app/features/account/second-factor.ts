import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { credentials } from '@db/schema/people'
import type { SecretBox } from '~/adapters/secret-box.server'
import { stepOfCode } from '~/adapters/totp.server'

/** The sealed secret, whether it is confirmed, and real time as the database knows it. */
export async function readSecret(tx: Tx, personId: string) {
  const [row] = await tx
    .select({
      secret: credentials.totpSecret,
      confirmedAt: credentials.totpConfirmedAt,
      passwordHash: credentials.passwordHash,
      realNow: sql<string>`clock_timestamp()`,
    })
    .from(credentials)
    .where(eq(credentials.personId, personId))
  return row
}

/** Whether the code is right now and was never used: its time step is taken by one statement, so that of two only one wins. */
export async function takeCode(tx: Tx, box: SecretBox, personId: string, code: string): Promise<boolean> {
  const row = await readSecret(tx, personId)
  const secret = row?.secret ? box.open(row.secret) : null
  if (!row || !secret) return false
  const step = stepOfCode(secret, code, new Date(row.realNow))
  if (step === null) return false
  const taken = await tx
    .update(credentials)
    .set({ totpLastStep: step })
    .where(
      and(eq(credentials.personId, personId), or(isNull(credentials.totpLastStep), lt(credentials.totpLastStep, step))),
    )
    .returning({ personId: credentials.personId })
  return taken.length > 0
}
