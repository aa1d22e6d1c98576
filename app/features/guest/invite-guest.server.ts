import { and, eq, gt } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { announce } from '@db/announce'
import { lockVisit } from '@db/lock-visit'
import { guests } from '@db/schema/visits'
import { sendMail } from '@db/send-mail'
import { newToken } from '@db/token'
import { paths } from '~/domain/paths'
import { refuse } from '~/domain/refusal'
import { linkOutlives, mostGuests } from '~/domain/visit/invitation'
import type { InvitationForm } from '~/domain/visit/invitation'
import { isLive } from '~/domain/visit/visit'
import { mayInVisit } from '~/domain/visit/visit-permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

const hour = 3_600_000

function invitation(context: Context, link: string): string {
  return [
    `You are invited as a guest to a video visit at ${context.clinic.name}.`,
    `Open this link to ask to join:\n${link}`,
    'The link is for you alone and for this one visit. The patient and the provider both say yes before you come in.',
    `Questions? Call us at ${context.clinic.phone}.`,
  ].join('\n\n')
}

/**
 * The provider invites one guest to one visit. The secret of the link is returned once and kept only as a hash; it opens
 * until two hours after the booked end. Refuses `missing`, `not_yours`, `over` and `too_many`.
 */
export function inviteGuest(context: Context, { visitId, kind, name, email }: InvitationForm & { visitId: string }) {
  return transact(context, async (tx) => {
    const visit = await lockVisit(tx, visitId)
    if (!visit) return refuse('missing', 'There is no such visit.')
    if (!mayInVisit.invite(context.actor, visit))
      return refuse('not_yours', 'Only the clinician of this visit invites guests.')
    if (!isLive(visit.state)) return refuse('over', 'This visit is over.')
    const invited = await tx
      .select({ id: guests.id })
      .from(guests)
      .where(and(eq(guests.visitId, visitId), gt(guests.expiresAt, context.now)))
    if (invited.length >= mostGuests) return refuse('too_many', `A visit has at most ${mostGuests} guests.`)
    const token = newToken()
    const lastMoment = Math.max(visit.endsAt.getTime(), context.now.getTime()) + linkOutlives.hours * hour
    const [guest] = await tx
      .insert(guests)
      .values({
        visitId,
        patientId: visit.patientId,
        kind,
        name,
        tokenHash: token.hash,
        invitedBy: context.actor.id,
        invitedAt: context.now,
        expiresAt: new Date(lastMoment),
      })
      .returning({ id: guests.id })
    if (!guest) throw new Error('The invitation was not written.')
    if (email) {
      const body = invitation(context, `${context.clinic.origin}${paths.guestJoin(token.raw)}`)
      await sendMail(tx, context, {
        toAddress: email,
        personId: null,
        subject: `A video visit at ${context.clinic.name}`,
        body,
      })
    }
    const { patientId } = visit
    await recordAudit(tx, context, {
      did: 'guest.invite',
      patientId,
      thing: 'guest',
      thingId: guest.id,
      fields: ['kind', 'name'],
    })
    await announce(tx, { topic: 'visit', patientId, visitId })
    return { guestId: guest.id, token: token.raw }
  })
}
