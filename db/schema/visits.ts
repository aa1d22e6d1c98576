import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { licenceOverrideKinds } from '~/domain/visit/licence-override'
import type { NoteBody } from '~/domain/note/note-body'
import { guestKinds, visitKinds, visitStates } from '~/domain/visit/visit'
import { at, id } from './columns'
import { people } from './people'

export const visits = pgTable(
  'visits',
  {
    id: id(),
    kind: text('kind', { enum: visitKinds }).notNull(),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => people.id),
    /** References procedures(id): the foreign key stands in the migration, because orders reference visits. */
    procedureId: uuid('procedure_id'),
    state: text('state', { enum: visitStates }).notNull().default('booked'),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    roomEpoch: integer('room_epoch').notNull().default(1),
    admittedAt: at('admitted_at'),
    endedAt: at('ended_at'),
    cancelledBy: uuid('cancelled_by'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    check('visits_order', sql`${t.startsAt} < ${t.endsAt}`),
    check('visits_follow_up_has_procedure', sql`(${t.kind} = 'follow_up') = (${t.procedureId} is not null)`),
    check('visits_in_visit_was_admitted', sql`${t.state} not in ('in_visit', 'ended') or ${t.admittedAt} is not null`),
    check('visits_ended_has_end', sql`(${t.state} = 'ended') = (${t.endedAt} is not null)`),
    uniqueIndex('visits_one_live_consult')
      .on(t.patientId)
      .where(sql`${t.kind} = 'consult' and ${t.state} in ('booked', 'waiting', 'in_visit')`),
    uniqueIndex('visits_one_follow_up')
      .on(t.procedureId)
      .where(sql`${t.state} not in ('cancelled', 'no_show')`),
    index('visits_by_patient').on(t.patientId),
    index('visits_by_provider').on(t.providerId, t.startsAt),
    index('visits_by_start').on(t.startsAt),
  ],
)

/** What the patient told at the door: consent, where they are, how to call back. */
export const arrivals = pgTable(
  'arrivals',
  {
    visitId: uuid('visit_id')
      .primaryKey()
      .references(() => visits.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    consentVersion: text('consent_version').notNull(),
    consentedAt: at('consented_at').notNull(),
    address: text('address').notNull(),
    state: text('state').notNull(),
    callBackPhone: text('call_back_phone').notNull(),
    emergencyContact: text('emergency_contact').notNull(),
    whoIsThere: text('who_is_there').notNull(),
    camera: text('camera', { enum: ['works', 'none', 'not_checked'] }).notNull(),
    microphone: text('microphone', { enum: ['works', 'none', 'not_checked'] }).notNull(),
    arrivedAt: at('arrived_at').notNull(),
  },
  (t) => [check('arrivals_state_code', sql`${t.state} ~ '^[A-Z]{2}$'`)],
)

export const waitingEntries = pgTable('waiting_entries', {
  visitId: uuid('visit_id')
    .primaryKey()
    .references(() => visits.id),
  patientId: uuid('patient_id')
    .notNull()
    .references(() => people.id),
  since: at('since').notNull(),
  awaySince: at('away_since'),
  lastSeenAt: at('last_seen_at').notNull(),
  leftAt: at('left_at'),
})

/** One invitation to one visit. The link's secret is kept as a hash. */
export const guests = pgTable(
  'guests',
  {
    id: id(),
    visitId: uuid('visit_id')
      .notNull()
      .references(() => visits.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: guestKinds }).notNull(),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull().unique('guests_token_once'),
    invitedBy: uuid('invited_by')
      .notNull()
      .references(() => people.id),
    invitedAt: at('invited_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    arrivedAt: at('arrived_at'),
    consentedAt: at('consented_at'),
    refusedAt: at('refused_at'),
  },
  (t) => [index('guests_by_visit').on(t.visitId)],
)

/** Who may be in the visit's room now. A media token needs a live row here. */
export const admissions = pgTable(
  'admissions',
  {
    id: id(),
    visitId: uuid('visit_id')
      .notNull()
      .references(() => visits.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    identity: uuid('identity').notNull(),
    role: text('role', { enum: ['patient', 'provider', 'guest'] }).notNull(),
    admittedBy: uuid('admitted_by')
      .notNull()
      .references(() => people.id),
    admittedAt: at('admitted_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [
    uniqueIndex('admissions_one_live')
      .on(t.visitId, t.identity)
      .where(sql`${t.endedAt} is null`),
  ],
)

export const licenceOverrides = pgTable(
  'licence_overrides',
  {
    id: id(),
    visitId: uuid('visit_id')
      .notNull()
      .references(() => visits.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => people.id),
    state: text('state').notNull(),
    kind: text('kind', { enum: licenceOverrideKinds }).notNull().default('other'),
    reason: text('reason').notNull(),
    overriddenAt: at('overridden_at').notNull(),
  },
  (t) => [
    check('licence_overrides_reason', sql`length(trim(${t.reason})) >= 3`),
    index('licence_overrides_by_visit').on(t.visitId),
  ],
)

/** Every media token that was minted. A trigger refuses the row, and so the token, unless the holder is admitted now. */
export const mediaTokens = pgTable(
  'media_tokens',
  {
    id: id(),
    visitId: uuid('visit_id')
      .notNull()
      .references(() => visits.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    identity: uuid('identity').notNull(),
    mintedAt: at('minted_at').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [check('media_tokens_short', sql`${t.expiresAt} <= ${t.mintedAt} + interval '5 minutes'`)],
)

export const webhookEvents = pgTable('webhook_events', {
  id: text('id').primaryKey(),
  event: text('event').notNull(),
  room: text('room'),
  receivedAt: at('received_at').notNull(),
})

/** One stay of one connection in the room, keyed by the media server's participant sid. */
export const presences = pgTable(
  'presences',
  {
    participantSid: text('participant_sid').primaryKey(),
    visitId: uuid('visit_id')
      .notNull()
      .references(() => visits.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    identity: uuid('identity').notNull(),
    joinedAt: at('joined_at').notNull(),
    leftAt: at('left_at'),
    source: text('source', { enum: ['webhook', 'reconciled'] }).notNull(),
    missedChecks: integer('missed_checks').notNull().default(0),
  },
  (t) => [index('presences_by_visit').on(t.visitId)],
)

export const notes = pgTable(
  'notes',
  {
    id: id(),
    visitId: uuid('visit_id')
      .notNull()
      .unique('notes_one_per_visit')
      .references(() => visits.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => people.id),
    body: jsonb('body').$type<NoteBody>().notNull(),
    version: integer('version').notNull().default(1),
    savedAt: at('saved_at').notNull(),
    signedAt: at('signed_at'),
    signedBy: uuid('signed_by').references(() => people.id),
  },
  (t) => [check('notes_signed_by_someone', sql`(${t.signedAt} is null) = (${t.signedBy} is null)`)],
)

export const noteAddenda = pgTable('note_addenda', {
  id: id(),
  noteId: uuid('note_id')
    .notNull()
    .references(() => notes.id),
  patientId: uuid('patient_id')
    .notNull()
    .references(() => people.id),
  authorId: uuid('author_id')
    .notNull()
    .references(() => people.id),
  body: text('body').notNull(),
  writtenAt: at('written_at').notNull(),
})

export const visitFallbacks = pgTable('visit_fallbacks', {
  id: id(),
  visitId: uuid('visit_id')
    .notNull()
    .references(() => visits.id),
  patientId: uuid('patient_id')
    .notNull()
    .references(() => people.id),
  toPhone: boolean('to_phone').notNull(),
  startedBy: uuid('started_by').notNull(),
  startedAt: at('started_at').notNull(),
})
