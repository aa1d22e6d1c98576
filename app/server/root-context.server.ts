import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Clinic } from '~/domain/people/clinic'
import type { Mode } from '~/domain/people/mode'
import { foundSession, missingStep } from './require-context.server'
import type { Role } from '~/domain/people/actor'

type Known = { clinic: Clinic; mode: Mode; role: Role | null; liveAfter: number; reference: string }

/** What every page shows, also when the database does not answer: the clinic's telephone number must stay. */
export async function rootContext(args: LoaderFunctionArgs): Promise<Known> {
  const { services, requestId } = args.context
  const { clinic, mode } = services
  const reference = `${requestId.slice(0, 4)}-${requestId.slice(4, 8)}`.toUpperCase()
  try {
    const found = await foundSession(args)
    const isIn = found.session !== null && missingStep(found.session, mode) === null
    return { clinic, mode, role: isIn ? (found.session?.role ?? null) : null, liveAfter: found.liveAfter, reference }
  } catch {
    return { clinic, mode, role: null, liveAfter: 0, reference }
  }
}
