import { examples } from '~/domain/intake/examples'
import { answerIntake } from './answer-intake'
import {
  admitAndTalk,
  decideNextStep,
  endAndSign,
  endVisit,
  moveClockTo,
  orderInjection,
  writeNote,
} from './clinic-steps'
import { expectMediaArrives, watchMedia } from './media'
import { arrive, bookFirstTime, writeDiary } from './patient-steps'
import type { Booked } from './patient-steps'
import { expect, isInOrder, openMail, signIn, test } from './portal'
import { authorise, bookProcedure, openCase, recordProcedure, settleLines } from './scheduler-steps'

const name = 'Iris Journeywoman'
const password = 'lantern porch kettle 42'
const minutes = (count: number) => count * 60_000
const days = (count: number) => count * 24 * 60 * 60_000
const after = (moment: Date, ms: number) => new Date(moment.getTime() + ms)
const clinicClock = (moment: Date) =>
  moment.toLocaleTimeString('en-GB', { timeZone: 'America/Chicago', hour: '2-digit', minute: '2-digit' })
const account = (provider: string) => (/Nora/.test(provider) ? 'nora' : /Finn/.test(provider) ? 'finn' : 'ada')

test('from the first question by phone to the outcome by video', async ({ someone }) => {
  test.setTimeout(720_000)
  const email = `iris-${Date.now()}@example.test`
  const { page: patient } = await someone({ viewport: { width: 390, height: 844 } })
  const { page: provider } = await someone({ viewport: { width: 1440, height: 900 } })
  const { page: scheduler } = await someone({ viewport: { width: 1440, height: 900 } })
  const { page: tool } = await someone()
  await watchMedia(patient)
  await watchMedia(provider)
  let booked: Booked = { visitId: '', provider: '', startsAt: new Date(0) }
  let procedureAt = new Date(0)

  await test.step('she makes an account and confirms her address', async () => {
    await patient.goto('/')
    await isInOrder(patient)
    await patient
      .getByRole('link', { name: /Start your questions/ })
      .first()
      .click()
    await patient.getByLabel('Your name').fill(name)
    await patient.getByLabel('The day you were born').fill('1972-03-03')
    await patient.getByLabel('E-mail').fill(email)
    await patient.getByLabel('Phone').fill('612-555-0199')
    await patient.getByLabel('The state you live in').selectOption('MN')
    await patient.getByLabel('Password', { exact: true }).fill(password)
    await isInOrder(patient)
    await patient
      .getByRole('main')
      .getByRole('button', { name: /account/i })
      .click()
    await expect(patient.getByRole('heading', { level: 1 })).toHaveText('Open the link we sent you')
    await openMail(tool, email)
    await patient.goto((await tool.getByRole('link', { name: /verify-email/ }).getAttribute('href')) ?? '')
    await isInOrder(patient)
    await patient.getByRole('main').getByRole('button').click()
    await patient.waitForURL(/sign-in/)
    await signIn(patient, email, password)
    await isInOrder(patient)
  })

  await test.step('she answers every question and sends them', async () => {
    const answers = { ...examples.rightSided.answers, signedName: name }
    await answerIntake(patient, { answers, onStep: () => isInOrder(patient) })
    await patient.waitForURL('**/care/next-step')
    await isInOrder(patient)
  })

  await test.step('she books a video visit, comes in, and is admitted without a reload', async () => {
    booked = await bookFirstTime(patient)
    await moveClockTo(tool, after(booked.startsAt, -minutes(5)))
    await signIn(provider, account(booked.provider))
    await arrive(patient, booked.visitId)
    await admitAndTalk(provider, patient, name)
  })

  await test.step('a reload during the call returns to the call', async () => {
    await patient.reload()
    await expect(patient.getByRole('navigation', { name: 'Call controls' })).toBeVisible()
    await Promise.all([expectMediaArrives(patient), expectMediaArrives(provider)])
  })

  await test.step('the provider writes, orders, ends and signs', async () => {
    await writeNote(provider)
    await orderInjection(provider, 'RIGHT')
    await endAndSign(provider)
    await patient.goto(`/care/visits/${booked.visitId}/summary`)
    await expect(patient.getByText('We plan an injection near your dimple.')).toBeVisible()
    await isInOrder(patient)
  })

  await test.step('the scheduler authorises, the clinician clears, the scheduler books all three', async () => {
    await signIn(scheduler, 'robin')
    await openCase(scheduler, name)
    await authorise(scheduler, after(booked.startsAt, days(200)))
    await settleLines(scheduler)
    await provider.goto('/worklist')
    await isInOrder(provider)
    await provider.getByRole('region', { name: 'Cases wait for you' }).getByRole('link', { name }).first().click()
    await provider.waitForURL(/\/cases\//)
    await settleLines(provider)
    await isInOrder(provider)
    await openCase(scheduler, name)
    await bookProcedure(scheduler)
  })

  await test.step('she keeps the time, and the procedure is recorded on the ordered side', async () => {
    await patient.goto('/care')
    await isInOrder(patient)
    await patient.goto('/care/procedure')
    await isInOrder(patient)
    procedureAt = new Date((await patient.getByRole('main').locator('time').first().getAttribute('datetime')) ?? '')
    await patient.getByRole('button', { name: /^Keep/ }).click()
    await expect(patient.getByText('You keep this time')).toBeVisible()
    await moveClockTo(tool, after(procedureAt, minutes(30)))
    await openCase(scheduler, name)
    const at = (count: number) => clinicClock(after(procedureAt, minutes(count)))
    await recordProcedure(scheduler, { side: 'RIGHT', needleIn: at(10), needleOut: at(20) })
    await isInOrder(scheduler)
  })

  await test.step('she keeps her diary to day 13', async () => {
    await moveClockTo(tool, after(procedureAt, minutes(50)))
    await writeDiary(patient, 1)
    for (const day of [1, 7, 13]) {
      await moveClockTo(tool, after(procedureAt, days(day) + minutes(120)))
      await writeDiary(patient, 2, day === 13 ? 2 : undefined)
    }
  })

  await test.step('two weeks later she comes back by video, and the next step is decided', async () => {
    await patient.goto('/care')
    const links = await patient
      .getByRole('main')
      .getByRole('link')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
    const visitId =
      links.flatMap((href) => /visits\/([0-9a-f-]{36})/.exec(href)?.[1] ?? []).find((id) => id !== booked.visitId) ?? ''
    await patient.goto(`/care/visits/${visitId}/booked`)
    await isInOrder(patient)
    const startsAt = new Date((await patient.getByRole('main').locator('time').first().getAttribute('datetime')) ?? '')
    expect(Math.round((startsAt.getTime() - procedureAt.getTime()) / days(1))).toBe(14)
    await moveClockTo(tool, after(startsAt, -minutes(5)))
    await arrive(patient, visitId)
    await provider.goto('/worklist')
    await admitAndTalk(provider, patient, name)
    await decideNextStep(provider)
    await isInOrder(provider)
    await endVisit(provider)
    await patient.goto('/care')
    await isInOrder(patient)
    await scheduler.goto('/board?open=next_step')
    await expect(scheduler.getByRole('region', { name: 'Next step' }).getByText(name)).toBeVisible()
    await isInOrder(scheduler)
  })
})
