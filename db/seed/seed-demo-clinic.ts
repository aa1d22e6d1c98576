import { recordAudit } from '../audit'
import type { Database } from '../client'
import { withTx } from '../tx'
import { clinicClock } from '../schema/records'
import { systemActor } from '~/domain/people/actor'
import { seedAfter } from './seed-after'
import { seedByPhone } from './seed-by-phone'
import { seedCase } from './seed-case'
import { seedClinic, seedPerson } from './seed-clinic'
import { seedIntake } from './seed-intake'
import { seedConsult } from './seed-visits'
import { idOf } from './seeder'
import type { Seeder } from './seeder'
import { stories } from './stories'

/** Fills an empty database with an invented clinic around `now`, in one transaction. */
export async function seedDemoClinic(
  database: Database,
  wish: { now: Date; zone: string; passwordHash: string },
): Promise<void> {
  await withTx(database, systemActor, async (tx) => {
    const seeder: Seeder = { tx, ...wish, ids: new Map(), places: [] }
    await tx.insert(clinicClock).values({ id: 1, aheadSeconds: 0 }).onConflictDoNothing()
    await seedClinic(seeder)
    for (const story of stories) {
      await seedPerson(seeder, { ...story, role: 'patient' })
      await seedIntake(seeder, story)
      const consult = await seedConsult(seeder, story)
      if (!consult) continue
      const opened = await seedCase(seeder, story, consult)
      if (opened?.procedure) await seedAfter(seeder, story, consult.providerId, opened.procedure)
    }
    const byPhone = await seedByPhone(seeder)
    const who = { actor: systemActor, now: wish.now, requestId: 'seed' }
    await recordAudit(
      tx,
      who,
      [...stories.map((story) => idOf(seeder, story.key)), byPhone].map((id) => ({
        did: 'demo.seed',
        patientId: id,
        thing: 'person',
        thingId: id,
      })),
    )
  })
}
