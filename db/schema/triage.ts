import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { ExamRecord } from '~/domain/exam/exam-record'
import type { Answers } from '~/domain/intake/instrument'
import { readingCauses, reviewDecisions, reviewReasons, signOffKinds } from '~/domain/triage/review-lists'
import type { RunChange } from '~/domain/triage/run-change'
import type { TriageResult } from '~/domain/triage/triage-result'
import { siTiers, tiers } from '~/domain/triage/triage-result'
import { at, id } from './columns'
import { intakes, triageResults } from './intake'
import { people } from './people'
import { visits } from './visits'

/** One fired item asked again by a clinician: what stood, and what is so now. */
export type AskedAgain = { readonly ruleId: string; readonly now: 'gone' | 'same' | 'worse' | 'not_asked' }

/** A clinician agrees with a result or decides otherwise. The result stays; this stands beside it, for good. */
export const triageReviews = pgTable(
  'triage_reviews',
  {
    id: id(),
    intakeId: uuid('intake_id')
      .notNull()
      .references(() => intakes.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    resultId: uuid('result_id')
      .notNull()
      .references(() => triageResults.id),
    decision: text('decision', { enum: reviewDecisions }).notNull(),
    urgency: text('urgency', { enum: tiers }).notNull(),
    siPattern: text('si_pattern', { enum: siTiers }).notNull(),
    reasonCode: text('reason_code', { enum: reviewReasons }),
    reason: text('reason'),
    asked: jsonb('asked').$type<readonly AskedAgain[]>().notNull().default([]),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => people.id),
    madeAt: at('made_at').notNull(),
  },
  (t) => [
    check(
      'triage_reviews_override_has_reason',
      sql`${t.decision} = 'agree' or (${t.reasonCode} is not null and length(trim(${t.reason})) >= 3)`,
    ),
    index('triage_reviews_by_intake').on(t.intakeId, t.madeAt),
    index('triage_reviews_by_patient').on(t.patientId),
  ],
)

/** The same intake read again with what a clinician asked live or found in an exam. Raises, never lowers. */
export const triageReadings = pgTable(
  'triage_readings',
  {
    id: id(),
    intakeId: uuid('intake_id')
      .notNull()
      .references(() => intakes.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    visitId: uuid('visit_id').references(() => visits.id),
    cause: text('cause', { enum: readingCauses }).notNull(),
    /** Only what was asked live, by question key. */
    answers: jsonb('answers').$type<Answers>(),
    exam: jsonb('exam').$type<ExamRecord>(),
    result: jsonb('result').$type<TriageResult>().notNull(),
    ruleSetVersion: text('rule_set_version').notNull(),
    inputHash: text('input_hash').notNull(),
    /** What this reading raises to: its result, less what a clinician had settled before, and never below what stood. */
    urgency: text('urgency', { enum: tiers }).notNull(),
    siPattern: text('si_pattern', { enum: siTiers }).notNull(),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => people.id),
    madeAt: at('made_at').notNull(),
  },
  (t) => [
    check(
      'triage_readings_have_cause',
      sql`case ${t.cause} when 'asked' then ${t.answers} is not null else ${t.exam} is not null end`,
    ),
    index('triage_readings_by_intake').on(t.intakeId, t.madeAt),
    index('triage_readings_by_patient').on(t.patientId),
  ],
)

/** A named clinician has read this version and agrees. The hash says to which words exactly. */
export const ruleSetSignOffs = pgTable(
  'rule_set_sign_offs',
  {
    id: id(),
    kind: text('kind', { enum: signOffKinds }).notNull(),
    version: text('version').notNull(),
    contentHash: text('content_hash').notNull(),
    signedName: text('signed_name').notNull(),
    signedTitle: text('signed_title').notNull(),
    note: text('note'),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => people.id),
    recordedAt: at('recorded_at').notNull(),
  },
  (t) => [uniqueIndex('rule_set_sign_offs_once').on(t.kind, t.version, t.contentHash)],
)

/** Two rule sets compared over all stored intakes. */
export const ruleSetRuns = pgTable('rule_set_runs', {
  id: id(),
  fromVersion: text('from_version').notNull(),
  toVersion: text('to_version').notNull(),
  fromHash: text('from_hash').notNull(),
  toHash: text('to_hash').notNull(),
  /** All sent intakes at that moment, and how many of them were read: the newest. */
  stored: integer('stored').notNull(),
  intakesRead: integer('intakes_read').notNull(),
  same: integer('same').notNull(),
  raised: integer('raised').notNull(),
  lowered: integer('lowered').notNull(),
  /** Stored results that come out identically under the rules they were made with, and the intakes whose do not. */
  replayed: integer('replayed').notNull(),
  apart: jsonb('apart').$type<readonly string[]>().notNull(),
  changes: jsonb('changes').$type<readonly RunChange[]>().notNull(),
  runBy: uuid('run_by')
    .notNull()
    .references(() => people.id),
  runAt: at('run_at').notNull(),
})
