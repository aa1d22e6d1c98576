import { recordAudit } from '@db/audit'
import type { SecretBox } from '~/adapters/secret-box.server'
import { totpSetUp } from '~/adapters/totp.server'
import { transact } from '../context'
import type { Context } from '../context'
import { readSecret } from './second-factor'

export type SecondFactorState =
  | { state: 'off' }
  | { state: 'on' }
  | { state: 'pending'; key: string; link: string; picture: string }

/** Where the person's second factor stands; the secret is told only while it is being set up. */
export async function readSecondFactor(
  context: Context,
  wish: { box: SecretBox; account: string },
): Promise<SecondFactorState> {
  const row = await transact(context, async (tx) => {
    await recordAudit(tx, context, {
      did: 'person.read-second-factor',
      patientId: context.actor.role === 'patient' ? context.actor.id : null,
      thing: 'person',
      thingId: context.actor.id,
    })
    return readSecret(tx, context.actor.id)
  })
  if (row?.confirmedAt) return { state: 'on' }
  const secret = row?.secret ? wish.box.open(row.secret) : null
  if (!secret) return { state: 'off' }
  const setUp = await totpSetUp(secret, { issuer: context.clinic.name, account: wish.account })
  return { state: 'pending', key: secret.match(/.{1,4}/g)?.join(' ') ?? secret, ...setUp }
}
