import type { Page } from '@playwright/test'
import type { AnswerValue, PainArea, QuestionKey } from '~/domain/intake/instrument'
import { kindOf } from '~/domain/intake/instrument'
import { nearestNamed } from '~/ui/body-map/named-points'
import { placeLabel } from './answer-intake'
import { expect } from './portal'

const mostSteps = 400

/** Presses Tab until the focus is on something that matches; nothing on a page is further away than a few hundred presses. */
export async function tabTo(page: Page, selector: string, text?: RegExp): Promise<void> {
  const isThere = () =>
    page.evaluate(
      ([wanted, words]) => {
        const at = document.activeElement
        return Boolean(at?.matches(wanted) && (words === '' || new RegExp(words).test(at.textContent ?? '')))
      },
      [selector, text?.source ?? ''] as const,
    )
  for (let step = 0; step < mostSteps; step += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${selector}`)
}

const press = async (page: Page, key: string, times: number) => {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key)
}

async function chooseRadio(page: Page, key: string, value: string): Promise<void> {
  const radios = page.locator(`input[type=radio][name="${key}"]`)
  const values = await radios.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
  const checked = await radios.evaluateAll((all) => all.findIndex((one) => (one as HTMLInputElement).checked))
  await tabTo(page, `input[type=radio][name="${key}"]`)
  const [at, wanted] = [Math.max(0, checked), values.indexOf(value)]
  if (at === wanted) await page.keyboard.press('Space')
  else await press(page, wanted > at ? 'ArrowDown' : 'ArrowUp', Math.abs(wanted - at))
  await expect(page.locator(`input[type=radio][name="${key}"][value="${value}"]`)).toBeChecked()
}

async function tick(page: Page, key: string, values: readonly string[]): Promise<void> {
  const boxes = page.locator(`input[type=checkbox][name="${key}"]`)
  const inOrder = await boxes.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
  for (const value of inOrder.filter((one) => values.includes(one))) {
    const box = page.locator(`input[type=checkbox][name="${key}"][value="${value}"]`)
    if (await box.isChecked()) continue
    await tabTo(page, `input[type=checkbox][name="${key}"][value="${value}"]`)
    await page.keyboard.press('Space')
    await expect(box).toBeChecked()
  }
}

/** Moves through a closed list with the arrow keys to the option that says these words. */
async function chooseOption(page: Page, selector: string, label: string): Promise<void> {
  await tabTo(page, selector)
  const field = page.locator(selector)
  const labels = await field.locator('option').allTextContents()
  const at = await field.evaluate((one) => (one as HTMLSelectElement).selectedIndex)
  const wanted = labels.findIndex((one) => one === label)
  await press(page, wanted > at ? 'ArrowDown' : 'ArrowUp', Math.abs(wanted - at))
  await expect(field.locator('option:checked')).toHaveText(label)
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

async function markPlaces(page: Page, areas: readonly PainArea[]): Promise<void> {
  await tabTo(page, 'button', /^Use a list$/)
  await page.keyboard.press('Enter')
  const order = await page
    .locator('input[name=painAreas]')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
  const place = ({ region }: PainArea) => order.indexOf(region)
  for (const { region, strength } of areas.toSorted((one, other) => place(one) - place(other))) {
    await tick(page, 'painAreas', [region])
    if (strength !== undefined) await chooseOption(page, `select[name="painAreas.${region}"]`, String(strength))
  }
}

/** Gives one answer with the keyboard alone, whatever the question's kind. */
export async function answerByKeyboard(page: Page, key: QuestionKey, value: AnswerValue): Promise<void> {
  const field = `[name="${key}"]:not([type=hidden])`
  await page.locator(field).first().waitFor({ state: 'attached' })
  const isRadio = (await page.locator(`input[type=radio]${field}`).count()) > 0
  switch (kindOf(key)) {
    case 'yes-no-unsure':
    case 'choice':
    case 'region':
      if (isRadio) return chooseRadio(page, key, String(value))
      return page
        .locator(`select${field} option[value="${String(value)}"]`)
        .textContent()
        .then((label) => chooseOption(page, `select${field}`, label ?? ''))
    case 'multi-choice':
      return tick(page, key, value as string[])
    case 'regions':
      return markPlaces(page, value as PainArea[])
    case 'point':
      return chooseOption(page, `select${field}`, placeLabel(nearestNamed(value as Parameters<typeof nearestNamed>[0])))
    case 'number':
      return isRadio ? chooseRadio(page, key, String(value)) : type(page, `input${field}`, String(value))
    case 'date': {
      const [year = '', month = '', day = ''] = String(value).split('-')
      await tabTo(page, `input${field}`)
      return page.keyboard.type(`${month}${day}${year}`)
    }
    case 'partial-date': {
      const [year = '', month = '1'] = String(value).split('-')
      const name = await page.locator(`select${field} option`).nth(Number(month)).textContent()
      await chooseOption(page, `select${field}`, name ?? '')
      await page.keyboard.press('Tab')
      return page.keyboard.type(year)
    }
    case 'consent':
      return tick(page, key, ['on'])
    default:
      return type(page, `:is(input, textarea)${field}`, String(value))
  }
}
