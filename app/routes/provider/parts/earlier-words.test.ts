import { expect, test } from 'vitest'
import { anIntake } from '@db/factories/an-intake'
import { aPerson } from '@db/factories/a-person'
import { aVisit } from '@db/factories/a-visit'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { askedIn } from '~/domain/intake/asked-in'
import { instrument, instrumentOf, questionOf } from '~/domain/intake/instrument'
import type { Answers } from '~/domain/intake/instrument'
import { wasRefused } from '~/domain/refusal'
import { readChart } from '~/features/chart/read-chart.server'
import { saveAnswers } from '~/features/intake/save-answers.server'
import { readTriage } from '~/features/triage/read-triage.server'
import { urgentItem } from '~/features/urgent/urgent-item.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { chartView } from './chart-view.server'
import { triageView } from './triage-view.server'

const database = testDatabase()
const first = instrumentOf('1.0.0')
const asked = 'Did a sudden tearing or ripping pain start in your back, chest or belly?'
const answers: Answers = {
  tearingPain: 'no',
  relievers: ['leaning_forward'],
  treatments: ['pain_medicine'],
  painMedicineWeeks: 6,
}

async function scene(submitted: boolean) {
  const patient = await aPerson(database)
  const provider = await aPerson(database, { role: 'provider', name: 'Dr. Nora Exemplar' })
  const { intakeId } = await anIntake(database, { patient, submitted, version: '1.0.0', answers })
  return { patient, provider, intakeId, clinician: testContext(database, provider) }
}

test('the words of these questions have changed since', () => {
  expect(questionOf('tearingPain', first).label).toBe(asked)
  expect(questionOf('tearingPain').label).not.toBe(asked)
})

test('a question is shown in the words of the version that asked it, else of the newest that does', () => {
  expect(askedIn('1.0.0', 'tearingPain')).toBe(first)
  expect(askedIn('1.0.0', 'rmdq')).toBe(instrument)
  expect(askedIn(null, 'tearingPain')).toBe(instrument)
})

test('a call says what raised it in the words that were asked', async () => {
  const { patient, intakeId, clinician } = await scene(false)
  await saveAnswers(testContext(database, patient), {
    intakeId,
    answers: [{ key: 'tearingPain', value: 'yes', base: 1 }],
  })
  const watch = await watchClinic(clinician)
  if (wasRefused(watch)) throw new Error(watch.message)
  const page = watch.pages.find((one) => one.questionKey === 'tearingPain')
  expect(page).toMatchObject({ instrumentVersion: '1.0.0' })
  expect(await urgentItem(clinician, { itemId: page?.itemId ?? '' })).toMatchObject({
    said: { question: asked, answer: 'Yes' },
  })
})

test('the page of an intake and the visit say answers in the words that were chosen from', async () => {
  const { patient, provider, intakeId, clinician } = await scene(true)
  const read = await readTriage(clinician, { intakeId })
  if (wasRefused(read)) throw new Error(read.message)
  const about = { me: provider.id, now: testNow, zone: 'America/Chicago', policy: null }
  const visit = await aVisit(database, { patient, provider, startsAt: testNow })
  const chart = await readChart(clinician, { visitId: visit.id })
  if (wasRefused(chart)) throw new Error(chart.message)
  for (const summary of [triageView(read, about).summary, chartView(chart, about.zone).summary]) {
    expect(summary?.better).toBe('Leaning forward, as on a shopping cart')
    expect(summary?.safety.denied).toContain(asked)
  }
})
