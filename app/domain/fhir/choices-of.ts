import { bodyMapRegions } from '../intake/body-map-regions'
import type { InstrumentQuestion } from '../intake/instrument'
import { optionsOf } from '../intake/options-of'
import { choiceSystem } from './codes'
import type { Coding } from './resources'

const views = [
  { value: 'back', label: 'Back view' },
  { value: 'front', label: 'Front view' },
]

/** What can be chosen, as codings with the words a person sees. Empty for a question without choices. */
export function choicesOf(question: InstrumentQuestion, base: string): Coding[] {
  const system = choiceSystem(question, base)
  const coding = ({ value, label }: { value: string; label: string }) => ({ system, code: value, display: label })
  switch (question.kind) {
    case 'regions':
    case 'region':
      return bodyMapRegions.map(({ id, name }) => coding({ value: id, label: name }))
    case 'point':
      return views.map(coding)
    default:
      return optionsOf(question).map(coding)
  }
}
