import type { Page } from '@playwright/test'
import { isInOrder } from './portal'

/**
 * Looks at a page that runs no scripts the way `isInOrder` does: its very words, without scripts, shown to `looker`,
 * a page of the same size that can measure.
 */
export async function looksInOrder(looker: Page, page: Page): Promise<void> {
  const body = (await page.content()).replaceAll(/<script\b[\s\S]*?<\/script>/g, '')
  const [address] = page.url().split('#')
  await looker.route(address ?? '', (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
  await looker.goto(address ?? '')
  await isInOrder(looker)
  await looker.unroute(address ?? '')
}
