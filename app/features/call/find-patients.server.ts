import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { intakes } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { namePattern, phoneDigits } from './alike'

export type FoundPatient = {
  readonly id: string
  readonly name: string
  readonly bornOn: string | null
  readonly phone: string | null
  readonly homeState: string | null
  readonly hasEmail: boolean
  /** An intake by phone that is open; what the person answers in the portal does not show here. */
  readonly openIntakeId: string | null
}

const most = 20

/** Patients by name, birth date (`YYYY-MM-DD`) or phone, the first twenty by name. Each one found is recorded as looked at. */
export function findPatients(
  context: Context,
  wish: { name: string; bornOn: string; phone: string },
): Promise<{ found: FoundPatient[]; more: boolean } | Refusal<'too_little'>> {
  const name = namePattern(wish.name)
  const digits = phoneDigits(wish.phone)
  const which: SQL[] = [
    ...(name.length > 0 ? name.map((pattern) => sql`lower(${people.name}) like ${pattern}`) : []),
    ...(wish.bornOn ? [eq(people.bornOn, wish.bornOn)] : []),
    ...(digits ? [sql`regexp_replace(${people.phone}, '[^0-9]', '', 'g') like ${`%${digits}`}`] : []),
  ]
  const enough = wish.name.trim().length >= 2 || wish.bornOn !== '' || digits.length >= 4
  if (!may.askByPhone(context.actor) || !enough)
    return Promise.resolve(
      refuse('too_little', 'Write two letters of the name, the birth date, or the last four digits of the phone.'),
    )
  return transact(context, async (tx) => {
    const found = await lookUp(tx, which, most + 1)
    await recordAudit(
      tx,
      context,
      found.map(({ id }) => ({ did: 'person.find', patientId: id, thing: 'person', thingId: id })),
    )
    return { found: found.slice(0, most), more: found.length > most }
  })
}

/** The patients that fit all of `which`, in the caller's transaction. */
async function lookUp(tx: Tx, which: SQL[], limit: number): Promise<FoundPatient[]> {
  const rows = await tx
    .select({
      id: people.id,
      name: people.name,
      bornOn: people.bornOn,
      phone: people.phone,
      homeState: people.homeState,
      email: people.email,
    })
    .from(people)
    .where(and(eq(people.role, 'patient'), isNull(people.disabledAt), ...which))
    .orderBy(asc(people.name), asc(people.bornOn))
    .limit(limit)
  if (rows.length === 0) return []
  const open = await tx
    .select({ id: intakes.id, patientId: intakes.patientId })
    .from(intakes)
    .where(
      and(
        inArray(
          intakes.patientId,
          rows.map(({ id }) => id),
        ),
        isNull(intakes.submittedAt),
      ),
    )
  return rows.map(({ email, ...row }) => ({
    ...row,
    hasEmail: email !== null,
    openIntakeId: open.find(({ patientId }) => patientId === row.id)?.id ?? null,
  }))
}
