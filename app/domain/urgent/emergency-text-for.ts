import { emergencyOf } from '~/domain/intake/emergency-of'
import { emergencyTexts } from '~/domain/intake/emergency-texts'
import type { EmergencyText } from '~/domain/intake/emergency-texts'
import { isQuestionKey } from '~/domain/intake/instrument'
import type { Answers } from '~/domain/intake/instrument'
import { urgencyRules } from '~/domain/triage/rules-urgency'
import type { UrgentSource } from './urgent-lists'

type Item = { readonly code: string; readonly questionKey: string | null; readonly source: UrgentSource }

/** The fixed text of an open emergency: that of the question's own rule, else of the first rule with its code. `asOf` is YYYY-MM-DD. */
export function emergencyTextFor(item: Item, answers: Answers, asOf: string): EmergencyText {
  if (item.source === 'diary') return emergencyTexts.afterProcedure
  const key = item.questionKey
  const value = key !== null && isQuestionKey(key) ? answers[key] : undefined
  const own = key !== null && isQuestionKey(key) && value !== undefined && emergencyOf(key, value, answers, { asOf })
  if (own && own.mode === 'stop') return own.text
  const rule = urgencyRules.find((each) => each.text !== undefined && each.codes.includes(item.code))
  return emergencyTexts[rule?.text ?? 'infection']
}
