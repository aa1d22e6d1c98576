import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  time,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { roles } from '~/domain/people/actor'
import { hoursKinds, resourceKinds } from '~/domain/schedule/resource-kinds'
import { at, id } from './columns'

export const people = pgTable(
  'people',
  {
    id: id(),
    role: text('role', { enum: roles }).notNull(),
    /** Null only for a patient whom the clinic registered by phone and who has no address. */
    email: text('email'),
    emailVerifiedAt: at('email_verified_at'),
    name: text('name').notNull(),
    credentialsTitle: text('credentials_title'),
    bornOn: date('born_on', { mode: 'string' }),
    sexAtBirth: text('sex_at_birth', { enum: ['female', 'male', 'intersex', 'unsaid'] }),
    phone: text('phone'),
    homeState: text('home_state'),
    timeZone: text('time_zone').notNull().default('America/Chicago'),
    disabledAt: at('disabled_at'),
    demo: boolean('demo').notNull().default(false),
    /** What the demo's sign-in page says about the account; without it the account is not listed. */
    demoNote: text('demo_note'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('people_email_once').on(sql`lower(${t.email})`),
    check('people_staff_have_email', sql`${t.role} = 'patient' or ${t.email} is not null`),
    check('people_patient_is_dated', sql`${t.role} <> 'patient' or ${t.bornOn} is not null`),
    index('people_by_role').on(t.role),
  ],
)

/** Kept apart from people so that nobody who may read a person can read a password hash. */
export const credentials = pgTable('credentials', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id),
  passwordHash: text('password_hash').notNull(),
  totpSecret: text('totp_secret'),
  totpConfirmedAt: at('totp_confirmed_at'),
  totpLastStep: integer('totp_last_step'),
  changedAt: at('changed_at').notNull(),
})

export const personTokens = pgTable(
  'person_tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    purpose: text('purpose', { enum: ['verify_email', 'reset_password', 'invite'] }).notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('person_tokens_by_person').on(t.personId)],
)

export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique('sessions_token_once'),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role', { enum: roles }).notNull(),
    createdAt: at('created_at').notNull(),
    lastSeenAt: at('last_seen_at').notNull(),
    secondFactorAt: at('second_factor_at'),
    endedAt: at('ended_at'),
  },
  (t) => [index('sessions_by_person').on(t.personId)],
)

/** Counted attempts within a window, keyed by a hash: shared by every instance. */
export const attempts = pgTable(
  'attempts',
  {
    key: text('key').notNull(),
    windowStart: at('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ name: 'attempts_pk', columns: [t.key, t.windowStart] })],
)

export const locations = pgTable('locations', {
  id: id(),
  name: text('name').notNull(),
  address: text('address').notNull(),
  timeZone: text('time_zone').notNull(),
  retiredAt: at('retired_at'),
})

/** What can be booked. A provider's or patient's resource has the person's id. */
export const resources = pgTable('resources', {
  id: id(),
  kind: text('kind', { enum: resourceKinds }).notNull(),
  name: text('name').notNull(),
  locationId: uuid('location_id').references(() => locations.id),
  retiredAt: at('retired_at'),
})

export const providerLicences = pgTable(
  'provider_licences',
  {
    providerId: uuid('provider_id')
      .notNull()
      .references(() => people.id),
    state: text('state').notNull(),
    validUntil: date('valid_until', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ name: 'provider_licences_pk', columns: [t.providerId, t.state] }),
    check('provider_licences_state_code', sql`${t.state} ~ '^[A-Z]{2}$'`),
  ],
)

/** Wall-clock hours of a weekday (ISO: 1 Monday to 7 Sunday) in the location's zone. */
export const weeklyHours = pgTable(
  'weekly_hours',
  {
    id: id(),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => people.id),
    locationId: uuid('location_id')
      .notNull()
      .references(() => locations.id),
    kind: text('kind', { enum: hoursKinds }).notNull(),
    weekday: integer('weekday').notNull(),
    opens: time('opens').notNull(),
    closes: time('closes').notNull(),
  },
  (t) => [
    check('weekly_hours_weekday', sql`${t.weekday} between 1 and 7`),
    check('weekly_hours_order', sql`${t.opens} < ${t.closes}`),
    index('weekly_hours_by_provider').on(t.providerId),
  ],
)
