import type { DiagnosticResponse } from './diagnostic-response'
import type { Anchor } from './outcome-lists'
import type { Relief } from './relief'
import type { TherapeuticResponse } from './therapeutic-response'

export const diagnosticNames: Record<DiagnosticResponse['kind'], string> = {
  positive: 'Positive',
  partial: 'Partial',
  negative: 'Negative',
  indeterminate: 'Cannot be told',
}

export const therapeuticNames: Record<TherapeuticResponse['kind'], string> = {
  substantial: 'Substantial',
  moderate: 'Moderate',
  none: 'None',
  worse: 'Worse',
  notComputable: 'Not measured yet',
}

export const anchorNames: Record<Anchor, string> = {
  now: 'pain now',
  average_7_days: 'average of 7 days',
  worst_24_hours: 'worst of 24 hours',
  past_week: 'past week',
}

const shown = (percent: number) => `${Math.round(Math.abs(percent))}%`

/** Why the first-day response reads as it does. */
export function diagnosticWhy({ why, entries }: DiagnosticResponse): string {
  const lowest = entries.length > 0 ? Math.min(...entries.map((entry) => entry.percent)) : 0
  switch (why) {
    case 'sustainedAndActive':
      return `75% or more at all ${entries.length} entries in the window, usual activity done. Lowest relief ${shown(lowest)}.`
    case 'notSustained':
      return '75% or more at some entries of the window, not at all of them.'
    case 'half':
      return 'At least half at some entries of the window, never 75%.'
    case 'underHalf':
      return 'Under half at every entry of the window.'
    case 'baselineTooLow':
      return 'Pain before was under 4: too low to read the numbing by.'
    case 'entriesMissing':
      return 'Entries of the window are missing or were written late. Missing is not zero.'
    case 'activityNotDone':
      return '75% or more, but the usual painful activity was not done.'
    case 'confounded':
      return 'Something else was in play: sedation, another pain, or medicine outside the joint.'
  }
}

/** Relief in words, with its sign: "61% less pain", "40% more pain", or why there is none. */
export function reliefWords(relief: Relief): string {
  if (relief.kind === 'computed') {
    if (relief.percent === 0) return 'The same pain as before'
    return `${shown(relief.percent)} ${relief.percent > 0 ? 'less' : 'more'} pain`
  }
  switch (relief.why) {
    case 'notMeasured':
      return 'Today’s number is not asked yet'
    case 'baselineZero':
      return 'Pain before was 0: relief cannot be computed'
    case 'differentScale':
    case 'differentAnchor':
    case 'differentSide':
      return 'The two numbers cannot be compared: scale, anchor or side differ'
  }
}

export const secondMeasureWords: Record<TherapeuticResponse['secondMeasure'], string> = {
  confirms: 'Function agrees',
  doesNotConfirm: 'Function does not agree',
  notMeasured: 'No second measure: function was not asked before and after',
}
