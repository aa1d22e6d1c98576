import { afterAll, beforeAll, expect, test } from 'vitest'
import { crashes } from '@db/test/crash'
import type { Crashes, CrashPoint } from '@db/test/crash'
import { testContext } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { fakeMedia } from '@db/test/fake-media'
import { consultJourney, runner } from '@db/test/journey'
import type { Run } from '@db/test/journey'
import { endsJourney } from '@db/test/journey-ends'
import { peopleJourney } from '@db/test/journey-people'
import { phoneJourney } from '@db/test/journey-phone'
import { procedureJourney } from '@db/test/journey-procedure'
import { openDatabase } from '@db/client'
import { keepProcedure } from '~/features/care/keep-procedure.server'
import { nameDriver } from '~/features/care/name-driver.server'
import { bookProcedure } from '~/features/case/book-procedure.server'
import { cancelProcedure } from '~/features/case/cancel-procedure.server'
import { moveProcedure } from '~/features/case/move-procedure.server'
import { recordAnswer } from '~/features/case/record-answer.server'
import { recordProcedure } from '~/features/case/record-procedure.server'
import { settleItem } from '~/features/case/settle-item.server'
import { writeEntry } from '~/features/diary/write-entry.server'
import { registerByPhone } from '~/features/call/register-by-phone.server'
import { removeGuest } from '~/features/guest/remove-guest.server'
import { addPaper } from '~/features/intake/add-paper.server'
import { removePaper } from '~/features/intake/remove-paper.server'
import { openPhoneIntake } from '~/features/intake/open-phone-intake.server'
import { correctAnswer } from '~/features/intake/correct-answer.server'
import { saveAnswers } from '~/features/intake/save-answers.server'
import { startIntake } from '~/features/intake/start-intake.server'
import { submitIntake } from '~/features/intake/submit-intake.server'
import { takeOverDraft } from '~/features/intake/take-over-draft.server'
import { addAddendum } from '~/features/note/add-addendum.server'
import { saveNote } from '~/features/note/save-note.server'
import { signNote } from '~/features/note/sign-note.server'
import { cancelOrder } from '~/features/order/cancel-order.server'
import { orderInjection } from '~/features/order/order-injection.server'
import { decideNextStep } from '~/features/outcome/decide-next-step.server'
import { takeMeasures } from '~/features/outcome/take-measures.server'
import { recordSignOff } from '~/features/rules/record-sign-off.server'
import { cancelVisit } from '~/features/schedule/cancel-visit.server'
import { confirmConsult } from '~/features/schedule/confirm-consult.server'
import { confirmMove } from '~/features/schedule/confirm-move.server'
import { holdConsult } from '~/features/schedule/hold-consult.server'
import { agreeTriage } from '~/features/triage/agree-triage.server'
import { askLive } from '~/features/triage/ask-live.server'
import { overrideTriage } from '~/features/triage/override-triage.server'
import { recordExam } from '~/features/triage/record-exam.server'
import { closeUrgent } from '~/features/urgent/close-urgent.server'
import { replyUrgent } from '~/features/urgent/reply-urgent.server'
import { admit } from '~/features/visit/admit.server'
import { arrive } from '~/features/visit/arrive.server'
import { endVisit } from '~/features/visit/end-visit.server'
import { missVisit } from '~/features/visit/miss-visit.server'
import { acceptInvitation } from '~/features/account/accept-invitation.server'
import { registerPatient } from '~/features/account/register-patient.server'

const database = testDatabase()

/** Acts that a person is told have been done. Each dies here at every single thing it writes, and while it commits. */
const acts = [
  startIntake,
  saveAnswers,
  correctAnswer,
  addPaper,
  removePaper,
  submitIntake,
  holdConsult,
  confirmConsult,
  confirmMove,
  cancelVisit,
  arrive,
  admit,
  removeGuest,
  endVisit,
  missVisit,
  saveNote,
  signNote,
  addAddendum,
  orderInjection,
  cancelOrder,
  recordAnswer,
  settleItem,
  bookProcedure,
  moveProcedure,
  cancelProcedure,
  recordProcedure,
  keepProcedure,
  nameDriver,
  writeEntry,
  replyUrgent,
  closeUrgent,
  takeMeasures,
  decideNextStep,
  registerPatient,
  registerByPhone,
  acceptInvitation,
  openPhoneIntake,
  takeOverDraft,
  recordSignOff,
  agreeTriage,
  overrideTriage,
  askLive,
  recordExam,
]

type Death = { act: string; point: CrashPoint; acknowledged: boolean; traces: string[] }
const deaths: Death[] = []
const survived = new Map<string, number>()
let lost: string[] = []
let kill: Crashes

const traces = (before: string, after: string) => {
  const known = new Set(before.split('\n'))
  return after.split('\n').filter((line) => !known.has(line))
}

beforeAll(async () => {
  kill = await crashes(database)
  const media = fakeMedia()
  const plain = runner((who, now) => testContext(database, who, { now, media }))
  const die = async (act: string, call: () => Promise<unknown>, point: CrashPoint) => {
    const before = await kill.fingerprint()
    await kill.at(point)
    const acknowledged = await call().then(
      () => true,
      () => false,
    )
    await kill.at(null)
    if (acknowledged && point !== 'commit') return false
    deaths.push({ act, point, acknowledged, traces: traces(before, await kill.fingerprint()) })
    return true
  }
  const run: Run = async (verb, who, at, ...wish) => {
    const isAct = acts.some((act) => (act as unknown) === verb)
    if (!isAct || survived.has(verb.name)) return plain(verb, who, at, ...wish)
    const call = () => plain(verb, who, at, ...wish)
    await die(verb.name, call, 'commit')
    let answer: unknown
    let point = 1
    const once = async () => {
      answer = await call()
    }
    while (await die(verb.name, once, point)) point += 1
    survived.set(verb.name, point - 1)
    return answer as Awaited<ReturnType<typeof call>>
  }
  const whole = await procedureJourney(database, run, await consultJourney(database, run))
  await endsJourney(database, run, whole.provider)
  await peopleJourney(database, run)
  await phoneJourney(database, run)

  const before = await kill.fingerprint()
  await database.owner`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = 'ilium'`
  lost = traces(before, await kill.fingerprint())
}, 300_000)
afterAll(() => kill.at(null))

test.each(acts.map((act) => act.name))(
  '%s that dies leaves nothing and acknowledges nothing; alive it is there',
  (name) => {
    const own = deaths.filter((death) => death.act === name)
    expect(survived.get(name), 'writes something').toBeGreaterThan(1)
    expect(own.map((death) => death.point)).toContain('commit')
    expect(own.filter((death) => death.acknowledged)).toEqual([])
    expect(own.flatMap((death) => death.traces.map((trace) => `${death.point}: ${trace}`))).toEqual([])
  },
)

test('what was acknowledged is there when every connection has died', () => {
  expect(lost).toEqual([])
})

test('every transaction waits until it is on disk', async () => {
  const app = openDatabase(database.url, { connections: 1 })
  const rows = await app.pool.begin(async (sql) => {
    await sql`set local role ilium_patient`
    return sql<
      { name: string; setting: string }[]
    >`select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'transaction_read_only')`
  })
  await app.close()
  const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))
  expect(settings).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    transaction_read_only: 'off',
  })
})

test('no source asks for less than that', () => {
  const sources = import.meta.glob<string>(['../../app/**/*.ts', '../../db/*.ts', '../../db/migrations/*.sql'], {
    eager: true,
    query: '?raw',
    import: 'default',
  })
  const careless = Object.entries(sources).filter(([, text]) =>
    /synchronous_commit|unlogged|set local fsync/i.test(text),
  )
  expect(careless.map(([file]) => file)).toEqual([])
})
