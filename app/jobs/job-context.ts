import { randomUUID } from 'node:crypto'
import { clinicAhead } from '@db/clinic-ahead'
import { withTx } from '@db/tx'
import { systemActor } from '~/domain/people/actor'
import type { Context } from '~/features/context'
import type { Services } from '~/server/services'

/** The context of something that happens without a person, at clinic time. */
export async function jobContext(services: Services): Promise<Context> {
  const { clinic, database, media } = services
  const ahead = await withTx(database, systemActor, clinicAhead)
  return {
    actor: systemActor,
    now: new Date(Date.now() + ahead),
    requestId: `job-${randomUUID()}`,
    clinic,
    database,
    media,
  }
}
