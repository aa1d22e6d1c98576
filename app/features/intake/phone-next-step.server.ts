import { and, eq, gte, inArray, or } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { readOpenUrgent } from '@db/read-open-urgent'
import { readStanding } from '@db/read-standing'
import { intakes } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { visits } from '@db/schema/visits'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { needsCall } from '~/domain/triage/judge-override'
import { needsNow } from '~/domain/urgent/needs-now'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

type Next =
  | { readonly kind: 'emergency' }
  | { readonly kind: 'call'; readonly dueAt: Date; readonly takenBy: string | null }
  | { readonly kind: 'book'; readonly priority: boolean; readonly called: boolean }
  | { readonly kind: 'underway'; readonly startsAt: Date }

export type PhoneNextStep = {
  readonly patient: {
    readonly name: string
    readonly phone: string | null
    readonly hasEmail: boolean
    readonly timeZone: string
  }
  readonly sentAt: Date
  readonly next: Next
}

/** What whoever asked by phone tells the person after sending: what they do and what we do, never a result. Refuses `missing` and `open`. */
export function phoneNextStep(
  context: Context,
  wish: { intakeId: string },
): Promise<PhoneNextStep | Refusal<'missing' | 'open'>> {
  return transact(context, async (tx) => {
    const missing = refuse('missing', 'There is no such intake.')
    if (!may.askByPhone(context.actor)) return missing
    const [row] = await tx
      .select({
        id: intakes.id,
        submittedAt: intakes.submittedAt,
        patientId: people.id,
        name: people.name,
        phone: people.phone,
        email: people.email,
        timeZone: people.timeZone,
      })
      .from(intakes)
      .innerJoin(people, eq(people.id, intakes.patientId))
      .where(eq(intakes.id, wish.intakeId))
    if (!row) return missing
    const { patientId, submittedAt } = row
    await recordAudit(tx, context, { did: 'next_step.read', patientId, thing: 'intake', thingId: row.id })
    if (!submittedAt) return refuse('open', 'These questions are not sent yet.')
    const { name, phone, timeZone } = row
    const about = { patient: { name, phone, hasEmail: row.email !== null, timeZone }, sentAt: submittedAt }
    const waiting = await readOpenUrgent(tx, patientId)
    if (waiting.some(needsNow)) return { ...about, next: { kind: 'emergency' } }
    const [call] = waiting
    if (call) {
      const [owner] = call.ownerId
        ? await tx.select({ name: people.name }).from(people).where(eq(people.id, call.ownerId))
        : []
      return { ...about, next: { kind: 'call', dueAt: call.dueAt, takenBy: owner?.name ?? null } }
    }
    const [visit] = await tx
      .select({ startsAt: visits.startsAt })
      .from(visits)
      .where(
        and(
          eq(visits.patientId, patientId),
          or(
            inArray(visits.state, ['booked', 'waiting', 'in_visit']),
            and(eq(visits.state, 'ended'), gte(visits.startsAt, submittedAt)),
          ),
        ),
      )
      .limit(1)
    if (visit) return { ...about, next: { kind: 'underway', startsAt: visit.startsAt } }
    const urgency = (await readStanding(tx, [row.id])).get(row.id) ?? 'routine'
    return { ...about, next: { kind: 'book', priority: urgency !== 'routine', called: needsCall(urgency) } }
  })
}
