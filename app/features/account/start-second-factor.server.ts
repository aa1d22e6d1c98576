import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { credentials } from '@db/schema/people'
import type { SecretBox } from '~/adapters/secret-box.server'
import { newTotpSecret } from '~/adapters/totp.server'
import { transact } from '../context'
import type { Context } from '../context'
import { readSecret } from './second-factor'

/** Prepares a secret for a sign-in app. It protects nothing until a code confirms it; a confirmed one stays. */
export function startSecondFactor(context: Context, wish: { box: SecretBox }): Promise<void> {
  return transact(context, async (tx) => {
    const row = await readSecret(tx, context.actor.id)
    if (!row || row.confirmedAt || row.secret) return
    await tx
      .update(credentials)
      .set({ totpSecret: wish.box.seal(newTotpSecret()), totpLastStep: null })
      .where(eq(credentials.personId, context.actor.id))
    await recordAudit(tx, context, {
      did: 'person.start-second-factor',
      patientId: context.actor.role === 'patient' ? context.actor.id : null,
      thing: 'person',
      thingId: context.actor.id,
    })
  })
}
