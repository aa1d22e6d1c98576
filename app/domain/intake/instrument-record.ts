import type { Instrument } from './instrument'
import { optionsOf } from './options-of'
import { sections } from './sections'

type Lasting = { readonly since?: string; readonly until?: string }

function asReleased<Part extends Lasting>({ since: _since, until: _until, ...rest }: Part): Omit<Part, keyof Lasting> {
  return rest
}

/** Everything a version consists of, as it is kept for good when it is released: words, kinds, choices, conditions, pages and their order. */
export function instrumentRecord(which: Instrument) {
  return {
    version: which.version,
    bodyMapVersion: which.bodyMapVersion,
    parts: which.parts,
    pages: which.pages.map(({ section, ...page }) => ({
      ...asReleased(page),
      section,
      part: sections[section].part,
    })),
    questions: which.questions.map((question) => {
      const options = optionsOf(question).map(asReleased)
      return options.length > 0 ? { ...asReleased(question), options } : asReleased(question)
    }),
  }
}
