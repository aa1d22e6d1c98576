import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { anArrival } from '@db/factories/an-arrival'
import { askers, routeAccess } from '~/server/route-access'
import type { Access, Asker } from '~/server/route-access'
import { expect, signIn, test } from './portal'
import { accessOf, ask, listedRoutes } from './route-access'
import { realIds } from './real-ids'

const unknown: Record<string, string> = { step: 'about-you', question: 'fever', token: 'x'.repeat(43) }
const isResource = (file: string) => file.startsWith('routes/hooks/')

/** What is sent where an empty form would be refused before access is decided. */
const forms: Record<string, Record<string, string>> = {
  'routes/auth/reset-password.tsx': { password: 'porch lemon kettle' },
  'routes/guest/room.tsx': { intent: 'ask' },
  'routes/patient/visit-arrive.tsx': { ...anArrival() },
  'routes/provider/urgent-item.tsx': { intent: 'take' },
}

const fill = (pattern: string, values: Record<string, string>) =>
  pattern.replace(/:(\w+)/g, (_whole, name: string) => values[name] ?? unknown[name] ?? randomUUID())
const dataPath = (path: string) => (path === '/' ? '/_root.data' : `${path}.data`)

async function cookiesOf(browser: Browser, origin: string, enter: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ baseURL: origin })
  await enter(await context.newPage())
  const cookies = (await context.cookies()).map((cookie) => `${cookie.name}=${cookie.value}`).join('; ')
  await context.close()
  return cookies
}

const origin = () => test.info().project.use.baseURL ?? ''
const cookies: Record<Asker, string> = { visitor: '', patient: '', provider: '', scheduler: '', admin: '', guest: '' }
const owners: { role: Asker; cookies: string; ids: Record<string, string[]> }[] = []

test.beforeAll('one of each kind comes in', async ({ browser }) => {
  cookies.provider = await cookiesOf(browser, origin(), (page) => signIn(page, 'nora'))
  cookies.scheduler = await cookiesOf(browser, origin(), (page) => signIn(page, 'robin'))
  cookies.admin = await cookiesOf(browser, origin(), (page) => signIn(page, 'alex'))
  const email = `stranger-${randomUUID().slice(0, 8)}@example.org`
  cookies.patient = await cookiesOf(browser, origin(), async (page) => {
    await page.goto('/register')
    await page.getByLabel('Your name').fill('Ann Stranger')
    await page.getByLabel('The day you were born').fill('1970-01-02')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Phone').fill('612-555-0199')
    await page.getByLabel('The state you live in').selectOption('MN')
    await page.getByLabel('Password', { exact: true }).fill('porch lemon kettle')
    await page.getByRole('button', { name: 'Make my account' }).click()
    await page.waitForURL('**/check-mail')
    await page.goto('/demo/mailbox')
    await page.getByRole('link').filter({ hasText: email }).click()
    await page.getByRole('link', { name: /verify-email/ }).click()
    await page.getByRole('button', { name: 'Confirm my e-mail' }).click()
    await page.waitForURL('**/sign-in?confirmed')
    await signIn(page, email, 'porch lemon kettle')
  })
  const patients = ['saul', 'tom', 'lars']
  const real = await realIds([...patients, 'nora'])
  for (const who of patients) {
    const held = await cookiesOf(browser, origin(), (page) => signIn(page, who))
    owners.push({ role: 'patient', cookies: held, ids: { visitId: real.visits[who] ?? [] } })
  }
  const { items, cases, procedures, intakes, phoneIntakes, callers } = real
  forms['routes/admin/people.tsx'] = { intent: 'enable', personId: real.someone }
  owners.push(
    {
      role: 'provider',
      cookies: cookies.provider,
      ids: { visitId: real.visits['nora'] ?? [], itemId: items, caseId: cases, intakeId: intakes },
    },
    {
      role: 'scheduler',
      cookies: cookies.scheduler,
      ids: { caseId: cases, procedureId: procedures, intakeId: phoneIntakes, patientId: callers },
    },
  )
})

test.beforeAll('a guest comes in by an invitation', async ({ browser }) => {
  const visits = owners.find((owner) => owner.role === 'provider')?.ids['visitId'] ?? []
  const email = `guest-${randomUUID().slice(0, 8)}@example.org`
  for (const visitId of visits) {
    const form = { intent: 'invite', kind: 'family', name: 'Gary Guest', email }
    await ask(origin(), { path: `/visits/${visitId}/guests`, cookies: cookies.provider, form })
  }
  cookies.guest = await cookiesOf(browser, origin(), async (page) => {
    await page.goto('/demo/mailbox')
    await page.getByRole('link').filter({ hasText: email }).first().click()
    await page.getByRole('link', { name: /\/guest\// }).click()
    await page.getByRole('button', { name: /join/i }).click()
    await page.waitForURL('**/guest')
  })
  expect(cookies.guest).toContain('ilium-guest=')
})

test('every route has its row, and no row is left over', () => {
  expect(Object.keys(routeAccess).toSorted()).toEqual(listedRoutes.map((route) => route.file).toSorted())
})

/** What an asker gets from an id that names nothing. */
const ofNothing = (access: Access): Access => (access === 'own' ? 'no-page' : access === 'judged' ? 'ok' : access)
const lastOfAll = (file: string) => Number(file.includes('sign-out'))

class Report {
  readonly got: string[] = []
  readonly wanted: string[] = []

  async look(label: string, wish: Parameters<typeof ask>[1], access: Access): Promise<void> {
    this.got.push(`${label}: ${accessOf(await ask(origin(), wish))}`)
    this.wanted.push(`${label}: ${access}`)
  }
}

for (const { file, pattern } of listedRoutes.toSorted((a, b) => lastOfAll(a.file) - lastOfAll(b.file))) {
  test(`${pattern} answers each asker as the table says (${file})`, async () => {
    const row = routeAccess[file]
    if (!row) throw new Error(`${file} has no row`)
    const path = fill(pattern, {})
    const report = new Report()
    for (const asker of askers) {
      const held = { cookies: cookies[asker] }
      const form = forms[file] ?? {}
      await report.look(`${asker} GET`, { path, ...held }, ofNothing(row.get[asker]))
      if (!isResource(file))
        await report.look(`${asker} GET data`, { path: dataPath(path), ...held }, ofNothing(row.get[asker]))
      await report.look(`${asker} POST`, { path, ...held, form }, ofNothing(row.post[asker]))
      if (!isResource(file) && !lastOfAll(file))
        await report.look(`${asker} POST data`, { path: dataPath(path), ...held, form }, ofNothing(row.post[asker]))
      const old = `${path}?_data=${encodeURIComponent(file.replace(/\.tsx$/, ''))}`
      expect((await ask(origin(), { path: old, ...held })).status, `${asker} GET _data`).toBe(400)
      expect((await ask(origin(), { path: old, ...held, form })).status, `${asker} POST _data`).toBe(400)
    }
    expect(report.got).toEqual(report.wanted)
  })

  const name = /:(visitId|caseId|itemId|procedureId|intakeId|patientId)/.exec(pattern)?.[1]
  if (!name) continue
  test(`${pattern} of somebody real stays closed to everyone else (${file})`, async () => {
    const row = routeAccess[file]
    if (!row) throw new Error(`${file} has no row`)
    const report = new Report()
    const opened: string[] = []
    for (const owner of owners) {
      for (const id of (owner.ids[name] ?? []).slice(0, 4)) {
        const path = fill(pattern, { [name]: id })
        if (row.get[owner.role] === 'own') opened.push(accessOf(await ask(origin(), { path, cookies: owner.cookies })))
        for (const asker of askers) {
          const isStranger = asker === 'patient' || row.get[asker] !== 'own'
          if (!isStranger) continue
          const held = { cookies: cookies[asker] }
          await report.look(`${asker} GET`, { path, ...held }, ofNothing(row.get[asker]))
          if (!isResource(file))
            await report.look(`${asker} GET data`, { path: dataPath(path), ...held }, ofNothing(row.get[asker]))
          if (row.post[asker] !== 'own' || asker === 'patient')
            await report.look(`${asker} POST`, { path, ...held, form: forms[file] ?? {} }, ofNothing(row.post[asker]))
        }
      }
    }
    expect(report.got).toEqual(report.wanted)
    if (Object.values(row.get).includes('own')) expect(opened, 'opens for nobody').toContain('ok')
  })
}
