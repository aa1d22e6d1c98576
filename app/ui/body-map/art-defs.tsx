import { sharedArt } from './art'

/** Patterns and outlines the pictures refer to; stands once before the first picture, without size but not hidden. */
export function ArtDefs() {
  return (
    <svg className="bm bm-defs" width="0" height="0" aria-hidden="true" focusable="false">
      <defs dangerouslySetInnerHTML={{ __html: sharedArt }} />
    </svg>
  )
}
