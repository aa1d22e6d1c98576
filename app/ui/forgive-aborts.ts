/** A load that a newer one replaced ends with an AbortError nobody waits for: that is no fault of the page. */
export function forgiveAborts(): void {
  window.addEventListener('unhandledrejection', (event) => {
    if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault()
  })
}
