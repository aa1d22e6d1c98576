import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at, id, span } from './columns'
import { procedures } from './cases'
import { people, resources } from './people'
import { visits } from './visits'

/** A time kept for someone until it expires or is confirmed. */
export const holds = pgTable('holds', {
  id: id(),
  patientId: uuid('patient_id')
    .notNull()
    .references(() => people.id),
  providerId: uuid('provider_id')
    .notNull()
    .references(() => people.id),
  heldBy: uuid('held_by').notNull(),
  purpose: text('purpose', { enum: ['consult', 'reschedule'] }).notNull(),
  startsAt: at('starts_at').notNull(),
  endsAt: at('ends_at').notNull(),
  expiresAt: at('expires_at').notNull(),
  usedAt: at('used_at'),
})

/** One resource, one span. Live rows of one resource never overlap: the database excludes it. */
export const allocations = pgTable(
  'allocations',
  {
    id: id(),
    resourceId: uuid('resource_id')
      .notNull()
      .references(() => resources.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    during: span('during').notNull(),
    visitId: uuid('visit_id').references(() => visits.id),
    procedureId: uuid('procedure_id').references(() => procedures.id),
    holdId: uuid('hold_id').references(() => holds.id),
    releasedAt: at('released_at'),
  },
  (t) => [
    check('allocations_for_one_thing', sql`num_nonnulls(${t.visitId}, ${t.procedureId}, ${t.holdId}) = 1`),
    check(
      'allocations_span',
      sql`not isempty(${t.during}) and lower_inc(${t.during}) and not upper_inc(${t.during}) and not upper_inf(${t.during}) and upper(${t.during}) - lower(${t.during}) <= interval '12 hours'`,
    ),
    index('allocations_by_visit').on(t.visitId),
    index('allocations_by_procedure').on(t.procedureId),
    index('allocations_by_hold').on(t.holdId),
  ],
)
