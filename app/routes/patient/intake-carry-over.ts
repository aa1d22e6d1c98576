import type { Autosave } from '~/ui/intake/intake-autosave'
import { ownerFields } from './intake-carry'
import { formId } from './intake-form-id'
import { baseField } from '~/ui/intake/intake-values'
import type { Owner } from './use-intake-session'

/**
 * Posts the page's own form as a page without scripts would, with everything typed that is not saved yet: the answer is
 * the page of signing in, which carries it. Nothing of it stays in the browser's storage or an address.
 */
export function carryOver(autosave: Autosave, owner: Owner, at: string): void {
  const page = document.getElementById(formId)
  const data = page instanceof HTMLFormElement ? new FormData(page) : new FormData()
  const shown = new Set(data.getAll('shown'))
  for (const { key, texts, base } of autosave.unsent()?.answers ?? []) {
    if (shown.has(key)) continue
    data.append('shown', key)
    data.set(baseField(key), String(base))
    for (const text of texts) data.append(key, text)
  }
  for (const key of data.getAll('shown'))
    if (typeof key === 'string')
      data.set(`base.${key}`, String(autosave.baseOf(key as Parameters<Autosave['baseOf']>[0])))
  data.set(ownerFields.who, owner.who)
  data.set(ownerFields.intake, owner.intake)
  data.set(ownerFields.at, at)
  const form = document.createElement('form')
  form.method = 'post'
  form.action = window.location.pathname
  form.hidden = true
  for (const [name, text] of data) {
    if (typeof text !== 'string') continue
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = name
    field.value = text
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}
