import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { paperKinds, paperMediaTypes } from '~/domain/intake/paper-lists'
import { mapSides } from '~/domain/people/side'
import type { TriageResult } from '~/domain/triage/triage-result'
import { urgentReplies, urgentSources, urgentTiers } from '~/domain/urgent/urgent-lists'
import { at, bytes, id, json } from './columns'
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
    /** Who opened it: the patient, or whoever asks the questions by phone. */
    openedBy: uuid('opened_by').references(() => people.id),
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
    check('intakes_by_phone_are_signed_for', sql`${t.source} <> 'phone' or ${t.openedBy} is not null`),
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
    value: json('value').notNull(),
    version: integer('version').notNull().default(1),
    answeredAt: at('answered_at').notNull(),
    answeredBy: uuid('answered_by').notNull(),
  },
  (t) => [primaryKey({ name: 'intake_answers_pk', columns: [t.intakeId, t.questionKey] })],
)

/** Answers that were replaced or taken back, kept as they stood. Written by the database itself at every change. */
export const intakeAnswerHistory = pgTable(
  'intake_answer_history',
  {
    id: id(),
    intakeId: uuid('intake_id')
      .notNull()
      .references(() => intakes.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    questionKey: text('question_key').notNull(),
    version: integer('version').notNull(),
    value: json('value').notNull(),
    answeredAt: at('answered_at').notNull(),
    answeredBy: uuid('answered_by').notNull(),
    replacedAt: at('replaced_at').notNull(),
  },
  (t) => [index('intake_answer_history_by_question').on(t.intakeId, t.questionKey, t.version)],
)

/** A paper the person handed over. The bytes are what arrived; the media type is what they were found to be. */
export const intakeFiles = pgTable(
  'intake_files',
  {
    id: id(),
    intakeId: uuid('intake_id')
      .notNull()
      .references(() => intakes.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: paperKinds }).notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type', { enum: paperMediaTypes }).notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    content: bytes('content').notNull(),
    uploadedAt: at('uploaded_at').notNull(),
    uploadedBy: uuid('uploaded_by')
      .notNull()
      .references(() => people.id),
    removedAt: at('removed_at'),
  },
  (t) => [
    check('intake_files_size', sql`${t.size} > 0 and ${t.size} <= 10485760 and octet_length(${t.content}) = ${t.size}`),
    index('intake_files_by_intake').on(t.intakeId),
  ],
)

/** Before each call about an intake: name and birth date were said back, and the person agreed to be asked by phone. */
export const phoneAgreements = pgTable(
  'phone_agreements',
  {
    id: id(),
    intakeId: uuid('intake_id')
      .notNull()
      .references(() => intakes.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    /** Version of the words that were read aloud. */
    version: text('version').notNull(),
    saidBackAt: at('said_back_at').notNull(),
    agreedAt: at('agreed_at').notNull(),
    /** The person had begun in the portal and agreed to answer everything again by phone. */
    tookOver: boolean('took_over').notNull().default(false),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => people.id),
  },
  (t) => [index('phone_agreements_by_intake').on(t.intakeId, t.agreedAt)],
)

/** When a question was first shown and first answered: where people leave, without a word of what they said. */
export const intakePaces = pgTable(
  'intake_paces',
  {
    intakeId: uuid('intake_id')
      .notNull()
      .references(() => intakes.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    questionKey: text('question_key').notNull(),
    shownAt: at('shown_at').notNull(),
    answeredAt: at('answered_at'),
  },
  (t) => [primaryKey({ name: 'intake_paces_pk', columns: [t.intakeId, t.questionKey] })],
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
    /** When the second, separate question was answered with something that needs no emergency. The call stays. */
    correctedAt: at('corrected_at'),
  },
  (t) => [
    uniqueIndex('urgent_items_once')
      .on(t.sourceId, t.code, sql`coalesce(${t.questionKey}, '')`, t.urgency)
      .where(sql`${t.closedAt} is null and ${t.correctedAt} is null`),
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
