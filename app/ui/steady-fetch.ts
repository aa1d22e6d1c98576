const again = { milliseconds: 2000 }
const unreachable = new Set([502, 503, 504])

/** Waits a little, or until the device says it is online again, whichever comes first; rejects when the page gives up. */
function pause(signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(done, again.milliseconds)
    function done() {
      window.clearTimeout(timer)
      window.removeEventListener('online', done)
      signal?.removeEventListener('abort', stop)
      resolve()
    }
    function stop() {
      window.clearTimeout(timer)
      window.removeEventListener('online', done)
      reject(signal?.reason ?? new DOMException('Aborted', 'AbortError'))
    }
    window.addEventListener('online', done)
    signal?.addEventListener('abort', stop)
  })
}

/**
 * Wraps `fetch` so that loading a page's data waits for the connection instead of failing: a line that drops, or a server
 * that restarts, never replaces the page with an error, and so never ends a running visit. Only what is safe to ask twice.
 */
export function installSteadyFetch(): void {
  const plain = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, window.location.href)
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
    const isPageData = method === 'GET' && url.origin === window.location.origin && url.pathname.endsWith('.data')
    if (!isPageData) return plain(input, init)
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null)
    for (;;) {
      try {
        const answer = await plain(input instanceof Request ? input.clone() : input, init)
        if (!unreachable.has(answer.status)) return answer
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
      }
      await pause(signal)
    }
  }
}

/** Whether the portal answers now. Asked before something is sent that must not be sent twice. */
export async function isReachable(): Promise<boolean> {
  try {
    const answer = await fetch('/healthz', { cache: 'no-store', headers: { 'X-Ilium-Background': '1' } })
    return answer.ok
  } catch {
    return false
  }
}
