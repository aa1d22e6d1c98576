import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { enqueue } from '@db/enqueue'
import { urgentItems } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { sendMail } from '@db/send-mail'
import { paths } from '~/domain/paths'
import { nextAlertAt } from '~/domain/urgent/alert-at'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/**
 * Job: while nobody has taken the call, every page of the staff hears of it again and every clinician gets a mail, which
 * says nothing about the person. Queues itself again until somebody takes it. Returns how many were told.
 */
export function escalateUrgent(context: Context, wish: { urgentItemId: string }): Promise<{ told: number }> {
  return transact(context, async (tx) => {
    const [item] = await tx
      .select()
      .from(urgentItems)
      .where(and(eq(urgentItems.id, wish.urgentItemId), isNull(urgentItems.takenAt), isNull(urgentItems.closedAt)))
      .for('update')
    if (!item) return { told: 0 }
    const clinicians = await tx
      .select({ id: people.id, email: people.email })
      .from(people)
      .where(and(eq(people.role, 'provider'), isNull(people.disabledAt), isNotNull(people.emailVerifiedAt)))
    for (const clinician of clinicians) {
      await sendMail(tx, context, {
        toAddress: clinician.email,
        personId: clinician.id,
        subject: 'The worklist needs you now',
        body: [
          'Someone is waiting for a call and nobody has taken it yet.',
          `Open your worklist: ${context.clinic.origin}${paths.worklist()}`,
        ].join('\n\n'),
      })
    }
    await announce(tx, { topic: 'urgent', patientId: item.patientId })
    await recordAudit(tx, context, {
      did: 'urgent.escalate',
      patientId: item.patientId,
      thing: 'urgent_item',
      thingId: item.id,
    })
    const runAt = nextAlertAt(item, context.now)
    await enqueue(tx, 'escalate-urgent', { urgentItemId: item.id }, { key: `escalate-urgent:${item.id}`, runAt })
    return { told: clinicians.length }
  })
}
