import type { Page } from '@playwright/test'
import postgres from 'postgres'
import { expect, isInOrder, signIn, test } from './portal'

const pages = ['/admin/rules', '/admin/policies', '/admin/drop-off', '/admin/rules/print']

/** A comparison that was kept, with one intake that differs: the demo's own people read the same under both versions. */
async function keepARunThatDiffers(): Promise<void> {
  const database = postgres(process.env['DATABASE_URL'] ?? '', { max: 1 })
  const reading = { urgency: 'routine', siPattern: 'possible', codes: [], rules: [] }
  await database`
    insert into rule_set_runs (from_version, to_version, from_hash, to_hash, stored, intakes_read, same, raised, lowered, replayed, apart, changes, run_by, run_at)
    select from_version, to_version, from_hash, to_hash, 1, 1, 0, 1, 0, 1, '[]', ${database.json([
      {
        intakeId: crypto.randomUUID(),
        sentOn: '2026-11-09',
        who: 'woman, 70s',
        from: reading,
        to: { ...reading, urgency: 'emergency', codes: ['redflag:cauda_equina'], rules: ['RF-01-numbness'] },
      },
    ])}, run_by, run_at + interval '1 second' from rule_set_runs order by run_at desc limit 1`
  await database.end()
}

async function openRules(page: Page, query = ''): Promise<void> {
  await page.goto(`/admin/rules${query}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Rule sets' })).toBeVisible()
}

for (const { width, colorScheme } of [
  { width: 1440, colorScheme: 'light' },
  { width: 820, colorScheme: 'dark' },
] as const)
  test(`the pages on rules, policies and where people leave are in order at ${width}, ${colorScheme}`, async ({
    someone,
  }) => {
    const { page } = await someone({ viewport: { width, height: 900 }, colorScheme })
    await signIn(page, 'alex')
    for (const path of pages) {
      await page.goto(path)
      await isInOrder(page)
    }
  })

test('an admin reads a rule, compares it, and finds what patients are told', async ({ someone }) => {
  const { page } = await someone({ viewport: { width: 1440, height: 900 } })
  await signIn(page, 'alex')
  await page.getByRole('link', { name: 'Rule sets' }).click()
  await expect(page.getByText(/in force since .* clinical owner/)).toBeVisible()
  for (const group of [
    'Urgency',
    'Words in free text',
    'SI pattern',
    'Other causes',
    'To settle first',
    'Notes and risks',
  ])
    await expect(page.locator('summary').filter({ hasText: group })).toBeVisible()

  await page.getByRole('link', { name: /^Changed, new or removed/ }).click()
  const changed = page.getByRole('row').filter({ hasText: /changed$/ })
  const rule = changed.first().getByRole('link')
  await rule.click()
  await expect(rule).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('heading', { name: /, compared with/ })).toBeVisible()
  await expect(page.locator('.diff .add, .diff .del').first()).toBeVisible()
  await isInOrder(page)

  await page.getByRole('navigation', { name: 'Versions' }).getByRole('link').last().click()
  await expect(page.getByRole('heading', { name: 'Rules 1.0.0' })).toBeVisible()
  await page.getByRole('row').filter({ hasText: 'Emergency' }).first().getByRole('link').click()
  await expect(page.getByRole('heading', { name: /, in full$/ })).toBeVisible()
  await expect(page.getByRole('term').filter({ hasText: /^If$/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What patients are told' })).toBeVisible()
  await expect(page.getByText('We call you today')).toBeVisible()
})

test('both versions run over the stored intakes: counts, what differs and why, and that every result comes out again', async ({
  someone,
}) => {
  const { page } = await someone({ viewport: { width: 1440, height: 900 } })
  await signIn(page, 'alex')
  await openRules(page)
  const panel = page.locator('#run')
  await panel.getByRole('button', { name: /^Run/ }).click()
  await expect(panel.getByText(/come out again, word for word/)).toBeVisible()
  const [, replayed, read] = /for word: ([\d,]+) of ([\d,]+)\./.exec(await panel.innerText()) ?? []
  expect(Number(read)).toBeGreaterThan(20)
  expect(replayed).toBe(read)
  const counts = await panel.locator('.stat .big').allInnerTexts()
  expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(Number(read))
  await isInOrder(page)

  await keepARunThatDiffers()
  await page.reload()
  await expect(panel.getByRole('row', { name: /Nov 9 woman, 70s Routine Emergency/ })).toBeVisible()
  await isInOrder(page)
  await panel.getByRole('link', { name: 'See why for woman, 70s' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { level: 2 })).toHaveText('Mon, Nov 9, woman, 70s')
  await expect(dialog.getByRole('listitem')).toContainText('RF-01-numbness New numbness')
  await isInOrder(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  await page.goto('/admin/audit')
  await expect(page.getByRole('row').filter({ hasText: 'Triage: rerun' }).first()).toBeVisible()
})

test('a sign-off asks for a name and a title, stays on the page and is recorded once', async ({ someone, watched }) => {
  const { page } = await someone({ viewport: { width: 1440, height: 900 } })
  await signIn(page, 'alex')
  await openRules(page, '?version=1.0.0')
  await expect(page.locator('#sign-off')).toContainText('awaiting the clinic’s medical director')
  await page.getByRole('link', { name: 'Record it' }).click()
  const dialog = page.getByRole('dialog')
  await isInOrder(page)
  watched.expect(/400 \(Bad Request\)/)
  await dialog.getByRole('button', { name: 'Record the sign-off' }).click()
  await expect(dialog.getByText('Write the name of the clinician who signed')).toBeVisible()
  await isInOrder(page)
  await dialog.getByLabel('Clinician who signed').fill('Nora Exemplar')
  await dialog.getByLabel('Title').fill('MD')
  await dialog.getByLabel(/^Note/).fill('Paper in the safe')
  await dialog.getByRole('button', { name: 'Record the sign-off' }).click()
  await expect(page.locator('#sign-off')).toContainText(/Nora Exemplar, MD, .* Paper in the safe/)
  await expect(page.getByRole('link', { name: 'Record it' })).toHaveCount(0)
  await isInOrder(page)
})

test('the printed rules are whole and carry no menu', async ({ someone }) => {
  const { page } = await someone({ viewport: { width: 1440, height: 900 } })
  await signIn(page, 'alex')
  await openRules(page)
  await page.getByRole('link', { name: 'Print the rules' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /in full$/ })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  expect(await page.getByRole('article').count()).toBeGreaterThan(150)
  expect((await page.pdf()).byteLength).toBeGreaterThan(50_000)
})

test('payer policies underline their values and mark what no text says', async ({ someone }) => {
  const { page } = await someone({ viewport: { width: 1440, height: 900 } })
  await signIn(page, 'alex')
  await page.goto('/admin/policies')
  const table = page.getByRole('region', { name: /Medicare NGS/ })
  await expect(table.locator('.val').filter({ hasText: '3 months' }).first()).toBeVisible()
  await expect(table.getByText('not found in the text')).toBeVisible()
  const others = page.getByRole('cell').getByRole('link')
  await others.nth(1).click()
  await expect(others.nth(1)).toHaveAttribute('aria-current', 'page')
  await isInOrder(page)
})

test('where people leave: part by part, question by question, and nothing of a version nobody was counted in', async ({
  someone,
}) => {
  const { page } = await someone({ viewport: { width: 1440, height: 900 } })
  await signIn(page, 'alex')
  await page.getByRole('link', { name: 'Where people leave' }).click()
  await expect(page.getByRole('region', { name: 'The whole' })).toContainText('Time it takes, measured')
  await expect(page.getByRole('rowheader', { name: /^When were you born\?/ })).toBeVisible()
  await page.getByRole('link', { name: '1.0.0', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Nobody has been counted yet' })).toBeVisible()
  await isInOrder(page)
})

for (const who of ['nora', 'robin', 'bea'])
  test(`for ${who} none of these pages is there`, async ({ someone, watched }) => {
    const { page } = await someone()
    await signIn(page, who)
    watched.expect(/404 \(Not Found\)/)
    for (const path of pages) expect((await page.goto(path))?.status(), path).toBe(404)
  })
