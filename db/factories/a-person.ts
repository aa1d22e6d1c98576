import { randomUUID } from 'node:crypto'
import { withTx } from '../tx'
import { people, providerLicences } from '../schema/people'
import type { Actor, Role } from '~/domain/people/actor'
import { systemActor } from '~/domain/people/actor'
import type { TestDatabase } from '../test/database'
import { testNow } from '../test/context'

type Wish = {
  role?: Role
  name?: string
  homeState?: string
  licences?: string[]
  timeZone?: string
  bornOn?: string
  emailVerified?: boolean
}

/** A person who exists only in this test, as the actor that verbs expect. */
export async function aPerson(
  database: TestDatabase,
  wish: Wish = {},
): Promise<Actor & { role: Role; email: string; name: string }> {
  const role = wish.role ?? 'patient'
  const id = randomUUID()
  const email = `${role}-${id.slice(0, 8)}@example.test`
  const name = wish.name ?? `Test ${role} ${id.slice(0, 4)}`
  await withTx(database.app, systemActor, async (tx) => {
    await tx.insert(people).values({
      id,
      role,
      email,
      name,
      bornOn: wish.bornOn ?? (role === 'patient' ? '1970-05-04' : null),
      sexAtBirth: role === 'patient' ? 'female' : null,
      phone: '952-555-0123',
      homeState: wish.homeState ?? 'MN',
      timeZone: wish.timeZone ?? 'America/Chicago',
      emailVerifiedAt: wish.emailVerified === false ? null : testNow,
      createdAt: testNow,
    })
    const licences = wish.licences ?? (role === 'provider' ? ['MN'] : [])
    if (licences.length > 0)
      await tx.insert(providerLicences).values(licences.map((state) => ({ providerId: id, state })))
  })
  return { id, role, email, name }
}
