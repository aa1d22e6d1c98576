import type { ReactNode } from 'react'

/** The light card over the picture; says what happened and what comes by itself. */
export function StageCard({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="v-card" data-theme="light" aria-live="polite">
      <h2 className="fs-xl lh-125">{title}</h2>
      {children}
    </section>
  )
}
