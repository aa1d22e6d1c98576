import type { Context } from '~/features/context'
import type { Actor } from '~/domain/people/actor'
import { systemActor } from '~/domain/people/actor'
import type { TestDatabase } from './database'

/** Monday, Nov 23 2026, 10:00 in Chicago. */
export const testNow = new Date('2026-11-23T16:00:00Z')

/** A context as a route would pass it, with what a test wants to be different. */
export function testContext(
  database: TestDatabase,
  actor: Actor = systemActor,
  changes: Partial<Context> = {},
): Context {
  return {
    actor,
    now: testNow,
    requestId: 'test',
    clinic: { name: 'Test Clinic', phone: '952-555-0100', timeZone: 'America/Chicago', origin: 'http://127.0.0.1' },
    database: database.app,
    media: null,
    ...changes,
  }
}
