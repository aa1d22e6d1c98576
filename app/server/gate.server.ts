import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { secretBox } from '~/adapters/secret-box.server'
import type { SecretBox } from '~/adapters/secret-box.server'

type Args = LoaderFunctionArgs | ActionFunctionArgs

/** The box for second-factor secrets and attempt keys. */
export function boxOf(args: Args): SecretBox {
  return secretBox(args.context.services.secret, 'account')
}

/** What limits guessing at sign-in, codes and forms that send mail: the client's address and this deployment's limits. */
export function gateOf(args: Args): { box: SecretBox; ip: string; perAccount: number; perAddress: number } {
  return { box: boxOf(args), ip: args.context.ip, ...args.context.services.limits }
}
