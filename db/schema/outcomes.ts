import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, numeric, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { anchors, diarySlots, measureSources, nextSteps, scales } from '~/domain/outcome/outcome-lists'
import { sides } from '~/domain/people/side'
import { at, id } from './columns'
import { procedures } from './cases'
import { people } from './people'
import { visits } from './visits'

export const diaryEntries = pgTable(
  'diary_entries',
  {
    id: id(),
    procedureId: uuid('procedure_id')
      .notNull()
      .references(() => procedures.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    slot: text('slot', { enum: diarySlots }).notNull(),
    dueAt: at('due_at').notNull(),
    painNow: integer('pain_now').notNull(),
    didActivity: boolean('did_activity'),
    painDuringActivity: integer('pain_during_activity'),
    numbOrWeak: text('numb_or_weak', { enum: ['no', 'same', 'worse', 'both_legs', 'unsure'] }).notNull(),
    fever: text('fever', { enum: ['no', 'yes', 'unsure'] }).notNull(),
    words: text('words'),
    source: text('source', { enum: measureSources }).notNull(),
    writtenBy: uuid('written_by').notNull(),
    writtenAt: at('written_at').notNull(),
  },
  (t) => [
    unique('diary_entries_once').on(t.procedureId, t.slot),
    check(
      'diary_entries_pain',
      sql`${t.painNow} between 0 and 10 and (${t.painDuringActivity} is null or ${t.painDuringActivity} between 0 and 10)`,
    ),
    index('diary_entries_by_patient').on(t.patientId),
  ],
)

/** One number with its scale, anchor and side. Never changed. */
export const measures = pgTable(
  'measures',
  {
    id: id(),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    procedureId: uuid('procedure_id').references(() => procedures.id),
    scale: text('scale', { enum: scales }).notNull(),
    anchor: text('anchor', { enum: anchors }).notNull(),
    side: text('side', { enum: sides }).notNull(),
    value: numeric('value', { mode: 'number' }).notNull(),
    takenAt: at('taken_at').notNull(),
    source: text('source', { enum: measureSources }).notNull(),
    writtenBy: uuid('written_by').notNull(),
  },
  (t) => [
    check('measures_range', sql`${t.value} between 0 and 10`),
    index('measures_by_patient').on(t.patientId),
    index('measures_by_procedure').on(t.procedureId),
  ],
)

/** The clinician's reading of one procedure at the two-week follow-up. Relief itself is derived from the two measures. */
export const outcomes = pgTable(
  'outcomes',
  {
    id: id(),
    procedureId: uuid('procedure_id')
      .notNull()
      .references(() => procedures.id),
    visitId: uuid('visit_id')
      .notNull()
      .unique('outcomes_one_per_visit')
      .references(() => visits.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    baselineId: uuid('baseline_id')
      .notNull()
      .references(() => measures.id),
    currentId: uuid('current_id')
      .notNull()
      .references(() => measures.id),
    nextStep: text('next_step', { enum: nextSteps }).notNull(),
    reason: text('reason').notNull(),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => people.id),
    decidedAt: at('decided_at').notNull(),
  },
  (t) => [index('outcomes_by_patient').on(t.patientId)],
)
