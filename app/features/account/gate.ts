import { withinLimits } from '@db/count-attempt'
import type { SecretBox } from '~/adapters/secret-box.server'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import type { Context } from '../context'

/** What limits guessing: attempts are counted by account and by address under keyed hashes, shared by every instance. */
export type Gate = {
  readonly box: SecretBox
  readonly ip: string
  readonly perAccount: number
  readonly perAddress: number
}

/** The key under which attempts at this account are counted. */
export function accountKey(gate: Gate, what: string, account: string): string {
  return gate.box.fingerprint(`${what}:account:${account.trim().toLowerCase()}`)
}

/** Counts this attempt; a refusal when there were too many within a quarter of an hour, the same for known and unknown accounts. */
export async function tooMany(
  context: Context,
  gate: Gate,
  what: string,
  account: string,
): Promise<Refusal<'too-many'> | null> {
  const within = await withinLimits(context.database, [
    { key: accountKey(gate, what, account), limit: gate.perAccount },
    { key: gate.box.fingerprint(`${what}:address:${gate.ip}`), limit: gate.perAddress },
  ])
  return within ? null : refuse('too-many', 'There were too many tries. Wait 15 minutes, then try again.')
}

export const busy = refuse('busy', 'Many people sign in right now. Try again in a moment.')
