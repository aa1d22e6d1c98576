import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { checklistStates, decisions, intents, procedureStates, resolvers } from '~/domain/case/case-lists'
import { mapSides, sides } from '~/domain/people/side'
import { at, id } from './columns'
import { locations, people, resources } from './people'
import { visits } from './visits'

export const orders = pgTable(
  'orders',
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
    side: text('side', { enum: sides }).notNull(),
    mapSide: text('map_side', { enum: mapSides }).notNull(),
    sideReason: text('side_reason'),
    intent: text('intent', { enum: intents }).notNull(),
    reason: text('reason').notNull(),
    orderedAt: at('ordered_at').notNull(),
    cancelledAt: at('cancelled_at'),
  },
  (t) => [
    unique('orders_side').on(t.id, t.side),
    uniqueIndex('orders_one_live_per_visit')
      .on(t.visitId)
      .where(sql`${t.cancelledAt} is null`),
    check(
      'orders_side_explained',
      sql`${t.side} = ${t.mapSide} or (${t.sideReason} is not null and length(trim(${t.sideReason})) >= 3)`,
    ),
    check('orders_reason', sql`length(trim(${t.reason})) >= 3`),
    index('orders_by_patient').on(t.patientId),
  ],
)

export const cases = pgTable(
  'cases',
  {
    id: id(),
    orderId: uuid('order_id')
      .notNull()
      .unique('cases_one_per_order')
      .references(() => orders.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    side: text('side', { enum: sides }).notNull(),
    intent: text('intent', { enum: intents }).notNull(),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => people.id),
    payer: text('payer'),
    memberId: text('member_id'),
    ownerId: uuid('owner_id').references(() => people.id),
    openedAt: at('opened_at').notNull(),
    closedAt: at('closed_at'),
    closedWhy: text('closed_why'),
  },
  (t) => [
    foreignKey({
      name: 'cases_same_side_as_order',
      columns: [t.orderId, t.side],
      foreignColumns: [orders.id, orders.side],
    }),
    unique('cases_side').on(t.id, t.side),
    index('cases_by_patient').on(t.patientId),
    check('cases_closed_why', sql`(${t.closedAt} is null) = (${t.closedWhy} is null)`),
  ],
)

export const checklistItems = pgTable(
  'checklist_items',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    code: text('code').notNull(),
    resolver: text('resolver', { enum: resolvers }).notNull(),
    state: text('state', { enum: checklistStates }).notNull().default('open'),
    proof: text('proof'),
    changedBy: uuid('changed_by').references(() => people.id),
    changedAt: at('changed_at'),
  },
  (t) => [
    unique('checklist_items_once').on(t.caseId, t.code),
    check(
      'checklist_items_proved',
      sql`${t.state} = 'open' or (${t.proof} is not null and ${t.changedBy} is not null and ${t.changedAt} is not null)`,
    ),
  ],
)

export const authorisations = pgTable(
  'authorisations',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    payer: text('payer').notNull(),
    sentAt: at('sent_at').notNull(),
    decisionDueAt: at('decision_due_at').notNull(),
    decision: text('decision', { enum: decisions }),
    decidedAt: at('decided_at'),
    reference: text('reference'),
    denialReason: text('denial_reason'),
    validFrom: date('valid_from', { mode: 'string' }),
    validUntil: date('valid_until', { mode: 'string' }),
  },
  (t) => [
    check('authorisations_decided', sql`(${t.decision} is null) = (${t.decidedAt} is null)`),
    check(
      'authorisations_denial_reason',
      sql`${t.decision} is distinct from 'denied' or ${t.denialReason} is not null`,
    ),
    uniqueIndex('authorisations_one_open')
      .on(t.caseId)
      .where(sql`${t.decision} is null`),
    index('authorisations_by_case').on(t.caseId),
  ],
)

export const procedures = pgTable(
  'procedures',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => people.id),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => people.id),
    roomId: uuid('room_id')
      .notNull()
      .references(() => resources.id),
    cArmId: uuid('c_arm_id')
      .notNull()
      .references(() => resources.id),
    locationId: uuid('location_id')
      .notNull()
      .references(() => locations.id),
    side: text('side', { enum: sides }).notNull(),
    state: text('state', { enum: procedureStates }).notNull().default('booked'),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    confirmedAt: at('confirmed_at'),
    driverName: text('driver_name'),
    needleInAt: at('needle_in_at'),
    needleOutAt: at('needle_out_at'),
    painBefore: integer('pain_before'),
    painAfter: integer('pain_after'),
    recordedBy: uuid('recorded_by').references(() => people.id),
    recordedAt: at('recorded_at'),
    cancelledAt: at('cancelled_at'),
    cancelledWhy: text('cancelled_why'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'procedures_same_side_as_case',
      columns: [t.caseId, t.side],
      foreignColumns: [cases.id, cases.side],
    }),
    uniqueIndex('procedures_one_live_per_case')
      .on(t.caseId)
      .where(sql`${t.state} <> 'cancelled'`),
    check('procedures_order', sql`${t.startsAt} < ${t.endsAt}`),
    check('procedures_pain_range', sql`${t.painBefore} between 0 and 10 and ${t.painAfter} between 0 and 10`),
    check(
      'procedures_done_is_recorded',
      sql`${t.state} <> 'done' or (${t.needleInAt} is not null and ${t.needleOutAt} is not null and ${t.needleInAt} < ${t.needleOutAt} and ${t.painBefore} is not null and ${t.painAfter} is not null and ${t.recordedBy} is not null and ${t.recordedAt} is not null)`,
    ),
    check('procedures_cancelled_why', sql`(${t.state} = 'cancelled') = (${t.cancelledWhy} is not null)`),
    index('procedures_by_patient').on(t.patientId),
    index('procedures_by_start').on(t.startsAt),
  ],
)
