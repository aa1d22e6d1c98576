import type { Locator, Page } from '@playwright/test'
import { expect, isInOrder, signIn, test } from './portal'

const desk = { width: 1440, height: 900 }
const tablet = { width: 820, height: 1180 }

async function openIntake(page: Page, name: string): Promise<void> {
  await page.goto('/intakes')
  await page.getByRole('main').getByRole('link', { name }).first().click()
  await page.waitForURL(/\/intakes\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
}

/** Chooses in a bar of choices as a person does, by what is written on it. */
async function choose(group: Locator, words: string): Promise<void> {
  const control = group.getByLabel(words, { exact: true })
  await control.locator('xpath=ancestor::label[1]').click()
  await expect(control).toBeChecked()
}

async function openOverride(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Override' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  return dialog
}

async function say(dialog: Locator, reason: string, words: string): Promise<void> {
  await dialog.getByLabel('Reason', { exact: true }).selectOption({ label: reason })
  await dialog.getByLabel('In words').fill(words)
}

const history = (page: Page) => page.getByRole('region', { name: 'Readings and reviews' })
const triage = (page: Page) => page.getByRole('region', { name: 'Triage', exact: true })

test('every reason opens to the words behind it; lowering takes what was asked again, and a colleague agrees', async ({
  someone,
  watched,
}) => {
  watched.expect(/40[09]/)
  const { page } = await someone({ viewport: desk })
  await signIn(page, 'nora')
  await page.goto('/intakes')
  await isInOrder(page)
  await page.getByRole('link', { name: 'Same day' }).click()
  await expect(page.getByRole('main').locator('tbody tr').first()).toContainText('Same day')
  await isInOrder(page)

  await openIntake(page, 'Walt Testwell')
  await isInOrder(page)
  const reason = triage(page).locator('details', { hasText: 'Fever or rigors' })
  await reason.locator('summary').click()
  await expect(reason).toContainText('“Yes”')
  await expect(reason).toContainText('Fires when')
  await expect(reason).toContainText('guideline')
  await isInOrder(page)

  const dialog = await openOverride(page)
  await choose(dialog.getByRole('group', { name: 'You say' }), 'Routine')
  await say(dialog, 'Symptom has gone', 'No fever since Friday, measured twice a day.')
  await isInOrder(page)
  await dialog.getByRole('button', { name: 'Lower to routine' }).click()
  await expect(dialog).toContainText('Ask every item again before you lower')
  await isInOrder(page)
  const items = dialog.getByRole('region', { name: 'Items asked again' }).getByRole('group')
  for (const item of await items.all()) await choose(item, 'Worse')
  await dialog.getByRole('button', { name: 'Lower to routine' }).click()
  await expect(dialog).toContainText('An item is worse than it was')
  for (const item of await items.all()) await choose(item, 'Gone')
  await dialog.getByRole('button', { name: 'Lower to routine' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(triage(page)).toContainText('Urgency: routine')
  await expect(triage(page)).toContainText('The rules say same day, what stands is routine')
  await expect(history(page)).toContainText('Urgency lowered from same day to routine')
  await expect(history(page).getByRole('listitem').last()).toContainText('Urgency same day')
  await isInOrder(page)

  const { page: colleague } = await someone({ viewport: desk })
  await signIn(colleague, 'ada')
  await colleague.goto('/worklist')
  const waiting = colleague.getByRole('region', { name: 'Overrides to review' })
  await expect(waiting).toContainText('No fever since Friday')
  await isInOrder(colleague)
  await waiting
    .getByRole('row', { name: /Walt Testwell/ })
    .getByRole('link', { name: 'Review' })
    .click()
  await colleague.getByRole('button', { name: 'Agree' }).click()
  await expect(history(colleague)).toContainText('Agreed by Dr. Ada Protoman')
  await colleague.goto('/worklist')
  await expect(waiting.getByText('Walt Testwell')).toHaveCount(0)
})

test('raising calls the person today and closes their booking', async ({ someone, watched }) => {
  watched.expect(/40[09]/)
  const { page } = await someone({ viewport: tablet })
  await signIn(page, 'nora')
  await openIntake(page, 'Sol Newcomb-Faux')
  await isInOrder(page)
  const dialog = await openOverride(page)
  await choose(dialog.getByRole('group', { name: 'You say' }), 'Same day')
  await say(dialog, 'More worrying than the rules say', 'Told the front desk that he limps since this morning.')
  await dialog.getByRole('button', { name: 'Raise to same day' }).click()
  await expect(dialog).toContainText('Choose what you fear')
  await isInOrder(page)
  await dialog.getByLabel('What you fear').selectOption({ label: 'Fracture' })
  await dialog.getByRole('button', { name: 'Raise to same day' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(triage(page)).toContainText('Urgency: same day')
  await expect(triage(page).getByRole('link', { name: 'Take the call' })).toBeVisible()
  await isInOrder(page)

  const { page: patient } = await someone({ viewport: { width: 390, height: 844 } })
  await signIn(patient, 'sol')
  await patient.goto('/care/next-step')
  await expect(patient.getByRole('heading', { level: 1 })).toContainText(/We call you/)
  await patient.goto('/care/book')
  await expect(patient.locator('button[name="time"]')).toHaveCount(0)
})

test('what nobody was sure of is asked live; an emergency answer says what to say and calls', async ({ someone }) => {
  const { page } = await someone({ viewport: desk })
  await signIn(page, 'nora')
  await openIntake(page, 'June Mockridge')
  const ask = page.getByRole('form', { name: 'Ask live' })
  await choose(ask.getByRole('group', { name: /numbness where you sit or wipe/ }), 'Yes')
  await ask.getByRole('button', { name: 'Keep what was said' }).click()
  const alarm = page.getByRole('alert').filter({ hasText: 'Say this' })
  await expect(alarm).toContainText('Call 911 now.')
  await expect(alarm).toContainText('new numbness where I sit')
  await expect(triage(page)).toContainText('Urgency: emergency')
  await expect(history(page)).toContainText('Asked live by Dr. Nora Exemplar')
  await expect(history(page)).toContainText('Urgency raised from same day to emergency')
  await isInOrder(page)
  const { page: patient } = await someone({ viewport: { width: 390, height: 844 } })
  await signIn(patient, 'june')
  await patient.goto('/care/next-step')
  await patient.waitForURL('**/care/intake/emergency')
  await expect(patient.getByRole('heading', { level: 1 })).toHaveText('Call 911 now.')
})

test('a video test counts only when attested; five in person give a probability and prove the plan’s item', async ({
  someone,
  watched,
}) => {
  watched.expect(/400/)
  const { page } = await someone({ viewport: desk })
  await signIn(page, 'ada')
  await openIntake(page, 'Gus Prototype')
  const exam = page.getByRole('region', { name: 'SI exam', exact: true })
  await expect(page.getByText(/of 100, with very low certainty/)).toHaveCount(0)
  const record = async (name: string, result: string) => {
    const row = exam.locator('details.xt', { has: page.locator('summary', { hasText: name }) })
    if (!(await row.evaluate((one) => (one as HTMLDetailsElement).open))) await row.locator('summary').click()
    await choose(row.getByRole('group', { name: 'Result' }), result)
  }
  await choose(exam.getByRole('group', { name: 'Where' }), 'By video')
  await record('Figure 4 (FABER), seated', 'Positive')
  await exam.getByRole('button', { name: 'Save what was tested' }).click()
  await expect(exam).toContainText('Positive, right, by video')
  await expect(exam).toContainText('0 of 5 tests that count · 0 positive')
  await expect(page.getByRole('region', { name: 'SI pattern' })).toContainText('By video, not attested')
  await record('Yeoman', 'Not possible')
  await exam.getByRole('button', { name: 'Save what was tested' }).click()
  await expect(exam.getByRole('alert')).toContainText('A test is not complete')
  await isInOrder(page)
  for (const name of ['Figure 4 (FABER), lying', 'Thigh thrust', 'Gaenslen']) await record(name, 'Positive')
  for (const name of ['Distraction', 'Compression']) await record(name, 'Negative')
  await record('Yeoman', 'Not done')
  await exam.getByRole('button', { name: 'Save what was tested' }).click()
  await expect(exam).toContainText('5 of 5 tests that count · 3 positive')
  await expect(page.getByRole('region', { name: 'SI pattern' })).toContainText(
    'About 35 of 100, with very low certainty',
  )
  await expect(history(page)).toContainText(/Plan item PY-06: needs an exam in person, now met/)
  await isInOrder(page)
})

test('the visit has the same panel', async ({ someone }) => {
  const { page } = await someone({ viewport: tablet })
  await signIn(page, 'nora')
  await page.goto('/intakes')
  await page
    .getByRole('row', { name: /Pearl Dummett/ })
    .getByRole('link')
    .last()
    .click()
  await page.waitForURL(/\/visits\//)
  await expect(triage(page)).toContainText('Urgency: expedited')
  await expect(page.getByRole('region', { name: 'What the plan asks for' })).toBeVisible()
  await page.getByRole('link', { name: 'Override' }).click()
  await expect(page.getByRole('dialog')).toContainText('Pearl Dummett')
  await isInOrder(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await isInOrder(page)
})
