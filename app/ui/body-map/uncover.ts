/** Scrolls just enough that a place just marked does not lie behind the bottom sheet. */
export function uncover(whole: HTMLElement | null, region: string): void {
  const shape = whole?.querySelector(`.bm-pictures:not([hidden]) [data-region="${region}"][role]`)
  const sheet = whole?.querySelector('.sheet')
  if (!shape || !sheet || getComputedStyle(sheet).position !== 'fixed') return
  const over = shape.getBoundingClientRect().bottom + 8 - sheet.getBoundingClientRect().top
  if (over > 0) window.scrollBy({ top: over })
}
