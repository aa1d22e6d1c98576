import { count, eq, isNotNull, and } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { allocations } from '@db/schema/schedule'
import { sendMail } from '@db/send-mail'
import { calendarDocument } from '~/adapters/calendar.server'
import { visitMail } from '~/domain/schedule/visit-mail'
import type { VisitNews } from '~/domain/schedule/visit-mail'
import type { Context } from '~/features/context'

type Told = {
  visit: { id: string; patientId: string; startsAt: Date; endsAt: Date }
  patient: { email: string | null; timeZone: string }
  news: VisitNews
}

/** How often this visit has moved: every move gives the patient's earlier time back. */
async function movesOf(tx: Tx, visit: { id: string; patientId: string }): Promise<number> {
  const [found] = await tx
    .select({ moves: count() })
    .from(allocations)
    .where(
      and(
        eq(allocations.visitId, visit.id),
        eq(allocations.resourceId, visit.patientId),
        isNotNull(allocations.releasedAt),
      ),
    )
  return found?.moves ?? 0
}

/** The calendar entry of a visit as it stands: one UID for life, a sequence that grows with every change. */
export async function visitCalendar(tx: Tx, context: Context, told: Omit<Told, 'news'> & { cancelled: boolean }) {
  const { visit, patient } = told
  const mail = visitMail({ ...visit, zone: patient.timeZone, clinic: context.clinic, news: 'booked' })
  const host = new URL(context.clinic.origin).hostname
  return calendarDocument({
    uid: `${visit.id}@${host}`,
    sequence: await movesOf(tx, visit),
    method: told.cancelled ? 'CANCEL' : 'REQUEST',
    title: mail.entryTitle,
    description: mail.entryText,
    url: mail.link,
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    organizer: { name: context.clinic.name, email: `no-reply@${host}` },
    attendeeEmail: patient.email,
    writtenAt: context.now,
  })
}

/** Mails the patient what became of their visit, with the calendar entry, in this transaction. */
export async function tellVisit(tx: Tx, context: Context, told: Told): Promise<void> {
  const { visit, patient, news } = told
  const { subject, body } = visitMail({ ...visit, zone: patient.timeZone, clinic: context.clinic, news })
  await sendMail(tx, context, {
    toAddress: patient.email,
    personId: visit.patientId,
    subject,
    body,
    calendar: await visitCalendar(tx, context, { visit, patient, cancelled: news === 'cancelled' }),
  })
}
