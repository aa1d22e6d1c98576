import { index, route } from '@remix-run/route-config'
import type { RouteConfig } from '@remix-run/route-config'

/** Every address of the portal. */
export default [
  index('routes/public/landing.tsx'),

  route('register', 'routes/auth/register.tsx'),
  route('check-mail', 'routes/auth/check-mail.tsx'),
  route('verify-email/:token', 'routes/auth/verify-email.tsx'),
  route('sign-in', 'routes/auth/sign-in.tsx'),
  route('sign-in/code', 'routes/auth/sign-in-code.tsx'),
  route('sign-out', 'routes/auth/sign-out.tsx'),
  route('signed-out', 'routes/auth/signed-out.tsx'),
  route('forgot-password', 'routes/auth/forgot-password.tsx'),
  route('reset-password/:token', 'routes/auth/reset-password.tsx'),
  route('account', 'routes/auth/account.tsx'),
  route('account/second-factor', 'routes/auth/second-factor.tsx'),

  route('care', 'routes/patient/home.tsx'),
  route('care/intake', 'routes/patient/intake-start.tsx'),
  route('care/intake/save', 'routes/patient/intake-save.tsx'),
  route('care/intake/emergency', 'routes/patient/intake-emergency.tsx'),
  route('care/intake/review', 'routes/patient/intake-review.tsx'),
  route('care/intake/:step', 'routes/patient/intake-step.tsx'),
  route('care/next-step', 'routes/patient/next-step.tsx'),
  route('care/book', 'routes/patient/book.tsx'),
  route('care/procedure', 'routes/patient/procedure.tsx'),
  route('care/diary', 'routes/patient/diary.tsx'),
  route('care/visits/:visitId', 'routes/patient/visit.tsx'),
  route('care/visits/:visitId/booked', 'routes/patient/visit-booked.tsx'),
  route('care/visits/:visitId/reschedule', 'routes/patient/visit-reschedule.tsx'),
  route('care/visits/:visitId/cancel', 'routes/patient/visit-cancel.tsx'),
  route('care/visits/:visitId/calendar', 'routes/patient/visit-calendar.tsx'),
  route('care/visits/:visitId/check', 'routes/patient/visit-check.tsx'),
  route('care/visits/:visitId/arrive', 'routes/patient/visit-arrive.tsx'),
  route('care/visits/:visitId/room', 'routes/patient/visit-room.tsx'),
  route('care/visits/:visitId/summary', 'routes/patient/visit-summary.tsx'),

  route('worklist', 'routes/provider/worklist.tsx'),
  route('worklist/urgent/:itemId', 'routes/provider/urgent-item.tsx'),
  route('visits/:visitId', 'routes/provider/visit.tsx'),
  route('visits/:visitId/admit', 'routes/provider/visit-admit.tsx'),
  route('visits/:visitId/note', 'routes/provider/visit-note.tsx'),
  route('visits/:visitId/note/save', 'routes/provider/visit-note-save.tsx'),
  route('visits/:visitId/order', 'routes/provider/visit-order.tsx'),
  route('visits/:visitId/guests', 'routes/provider/visit-guests.tsx'),
  route('visits/:visitId/line', 'routes/provider/visit-line.tsx'),
  route('visits/:visitId/outcome', 'routes/provider/visit-outcome.tsx'),
  route('visits/:visitId/end', 'routes/provider/visit-end.tsx'),
  route('visits/:visitId/ended', 'routes/provider/visit-ended.tsx'),

  route('board', 'routes/scheduler/board.tsx'),
  route('cases/:caseId', 'routes/scheduler/case.tsx'),
  route('cases/:caseId/book', 'routes/scheduler/case-book.tsx'),
  route('procedures/:procedureId/record', 'routes/scheduler/procedure-record.tsx'),

  route('admin', 'routes/admin/people.tsx'),
  route('admin/audit', 'routes/admin/audit.tsx'),

  route('guest/:token', 'routes/guest/join.tsx'),
  route('guest', 'routes/guest/room.tsx'),

  route('live', 'routes/hooks/live.tsx'),
  route('ticket/:visitId', 'routes/hooks/ticket.tsx'),
  route('webhooks/livekit', 'routes/hooks/livekit.tsx'),

  route('demo/mailbox', 'routes/demo/mailbox.tsx'),
  route('demo/mailbox/:mailId', 'routes/demo/mail.tsx'),
  route('demo/clock', 'routes/demo/clock.tsx'),

  route('*', 'routes/public/no-page.tsx'),
] satisfies RouteConfig
