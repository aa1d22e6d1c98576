import { and, asc, eq } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { intakeAnswers, triageResults, urgentItems } from '@db/schema/intake'
import { people } from '@db/schema/people'
import type { Context } from '~/features/context'
import { reasonsOf, saidOf } from './urgent-entry'
import type { UrgentEntry } from './urgent-entry'

const owners = alias(people, 'owners')

/** The matching calls with what a clinician must know of each: emergencies first, then what is due first. Each is recorded as read. */
export async function readEntries(tx: Tx, context: Context, which: SQL): Promise<UrgentEntry[]> {
  const rows = await tx
    .select({
      item: urgentItems,
      patient: {
        id: people.id,
        name: people.name,
        bornOn: people.bornOn,
        phone: people.phone,
        homeState: people.homeState,
      },
      ownerName: owners.name,
      value: intakeAnswers.value,
      result: triageResults.result,
    })
    .from(urgentItems)
    .innerJoin(people, eq(people.id, urgentItems.patientId))
    .leftJoin(owners, eq(owners.id, urgentItems.ownerId))
    .leftJoin(
      intakeAnswers,
      and(eq(intakeAnswers.intakeId, urgentItems.sourceId), eq(intakeAnswers.questionKey, urgentItems.questionKey)),
    )
    .leftJoin(triageResults, eq(triageResults.intakeId, urgentItems.sourceId))
    .where(which)
    .orderBy(asc(urgentItems.urgency), asc(urgentItems.dueAt))
  await recordAudit(
    tx,
    context,
    rows.map(({ item }) => ({
      did: 'urgent.read',
      patientId: item.patientId,
      thing: 'urgent_item',
      thingId: item.id,
      fields: item.questionKey ? [item.questionKey] : undefined,
    })),
  )
  return rows.map(({ item, patient, ownerName, value, result }) => ({
    id: item.id,
    patient,
    urgency: item.urgency,
    source: item.source,
    sourceId: item.sourceId,
    code: item.code,
    questionKey: item.questionKey,
    said: saidOf(item.questionKey, value),
    reasons: reasonsOf(result),
    openedAt: item.openedAt,
    dueAt: item.dueAt,
    owner: item.ownerId ? { id: item.ownerId, name: ownerName ?? '' } : null,
    takenAt: item.takenAt,
    reply: item.reply,
    repliedAt: item.repliedAt,
    mistakeSaidAt: item.mistakeSaidAt,
    closedAt: item.closedAt,
    outcome: item.outcome,
  }))
}
