import { randomUUID } from 'node:crypto'
import { credentials, locations, people, providerLicences, resources, weeklyHours } from '../schema/people'
import { staff } from './cast'
import type { Member } from './cast'
import { later } from './seeder'
import type { Seeder } from './seeder'
import { demoNotes } from './demo-notes'

const address = (key: string) => `${key}@demo.example`

/** Puts an invented person with a demo account into the database. */
export async function seedPerson(seeder: Seeder, member: Member & { phone?: string }): Promise<string> {
  const id = randomUUID()
  seeder.ids.set(member.key, id)
  await seeder.tx.insert(people).values({
    id,
    role: member.role,
    email: address(member.key),
    emailVerifiedAt: later(seeder.now, -200 * 24 * 60),
    name: member.name,
    credentialsTitle: member.title ?? null,
    bornOn: member.bornOn ?? null,
    sexAtBirth: member.sex ?? null,
    phone: member.phone ?? '612-555-0100',
    homeState: member.state ?? null,
    demo: true,
    demoNote: demoNotes[member.key] ?? null,
    createdAt: later(seeder.now, -200 * 24 * 60),
  })
  await seeder.tx.insert(credentials).values({ personId: id, passwordHash: seeder.passwordHash, changedAt: seeder.now })
  if (member.licences) {
    await seeder.tx.insert(providerLicences).values(member.licences.map((state) => ({ providerId: id, state })))
  }
  return id
}

const offices = [
  { name: 'North office', address: '7400 Example Avenue, Edina, MN 55435', room: 'Procedure room 1', cArm: 'C-arm A' },
  { name: 'South office', address: '120 Sample Road, Burnsville, MN 55337', room: 'Procedure room 2', cArm: 'C-arm B' },
]

type Stretch = { kind: 'video' | 'procedure'; opens: string; closes: string }

/** Mornings by video and afternoons of procedures, or the other way round. */
const week: Record<string, { weekdays: number[]; office: number; stretches: Stretch[] }[]> = {
  nora: [
    { weekdays: [1, 2, 3, 4, 5], office: 0, stretches: [{ kind: 'video', opens: '08:00', closes: '12:00' }] },
    { weekdays: [1, 2, 3, 4], office: 0, stretches: [{ kind: 'procedure', opens: '13:00', closes: '16:30' }] },
  ],
  finn: [
    { weekdays: [1, 2, 3, 4, 5], office: 1, stretches: [{ kind: 'procedure', opens: '08:30', closes: '12:00' }] },
    { weekdays: [1, 2, 3, 4, 5], office: 1, stretches: [{ kind: 'video', opens: '13:00', closes: '17:00' }] },
  ],
  ada: [
    { weekdays: [2, 4, 5], office: 0, stretches: [{ kind: 'procedure', opens: '08:00', closes: '11:30' }] },
    { weekdays: [1, 2, 3, 4, 5], office: 0, stretches: [{ kind: 'video', opens: '12:30', closes: '18:00' }] },
  ],
}

/** Two locations with a procedure room and a C-arm each, and everyone who works there. */
export async function seedClinic(seeder: Seeder): Promise<void> {
  for (const office of offices) {
    const place = { locationId: randomUUID(), roomId: randomUUID(), cArmId: randomUUID() }
    await seeder.tx
      .insert(locations)
      .values({ id: place.locationId, name: office.name, address: office.address, timeZone: seeder.zone })
    await seeder.tx.insert(resources).values([
      { id: place.roomId, kind: 'room', name: office.room, locationId: place.locationId },
      { id: place.cArmId, kind: 'c_arm', name: office.cArm, locationId: place.locationId },
    ])
    seeder.places.push(place)
  }
  for (const member of staff) {
    const providerId = await seedPerson(seeder, member)
    for (const { weekdays, office, stretches } of week[member.key] ?? []) {
      const locationId = seeder.places[office]?.locationId
      if (!locationId) continue
      await seeder.tx
        .insert(weeklyHours)
        .values(
          weekdays.flatMap((weekday) => stretches.map((stretch) => ({ providerId, locationId, weekday, ...stretch }))),
        )
    }
  }
}
