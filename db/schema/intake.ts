import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { mapSides } from '~/domain/people/side'
import type { TriageResult } from '~/domain/triage/triage-result'
import { urgentReplies, urgentSources, urgentTiers } from '~/domain/urgent/urgent-lists'
import { at, id } from './columns'
import { people } from './people'

export const intakes = pgTable(
  'intakes',
  {
    id: id(),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    instrumentVersion: text('instrument_version').notNull(),
    source: text('source', { enum: ['patient', 'phone'] })
      .notNull()
      .default('patient'),
    side: text('side', { enum: mapSides }),
    /** Counts saved changes; an answer carries the number of the change that wrote it. */
    revision: integer('revision').notNull().default(0),
    startedAt: at('started_at').notNull(),
    savedAt: at('saved_at').notNull(),
    submittedAt: at('submitted_at'),
  },
  (t) => [
    uniqueIndex('intakes_one_draft')
      .on(t.patientId)
      .where(sql`${t.submittedAt} is null`),
    check('intakes_submitted_has_side', sql`${t.submittedAt} is null or ${t.side} is not null`),
    index('intakes_by_patient').on(t.patientId),
  ],
)

export const intakeAnswers = pgTable(
  'intake_answers',
  {
    intakeId: uuid('intake_id')
      .notNull()
      .references(() => intakes.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    questionKey: text('question_key').notNull(),
    value: jsonb('value').$type<unknown>().notNull(),
    version: integer('version').notNull().default(1),
    answeredAt: at('answered_at').notNull(),
    answeredBy: uuid('answered_by').notNull(),
  },
  (t) => [primaryKey({ name: 'intake_answers_pk', columns: [t.intakeId, t.questionKey] })],
)

/** Never changed once written: a new submission makes a new result. */
export const triageResults = pgTable(
  'triage_results',
  {
    id: id(),
    intakeId: uuid('intake_id')
      .notNull()
      .unique('triage_results_once')
      .references(() => intakes.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    ruleSetVersion: text('rule_set_version').notNull(),
    inputHash: text('input_hash').notNull(),
    asOf: at('as_of').notNull(),
    urgency: text('urgency', { enum: ['emergency', 'same_day', 'expedited', 'routine'] }).notNull(),
    siPattern: text('si_pattern', { enum: ['likely', 'possible', 'unlikely'] }).notNull(),
    result: jsonb('result').$type<TriageResult>().notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('triage_results_by_patient').on(t.patientId)],
)

/** Someone must be telephoned: an emergency answer, a same-day result or an alarming diary entry. */
export const urgentItems = pgTable(
  'urgent_items',
  {
    id: id(),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    urgency: text('urgency', { enum: urgentTiers }).notNull(),
    source: text('source', { enum: urgentSources }).notNull(),
    sourceId: uuid('source_id').notNull(),
    questionKey: text('question_key'),
    code: text('code').notNull(),
    openedAt: at('opened_at').notNull(),
    dueAt: at('due_at').notNull(),
    ownerId: uuid('owner_id').references(() => people.id),
    takenAt: at('taken_at'),
    closedAt: at('closed_at'),
    closedBy: uuid('closed_by').references(() => people.id),
    outcome: text('outcome'),
    /** What the patient says they do, and when they said that the answer was a wrong tap. Neither closes the item. */
    reply: text('reply', { enum: urgentReplies }),
    repliedAt: at('replied_at'),
    mistakeSaidAt: at('mistake_said_at'),
  },
  (t) => [
    uniqueIndex('urgent_items_once')
      .on(t.sourceId, t.code, sql`coalesce(${t.questionKey}, '')`)
      .where(sql`${t.closedAt} is null`),
    check('urgent_items_taken_by_someone', sql`(${t.ownerId} is null) = (${t.takenAt} is null)`),
    check('urgent_items_reply_is_dated', sql`(${t.reply} is null) = (${t.repliedAt} is null)`),
    check(
      'urgent_items_closed_with_outcome',
      sql`${t.closedAt} is null or (${t.closedBy} is not null and ${t.outcome} is not null)`,
    ),
    index('urgent_items_open')
      .on(t.dueAt)
      .where(sql`${t.closedAt} is null`),
  ],
)
