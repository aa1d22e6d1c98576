let backgroundPath: string | null = null

/** Marks the next reload of this page's data as the page's own doing: it does not extend the person's session. */
export function markBackground(): void {
  backgroundPath = window.location.pathname
}

/** Wraps `fetch` so that a marked reload says what it is. A navigation elsewhere is never marked. */
export function installBackgroundFetch(): void {
  const plain = window.fetch.bind(window)
  window.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, window.location.href)
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
    const path = backgroundPath === '/' ? '/_root.data' : `${backgroundPath}.data`
    if (backgroundPath === null || method !== 'GET' || url.pathname !== path) return plain(input, init)
    backgroundPath = null
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))
    headers.set('X-Ilium-Background', '1')
    return plain(input, { ...init, headers })
  }
}
