import { sql } from 'drizzle-orm'
import { bigint, bigserial, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { actorRoles } from '~/domain/people/actor'
import { at, id } from './columns'

/** Who did what to whose record. Values are never kept, only the names of fields. */
export const auditRows = pgTable(
  'audit_rows',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: at('at').notNull(),
    actorId: uuid('actor_id').notNull(),
    actorRole: text('actor_role', { enum: actorRoles }).notNull(),
    did: text('did').notNull(),
    patientId: uuid('patient_id'),
    thing: text('thing'),
    thingId: text('thing_id'),
    fields: text('fields').array(),
    requestId: text('request_id').notNull(),
  },
  (t) => [index('audit_rows_by_patient').on(t.patientId, t.at)],
)

/** The hash chain over committed audit rows, written by one sealer. */
export const auditSeals = pgTable('audit_seals', {
  seq: bigserial('seq', { mode: 'number' }).primaryKey(),
  auditId: bigint('audit_id', { mode: 'number' }).notNull().unique('audit_seals_once'),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
})

/** What changed, by ids only: instances read it and tell the open pages to look again. */
export const liveEvents = pgTable(
  'live_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    topic: text('topic').notNull(),
    patientId: uuid('patient_id'),
    visitId: uuid('visit_id'),
    at: at('at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [index('live_events_by_time').on(t.at)],
)

/** A mail to be sent or sent. The subject never says anything about a person. */
export const mails = pgTable('mails', {
  id: id(),
  toAddress: text('to_address').notNull(),
  personId: uuid('person_id'),
  subject: text('subject').notNull(),
  body: text('body').notNull(),
  calendar: text('calendar'),
  createdAt: at('created_at').notNull(),
  sentAt: at('sent_at'),
})

export const workerBeats = pgTable('worker_beats', {
  workerId: text('worker_id').primaryKey(),
  beatAt: at('beat_at').notNull(),
})

/** How far the clinic's clock runs ahead. Only the demo and tests move it; production refuses any row but zero. */
export const clinicClock = pgTable(
  'clinic_clock',
  {
    id: integer('id').primaryKey().default(1),
    aheadSeconds: bigint('ahead_seconds', { mode: 'number' }).notNull().default(0),
  },
  (t) => [check('clinic_clock_single', sql`${t.id} = 1`), check('clinic_clock_forward', sql`${t.aheadSeconds} >= 0`)],
)
