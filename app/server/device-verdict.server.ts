import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { deviceVerdicts } from '~/domain/visit/arrival'
import type { DeviceVerdict } from '~/domain/visit/arrival'

type Args = LoaderFunctionArgs | ActionFunctionArgs
export type DeviceVerdicts = { camera: DeviceVerdict; microphone: DeviceVerdict }

const cookie = 'ilium-devices'

function verdictOf(word: unknown): DeviceVerdict {
  return deviceVerdicts.find((verdict) => verdict === word) ?? 'not_checked'
}

/** Keeps what the device check found for the arrival that follows in this browser. */
export function setDeviceVerdicts(args: Args, found: { camera: unknown; microphone: unknown }): void {
  args.context.cookies.set(cookie, `${verdictOf(found.camera)}-${verdictOf(found.microphone)}`)
}

/** What the device check in this browser found; `not_checked` where it was passed over. */
export function deviceVerdictsOf(args: Args): DeviceVerdicts {
  const [camera, microphone] = (args.context.cookies.read(cookie) ?? '').split('-')
  return { camera: verdictOf(camera), microphone: verdictOf(microphone) }
}
