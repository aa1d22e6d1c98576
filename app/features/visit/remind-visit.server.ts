import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { people } from '@db/schema/people'
import { visits } from '@db/schema/visits'
import { sendMail } from '@db/send-mail'
import { visitMail } from '~/domain/schedule/visit-mail'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/**
 * Job: reminds a patient of a visit by mail, with a time and a link and nothing else. Says nothing when the visit has moved,
 * was cancelled or has begun, and nothing to a patient without an address, who is reminded by phone. `startsAt` is the time for which the reminder was queued, ISO.
 */
export function remindVisit(context: Context, wish: { visitId: string; startsAt: string }): Promise<{ sent: boolean }> {
  return transact(context, async (tx) => {
    const [row] = await tx
      .select({ visit: visits, email: people.email, zone: people.timeZone })
      .from(visits)
      .innerJoin(people, eq(people.id, visits.patientId))
      .where(eq(visits.id, wish.visitId))
    if (!row) return { sent: false }
    const { visit, email, zone } = row
    const stands =
      visit.state === 'booked' && visit.startsAt.toISOString() === wish.startsAt && visit.startsAt > context.now
    if (!stands) return { sent: false }
    const { subject, body } = visitMail({ ...visit, zone, clinic: context.clinic, news: 'reminder' })
    const mailId = await sendMail(tx, context, { toAddress: email, personId: visit.patientId, subject, body })
    if (!mailId) return { sent: false }
    await recordAudit(tx, context, {
      did: 'visit.remind',
      patientId: visit.patientId,
      thing: 'visit',
      thingId: visit.id,
    })
    return { sent: true }
  })
}
