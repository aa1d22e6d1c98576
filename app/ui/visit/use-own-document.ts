import { useEffect } from 'react'

const visitPages = /^\/(care\/visits|visits|guest)(\/|$)/

/**
 * Camera and microphone belong to documents that were loaded as a visit page. A page that was reached from elsewhere
 * without loading a document loads itself once.
 */
export function useOwnDocument(): void {
  useEffect(() => {
    const [entry] = performance.getEntriesByType('navigation')
    if (entry && !visitPages.test(new URL(entry.name).pathname)) window.location.reload()
  }, [])
}
