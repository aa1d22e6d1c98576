import { memo } from 'react'

/** A part of the drawing that never changes, as markup of this repository. */
export const ArtMarkup = memo(function ArtMarkup({ html, className }: { html: string; className?: string }) {
  return <g className={className} aria-hidden="true" dangerouslySetInnerHTML={{ __html: html }} />
})
