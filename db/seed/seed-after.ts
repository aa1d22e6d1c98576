import { diaryTimings } from '~/domain/outcome/diary-timing'
import { diaryEntries, measures, outcomes } from '../schema/outcomes'
import { urgentItems } from '../schema/intake'
import { idOf, later, moment } from './seeder'
import type { Seeder } from './seeder'
import { seedNote, seedVisit } from './seed-visits'
import type { Story } from './stories'

type Done = { id: string; startsAt: Date; needleInAt: Date; needleOutAt: Date }

async function seedMeasures(seeder: Seeder, story: Story, done: Done): Promise<string | null> {
  const { before, after, average } = story.procedure ?? {}
  if (before === undefined || after === undefined || average === undefined) return null
  const one = {
    patientId: idOf(seeder, story.key),
    procedureId: done.id,
    scale: 'nrs' as const,
    side: story.side,
    source: 'staff_in_clinic' as const,
    writtenBy: idOf(seeder, 'robin'),
  }
  const rows = await seeder.tx
    .insert(measures)
    .values([
      { ...one, anchor: 'average_7_days', value: average, takenAt: later(done.needleInAt, -1) },
      { ...one, anchor: 'now', value: before, takenAt: later(done.needleInAt, -1) },
      { ...one, anchor: 'now', value: after, takenAt: done.needleOutAt },
    ])
    .returning({ id: measures.id, anchor: measures.anchor })
  return rows.find((row) => row.anchor === 'average_7_days')?.id ?? null
}

async function seedDiary(seeder: Seeder, story: Story, done: Done): Promise<void> {
  const patientId = idOf(seeder, story.key)
  const timings = diaryTimings(done.needleOutAt, seeder.zone)
  for (const [index, painNow] of (story.procedure?.diary ?? []).entries()) {
    const timing = timings[index]
    if (!timing || timing.opensAt > seeder.now) break
    const isLast = index === (story.procedure?.diary?.length ?? 0) - 1
    const alarming = isLast && story.procedure?.alarm === 'one_leg_numb'
    const writtenAt = timing.dueAt < seeder.now ? later(timing.dueAt, 6) : later(seeder.now, -2)
    const [entry] = await seeder.tx
      .insert(diaryEntries)
      .values({
        procedureId: done.id,
        patientId,
        slot: timing.slot,
        dueAt: timing.dueAt,
        painNow,
        didActivity: true,
        painDuringActivity: Math.min(10, painNow + 1),
        numbOrWeak: alarming ? 'same' : 'no',
        fever: 'no',
        words: alarming ? 'My right leg is still numb.' : null,
        source: 'patient',
        writtenBy: patientId,
        writtenAt,
      })
      .returning({ id: diaryEntries.id })
    if (alarming && entry) {
      await seeder.tx.insert(urgentItems).values({
        patientId,
        urgency: 'same_day',
        source: 'diary',
        sourceId: entry.id,
        code: 'redflag:post_procedure_complication',
        openedAt: writtenAt,
        dueAt: later(seeder.now, 148),
        ownerId: idOf(seeder, 'nora'),
        takenAt: later(seeder.now, -5),
      })
    }
  }
}

/** What follows a procedure: numbers, diary, the two-week follow-up and its outcome. */
export async function seedAfter(seeder: Seeder, story: Story, providerId: string, done: Done): Promise<void> {
  const baselineId = await seedMeasures(seeder, story, done)
  await seedDiary(seeder, story, done)
  const { followUp } = story
  if (!followUp) return
  const patientId = idOf(seeder, story.key)
  const startsAt = followUp.at === undefined ? later(done.startsAt, 14 * 24 * 60) : moment(seeder, followUp.at)
  const visitId = await seedVisit(seeder, {
    kind: 'follow_up',
    story,
    providerId,
    startsAt,
    minutes: 30,
    state: followUp.state,
    procedureId: done.id,
    patientIn: followUp.patientIn,
  })
  if (followUp.state !== 'ended') return
  await seedNote(seeder, visitId, story, providerId, later(startsAt, 26), true)
  if (followUp.current === undefined || !baselineId) return
  const average = {
    patientId,
    procedureId: done.id,
    scale: 'nrs' as const,
    anchor: 'average_7_days' as const,
    side: story.side,
    source: 'patient' as const,
    writtenBy: patientId,
  }
  const [current] = await seeder.tx
    .insert(measures)
    .values({ ...average, value: followUp.current, takenAt: later(startsAt, 10) })
    .returning({ id: measures.id })
  if (!current || !followUp.outcome) return
  await seeder.tx.insert(outcomes).values({
    procedureId: done.id,
    visitId,
    patientId,
    baselineId,
    currentId: current.id,
    ...followUp.outcome,
    decidedBy: providerId,
    decidedAt: later(startsAt, 24),
  })
  if (followUp.week12 !== undefined) {
    await seeder.tx
      .insert(measures)
      .values({ ...average, value: followUp.week12, takenAt: later(done.startsAt, 85 * 24 * 60) })
  }
}
