import type { Page } from '@playwright/test'
import { aJpeg, aPdf, aPng } from '@db/factories/tiny-papers'
import { makeAccount, newPatient } from './make-account'
import { bookFirstTime } from './patient-steps'
import { expect, isInOrder, signIn, test } from './portal'
import { sendRest } from './send-rest'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })

const kinds = {
  report: 'Report of an x-ray, MRI or CT',
  card: 'Insurance card',
  other: 'Something else',
}
const added = (page: Page, kind: keyof typeof kinds) => page.getByRole('list', { name: `Added: ${kinds[kind]}` })
const onTheWay = (page: Page, kind: keyof typeof kinds) =>
  page.getByRole('list', { name: `On the way: ${kinds[kind]}` })
const choose = (page: Page, kind: keyof typeof kinds, files: ReturnType<typeof file>[]) =>
  page.getByLabel(new RegExp(`^(Choose files|Files): ${kinds[kind]}`)).setInputFiles(files)

async function openPapers(page: Page): Promise<void> {
  await page.goto('/care/intake')
  await page.getByRole('button', { name: /start/i }).click()
  await page.waitForURL(/\/care\/intake\/.+/)
  await page.goto('/care/intake/papers')
}

test('papers are added, refused in words, removed and kept, on a phone', async ({ someone, watched }) => {
  watched.expect(/status of 422/)
  const { page } = await someone(phone)
  const { page: tool } = await someone()
  await makeAccount(page, tool, newPatient('Paula Papers'))
  await openPapers(page)
  await isInOrder(page)
  await expect(page.getByText(/you can add papers until you send your answers/)).toBeVisible()

  await choose(page, 'report', [file('MRI report.pdf', aPdf()), file('second.pdf', aPdf({ extra: '/Lang (en)' }))])
  await expect(added(page, 'report').getByRole('listitem')).toHaveCount(2)
  await expect(page.getByRole('status').filter({ hasText: 'papers are added' })).toBeAttached()
  await choose(page, 'card', [file('front.pdf', aJpeg())])
  await expect(added(page, 'card')).toContainText('front.pdf.jpg')
  await expect(added(page, 'card')).toContainText('JPEG · 1 KB')

  await choose(page, 'other', [
    file('letter.pdf', Buffer.from('<script>alert(1)</script>')),
    file('film.jpg', Buffer.alloc(10 * 1024 * 1024 + 1)),
    file('list.png', aPng()),
  ])
  await expect(added(page, 'other')).toContainText('list.png')
  await expect(onTheWay(page, 'other').getByRole('listitem').filter({ hasText: 'letter.pdf' })).toContainText(
    'We cannot read this kind of file',
  )
  await expect(onTheWay(page, 'other').getByRole('listitem').filter({ hasText: 'film.jpg' })).toContainText(
    'larger than 10 MB',
  )
  await isInOrder(page)
  await page.getByRole('button', { name: 'Take off the list: letter.pdf' }).click()
  await page.getByRole('button', { name: 'Take off the list: film.jpg' }).click()
  await expect(onTheWay(page, 'other')).toHaveCount(0)

  await page.getByRole('link', { name: 'Remove second.pdf' }).click()
  await isInOrder(page)
  await page.getByRole('link', { name: 'Keep it' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('link', { name: 'Remove second.pdf' }).click()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect(page.getByText('Your paper is removed.')).toBeVisible()
  await expect(added(page, 'report').getByRole('listitem')).toHaveCount(1)
  await isInOrder(page)

  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'MRI report.pdf', exact: true }).click()
  expect((await saving).suggestedFilename()).toBe('MRI report.pdf')

  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/papers'))
  await page.goto('/care/intake/review')
  await expect(page.getByRole('main')).toContainText('Report of a picture; Insurance card; Another paper')
})

test('a line that breaks loses nothing: the paper waits, is sent again, and is there once', async ({
  someone,
  watched,
}) => {
  watched.expect(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/)
  const { page } = await someone(phone)
  const { page: tool } = await someone()
  await makeAccount(page, tool, newPatient('Lina Line'))
  await openPapers(page)
  await page.route('**/care/intake/papers/add', (route) => route.abort())
  await choose(page, 'report', [file('one.pdf', aPdf()), file('two.png', aPng())])
  await expect(onTheWay(page, 'report')).toContainText('The line broke')
  await isInOrder(page)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('We go on when your papers are here.')).toBeVisible()
  await page.unroute('**/care/intake/papers/add')
  await page.waitForURL((url) => !url.pathname.endsWith('/papers'))
  await page.goto('/care/intake/papers')
  await expect(added(page, 'report').getByRole('listitem')).toHaveCount(2)
})

test('without scripts the same form takes papers of every kind at once', async ({ someone, watched }) => {
  watched.expect(/status of 422/)
  const { page } = await someone({ ...phone, javaScriptEnabled: false })
  const { page: tool } = await someone()
  const person = newPatient('Nora Noscript')
  await makeAccount(page, tool, person)
  await openPapers(page)
  await choose(page, 'report', [file('MRI.pdf', aPdf()), file('locked.pdf', aPdf({ extra: '/Encrypt 9 0 R' }))])
  await choose(page, 'card', [file('card.png', aPng())])
  await choose(page, 'other', [file('film.jpg', Buffer.alloc(10 * 1024 * 1024 + 1))])
  await page.getByRole('button', { name: 'Add these papers' }).click()
  await expect(page.getByRole('heading', { name: '2 papers need a look' })).toBeVisible()
  await expect(page.getByRole('group', { name: kinds.report })).toContainText('locked.pdf: This PDF is locked')
  await expect(page.getByRole('group', { name: kinds.other })).toContainText('film.jpg: This file is larger than 10 MB')
  await expect(added(page, 'report').getByRole('listitem')).toHaveText([/^MRI\.pdf/])
  await expect(added(page, 'card').getByRole('listitem')).toHaveText([/^card\.png/])

  await page.getByRole('link', { name: 'Remove card.png' }).click()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect(page.getByText('Your paper is removed.')).toBeVisible()
  await expect(added(page, 'card')).toHaveCount(0)

  await choose(page, 'card', [file('card again.jpg', aJpeg())])
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/papers'))
  await page.goto('/care/intake/papers')
  await expect(added(page, 'card').getByRole('listitem')).toHaveText([/^card again\.jpg/])

  await sendRest(person.email, new URL(page.url()).origin)
  await page.goto('/care/intake')
  await page.getByRole('link', { name: 'Papers you sent' }).click()
  const sent = page.getByRole('list', { name: /^Sent / })
  await expect(sent.getByRole('listitem')).toHaveText([/^MRI\.pdf/, /^card again\.jpg/])
  const saving = page.waitForEvent('download')
  await sent.getByRole('link', { name: 'MRI.pdf' }).click()
  expect((await saving).suggestedFilename()).toBe('MRI.pdf')
})

test('a clinician opens the papers of a sent intake; for everyone else they do not exist', async ({ someone }) => {
  const person = newPatient('Pia Picture')
  const { page, context } = await someone(phone)
  const { page: tool } = await someone()
  await makeAccount(page, tool, person)
  await openPapers(page)
  const name = 'Röntgen <b> 報告.html'
  await choose(page, 'report', [file(name, aJpeg())])
  const link = added(page, 'report').getByRole('link', { name: /^Röntgen/ })
  await expect(link).toHaveText('Röntgen b 報告.html.jpg')
  const path = (await link.getAttribute('href')) ?? ''
  const told = await context.request.get(path)
  expect(told.status()).toBe(200)
  expect((await told.body()).length).toBe(aJpeg().length)
  expect(told.headers()).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': `attachment; filename="paper.jpg"; filename*=UTF-8''R%C3%B6ntgen%20b%20%E5%A0%B1%E5%91%8A.html.jpg`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect(told.headers()['content-security-policy']).toContain("default-src 'none'; frame-ancestors 'none'; sandbox")

  await sendRest(person.email, new URL(page.url()).origin)
  await page.goto('/care/next-step')
  await page.getByRole('link', { name: 'Papers you sent' }).click()
  const sent = page.getByRole('list', { name: /^Sent / })
  await expect(sent.getByRole('listitem')).toHaveText([/^Röntgen/])
  await sent.getByText('Show here').click()
  await expect(sent.getByRole('img')).toBeVisible()
  await isInOrder(page)
  const { visitId } = await bookFirstTime(page)
  expect((await context.request.get(path)).status()).toBe(200)
  await page.goto('/care/intake/papers')
  await expect(page).not.toHaveURL(/papers$/)

  const { page: provider, context: clinic } = await someone({ viewport: { width: 1280, height: 900 } })
  await signIn(provider, 'nora')
  await provider.goto(`/visits/${visitId}`)
  const papers = provider.getByRole('list', { name: 'Papers from the patient' })
  await expect(papers.getByRole('listitem')).toContainText([/Röntgen b 報告\.html\.jpg/])
  await isInOrder(provider)
  const saving = provider.waitForEvent('download')
  await papers.getByRole('link', { name: /^Röntgen/ }).click()
  expect((await saving).suggestedFilename()).toMatch(/\.jpg$/)
  await papers.getByText('Show here').click()
  await expect(papers.getByRole('img')).toBeVisible()
  expect(
    await papers
      .getByRole('img')
      .evaluate((picture: HTMLImageElement) => picture.decode().then(() => picture.naturalWidth)),
  ).toBe(8)
  expect((await clinic.request.get(path)).status()).toBe(200)

  for (const who of ['robin', 'alex', 'saul']) {
    const { page: other, context: elsewhere } = await someone()
    await signIn(other, who)
    expect((await elsewhere.request.get(path)).status(), who).toBe(404)
  }
  const { context: nobody } = await someone()
  expect((await nobody.request.get(path)).url()).toContain('/sign-in')
})
