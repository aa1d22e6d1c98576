import { cite } from './citations'
import type { Keyword } from './keyword'
import { wordGroups } from './rules-words-groups'
import { spanishGroups } from './rules-words-spanish'
import { wordChecks } from './rules-words-checks'
import { reading } from './rules-words-reading'

/** Names of blood thinners. Found while the answers name none: the same review, and the blocker. */
export const thinnerWords: Keyword = {
  id: 'KW-13',
  codes: ['block:anticoagulant_review'],
  tier: 'same_day',
  because: 'Words of a blood thinner, while the answers name none',
  evidence: [cite.asra],
  negatable: true,
  others: 'pass',
  past: 'passes',
  words: [
    'bloodthin*',
    'blood thin*',
    'warfarin|coumadin|jantoven|apixaban|eliquis|rivaroxaban|xarelto|dabigatran|pradaxa|edoxaban|savaysa',
    'clopidogrel|plavix|prasugrel|effient|ticagrelor|brilinta|dipyridamole|aggrenox|cilostazol|pletal',
    'enoxaparin|lovenox|fondaparinux|arixtra|heparin|anticoagul*',
  ],
  catches: [
    'Eliquis twice a day',
    'elequis',
    'cumadin',
    'Xaralto 20',
    'on a blood thiner',
    'elliquis',
    'plavex',
    'wafarin',
    'coumidin',
    'brillinta',
  ],
  letsThrough: [
    'not on blood thinners',
    'no blood thinners',
    'My mother takes warfarin, not me.',
    'Coumadin years ago for a clot, not anymore.',
  ],
}

/** The word net in force, and how it reads. */
export const wordNet = {
  keywords: [...wordGroups, ...spanishGroups],
  reading,
  checks: wordChecks,
  /** Asked for a name, but people write of themselves there too. */
  alsoIn: ['helper', 'pharmacy', 'bloodThinnerPrescriber'],
} as const
