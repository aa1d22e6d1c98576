import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect } from '@playwright/test'
import type { Browser, BrowserContext, Page } from '@playwright/test'

/**
 * What Chromium logs when a call ends normally, and nothing wider: closed data channels, a last try to resume in a room that
 * has just been removed (404 of the media server), and the portal's "no" to a ticket for a visit that is over. And a load that
 * a newer one replaced, because the next page was asked for before the first had come.
 */
const normalEnds = [
  /DataChannel error .*User-Initiated Abort/,
  /could not createOffer with closed peer connection/,
  /\/rtc\/v1.* 404/,
  /404 \(Not Found\).*\/rtc\/v1/,
  /409 \(Conflict\).*\/ticket\//,
  /^AbortError: signal is aborted without reason/,
]

const demoPassword = 'ilium demo 2026'

/** Pages whose console and script errors fail the test. */
class Watched {
  readonly problems: string[] = []

  watch(page: Page): Page {
    page.on('pageerror', (error) => this.problems.push(`${new URL(page.url()).pathname}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      const text = `${message.text()} ${message.location().url}`
      if ([...normalEnds, ...this.expected].some((known) => known.test(text))) return
      this.problems.push(`${new URL(page.url()).pathname}: ${text}`)
    })
    return page
  }

  private readonly expected: RegExp[] = []

  /** A refusal the test provokes: browsers log every answer of 400 or more. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern)
  }
}

type Person = { context: BrowserContext; page: Page }
type Options = Parameters<Browser['newContext']>[0]

type Fixtures = {
  watched: Watched
  /** A person with a browser of their own. */
  someone: (options?: Options) => Promise<Person>
}

export const test = base.extend<Fixtures>({
  watched: async ({}, use) => {
    const watched = new Watched()
    await use(watched)
    expect(watched.problems).toEqual([])
  },
  someone: async ({ browser, watched, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options) => {
      const context = await browser.newContext({ baseURL, permissions: ['camera', 'microphone'], ...options })
      contexts.push(context)
      return { context, page: watched.watch(await context.newPage()) }
    })
    for (const context of contexts) await context.close()
  },
})

export { expect }

/** Signs in through the form, as a demo account by its short name or with an address and password. */
export async function signIn(page: Page, who: string, password = demoPassword): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(who.includes('@') ? who : `${who}@demo.example`)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** No accessibility finding on what is shown, one title, one heading, nothing to scroll sideways. */
export async function isInOrder(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  const found = await new AxeBuilder({ page }).analyze()
  expect(
    found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
  expect(await page.title()).not.toBe('')
  expect(await page.getByRole('heading', { level: 1 }).count()).toBeGreaterThan(0)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
}

/** The newest mail to an address in the demo's mailbox, opened in a page of its own. */
export async function openMail(page: Page, address: string): Promise<void> {
  await page.goto('/demo/mailbox')
  await page.getByRole('link').filter({ hasText: address }).first().click()
}
