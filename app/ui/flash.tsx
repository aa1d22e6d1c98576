import type { ReactNode } from 'react'
import { Banner } from './banner'

/** What the last act did, said at the top of the page after a redirect; announced once. */
export function Flash({ tone = 'good', children }: { tone?: 'good' | 'attention' | 'accent'; children: ReactNode }) {
  return (
    <Banner tone={tone} live="status" className="flash">
      {children}
    </Banner>
  )
}
