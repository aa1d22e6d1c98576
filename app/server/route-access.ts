/** Who asks. A guest holds an invitation to one visit and no account. */
export const askers = ['visitor', 'patient', 'provider', 'scheduler', 'admin', 'guest'] as const
export type Asker = (typeof askers)[number]

/**
 * What an asker gets: `ok` the page, a redirect within it or an answer about what was sent; `own` the same for what is
 * theirs to see and `no-page` for anything else; `sign-in` a redirect to sign-in; `no-page` the one 404; `no-action` 405;
 * `gone` 410 for a mailed link that does not stand; `refused` 401; `judged` as `own`, but what was sent is
 * judged first, so that an empty form is answered the same for something and nothing.
 */
export type Access = 'ok' | 'own' | 'judged' | 'sign-in' | 'no-page' | 'no-action' | 'gone' | 'refused'

export type AccessRow = { get: Record<Asker, Access>; post: Record<Asker, Access> }

const everyone = (access: Access): Record<Asker, Access> => ({
  visitor: access,
  patient: access,
  provider: access,
  scheduler: access,
  admin: access,
  guest: access,
})

const signedIn = (access: Access): Record<Asker, Access> => ({
  ...everyone(access),
  visitor: 'sign-in',
  guest: 'sign-in',
})

const only = (access: Access, ...roles: Asker[]): Record<Asker, Access> => ({
  ...signedIn('no-page'),
  ...Object.fromEntries(roles.map((role) => [role, access])),
})

const noAction = everyone('no-action')
const open = { get: everyone('ok'), post: everyone('ok') }
const openPage = { get: everyone('ok'), post: noAction }

const patient = { get: only('ok', 'patient'), post: only('ok', 'patient') }
const patientPage = { get: only('ok', 'patient'), post: noAction }
const patientThing = { get: only('own', 'patient'), post: only('own', 'patient') }
const patientThingPage = { get: only('own', 'patient'), post: noAction }
const providerThing = { get: only('own', 'provider'), post: only('own', 'provider') }
const providerThingPage = { get: only('own', 'provider'), post: noAction }
const providerForm = { get: only('own', 'provider'), post: only('judged', 'provider') }
const schedulerThing = { get: only('own', 'scheduler'), post: only('own', 'scheduler') }
const caseThing = { get: only('own', 'scheduler', 'provider'), post: only('own', 'scheduler', 'provider') }
const admin = { get: only('ok', 'admin'), post: only('ok', 'admin') }
const adminPage = { get: only('ok', 'admin'), post: noAction }

/** Every route file of `app/routes.ts` and the answer each asker gets from it. A route without a row fails the tests. */
export const routeAccess: Record<string, AccessRow> = {
  'routes/public/landing.tsx': openPage,

  'routes/auth/register.tsx': open,
  'routes/auth/check-mail.tsx': { get: everyone('sign-in'), post: everyone('sign-in') },
  'routes/auth/verify-email.tsx': { get: everyone('gone'), post: everyone('gone') },
  'routes/auth/sign-in.tsx': open,
  'routes/auth/sign-in-code.tsx': { get: signedIn('ok'), post: signedIn('ok') },
  'routes/auth/sign-out.tsx': { get: everyone('no-page'), post: signedIn('ok') },
  'routes/auth/signed-out.tsx': openPage,
  'routes/auth/forgot-password.tsx': open,
  'routes/auth/reset-password.tsx': { get: everyone('gone'), post: everyone('gone') },
  'routes/auth/welcome.tsx': { get: everyone('gone'), post: everyone('gone') },
  'routes/auth/account.tsx': { get: signedIn('ok'), post: signedIn('ok') },
  'routes/auth/second-factor.tsx': { get: signedIn('ok'), post: signedIn('ok') },

  'routes/patient/home.tsx': patientPage,
  'routes/patient/intake-start.tsx': patient,
  'routes/patient/intake-save.tsx': { get: only('no-page', 'patient'), post: only('ok', 'patient') },
  'routes/patient/intake-emergency.tsx': patient,
  'routes/patient/intake-papers.tsx': patient,
  'routes/patient/papers-sent.tsx': patientPage,
  'routes/patient/intake-paper-add.tsx': { get: only('no-page', 'patient'), post: only('ok', 'patient') },
  'routes/patient/intake-review.tsx': patient,
  'routes/patient/intake-sign-in.tsx': { get: only('no-page', 'patient'), post: only('ok', 'patient') },
  'routes/patient/intake-step.tsx': patient,
  'routes/patient/next-step.tsx': patientPage,
  'routes/patient/book.tsx': patient,
  'routes/patient/procedure.tsx': { get: only('own', 'patient'), post: only('ok', 'patient') },
  'routes/patient/diary.tsx': patient,
  'routes/patient/visit.tsx': patientThingPage,
  'routes/patient/visit-booked.tsx': patientThingPage,
  'routes/patient/visit-reschedule.tsx': patientThing,
  'routes/patient/visit-cancel.tsx': patientThing,
  'routes/patient/visit-calendar.tsx': patientThingPage,
  'routes/patient/visit-check.tsx': patientThing,
  'routes/patient/visit-arrive.tsx': patientThing,
  'routes/patient/visit-room.tsx': patientThing,
  'routes/patient/visit-summary.tsx': patientThingPage,

  'routes/provider/worklist.tsx': { get: only('ok', 'provider'), post: noAction },
  'routes/provider/urgent-item.tsx': providerThing,
  'routes/provider/intakes.tsx': { get: only('ok', 'provider'), post: noAction },
  'routes/provider/intake.tsx': providerForm,
  'routes/provider/intake-override.tsx': providerForm,
  'routes/provider/visit.tsx': providerThingPage,
  'routes/provider/visit-admit.tsx': providerThing,
  'routes/provider/visit-note.tsx': providerForm,
  'routes/provider/visit-note-save.tsx': { get: only('no-page', 'provider'), post: only('judged', 'provider') },
  'routes/provider/visit-order.tsx': providerForm,
  'routes/provider/visit-guests.tsx': providerThing,
  'routes/provider/visit-line.tsx': { get: only('no-page', 'provider'), post: only('own', 'provider') },
  'routes/provider/visit-outcome.tsx': providerForm,
  'routes/provider/visit-end.tsx': providerThing,
  'routes/provider/visit-ended.tsx': providerThingPage,

  'routes/scheduler/board.tsx': { get: only('ok', 'scheduler'), post: noAction },
  'routes/scheduler/case.tsx': caseThing,
  'routes/scheduler/case-book.tsx': schedulerThing,
  'routes/scheduler/procedure-record.tsx': { get: only('own', 'scheduler'), post: only('judged', 'scheduler') },
  'routes/scheduler/calls.tsx': { get: only('ok', 'scheduler'), post: only('ok', 'scheduler') },
  'routes/scheduler/call-register.tsx': { get: only('ok', 'scheduler'), post: only('ok', 'scheduler') },
  'routes/scheduler/call-patient.tsx': schedulerThing,
  'routes/scheduler/call-save.tsx': { get: only('no-page', 'scheduler'), post: only('own', 'scheduler') },
  'routes/scheduler/call-review.tsx': schedulerThing,
  'routes/scheduler/call-emergency.tsx': schedulerThing,
  'routes/scheduler/call-sent.tsx': { get: only('own', 'scheduler'), post: noAction },
  'routes/scheduler/call-step.tsx': schedulerThing,

  'routes/admin/people.tsx': admin,
  'routes/admin/audit.tsx': admin,
  'routes/admin/rules.tsx': admin,
  'routes/admin/rules-print.tsx': adminPage,
  'routes/admin/policies.tsx': adminPage,
  'routes/admin/drop-off.tsx': adminPage,

  'routes/guest/join.tsx': { get: everyone('own'), post: everyone('own') },
  'routes/guest/room.tsx': {
    get: { ...everyone('no-page'), guest: 'ok' },
    post: { ...everyone('no-page'), guest: 'ok' },
  },

  'routes/hooks/live.tsx': { get: { ...everyone('ok'), visitor: 'refused' }, post: noAction },
  'routes/hooks/paper.tsx': { get: only('own', 'patient', 'provider'), post: noAction },
  'routes/hooks/ticket.tsx': { get: everyone('no-page'), post: only('own', 'patient', 'provider') },
  'routes/hooks/livekit.tsx': { get: everyone('no-page'), post: everyone('refused') },

  'routes/demo/mailbox.tsx': openPage,
  'routes/demo/mail.tsx': { get: everyone('own'), post: noAction },
  'routes/demo/clock.tsx': open,

  'routes/public/no-page.tsx': { get: everyone('no-page'), post: everyone('no-page') },
}
