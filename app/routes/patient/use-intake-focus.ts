import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

const controls = 'input:not([type=hidden]):checked, input:not([type=hidden]), select, textarea, button'

/** The field of the address, `#q-…`: the chosen answer or the first control of the question. */
function fieldOf(hash: string): HTMLElement | null {
  const place = hash.startsWith('#q-') ? document.getElementById(hash.slice(1)) : null
  if (!place || place.matches(controls)) return place
  return place.querySelector<HTMLElement>('input:checked') ?? place.querySelector<HTMLElement>(controls) ?? place
}

/** Where the reader stands: in the field the address names, else at the heading of a new page. */
export function useIntakeFocus(slug: string): void {
  const { hash } = useLocation()
  const shown = useRef(slug)
  useEffect(() => {
    const field = fieldOf(hash)
    if (field) field.focus()
    else if (shown.current !== slug) document.querySelector<HTMLElement>('h1')?.focus()
    shown.current = slug
  }, [slug, hash])
}
