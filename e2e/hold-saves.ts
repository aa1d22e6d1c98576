import type { Page } from '@playwright/test'

/** Keeps what the page saves on its way until the returned function lets it go on, so that it meets what happens meanwhile. */
export async function holdSaves(page: Page): Promise<() => void> {
  const gate = Promise.withResolvers<void>()
  await page.route('**/care/intake/save', async (route) => {
    await gate.promise
    await route.continue()
  })
  return gate.resolve
}
