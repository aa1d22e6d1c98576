import { findWords } from '~/domain/triage/find-words'
import { holds } from '~/domain/triage/holds'
import { wordNet } from '~/domain/triage/rules-words'
import { readFacts } from '~/domain/triage/facts'
import { urgencyRules } from '~/domain/triage/rules-urgency'
import { emergencyTexts, type EmergencyText, type EmergencyTextKey } from './emergency-texts'
import { type Answers, type AnswerValue, instrument, type QuestionKey } from './instrument'

export type Interruption = {
  readonly ruleId: string
  readonly code: string
  /** 'stop': the emergency screen. 'show': the 988 text at the question, then the follow-up questions. */
  readonly mode: 'stop' | 'show'
  readonly textKey: EmergencyTextKey
  readonly text: EmergencyText
}

const beforeAnyClock = '1970-01-01'
const crisisKeys: readonly QuestionKey[] = ['selfHarm', 'selfHarmNow']

function interruption(ruleId: string, code: string, mode: 'stop' | 'show', textKey: EmergencyTextKey): Interruption {
  return { ruleId, code, mode, textKey, text: emergencyTexts[textKey] }
}

const dates = new Set<QuestionKey>(
  instrument.questions.filter(({ kind }) => kind === 'date' || kind === 'partial-date').map(({ key }) => key),
)
const isDate = (key: QuestionKey) => dates.has(key)

/** Without a clock no date says how long ago anything was. */
function undated(answers: Answers): Answers {
  return { ...answers, ...Object.fromEntries([...dates].map((key) => [key, undefined])) }
}

/**
 * Whether this answer, given now on top of the others, interrupts at its question; a date only when it is what makes the
 * rule hold. Only what surely holds interrupts: open and "not sure" answers wait for the whole intake, unless a rule names "not sure" itself. Without asOf (YYYY-MM-DD) rules that need an age or a date stay silent.
 */
export function emergencyOf(
  key: QuestionKey,
  value: AnswerValue,
  answers: Answers,
  when?: { readonly asOf: string },
): Interruption | null {
  const read = (given: Answers) =>
    readFacts(when ? given : undated(given), { asOf: when?.asOf ?? beforeAnyClock }, 'all')
  const facts = read({ ...answers, [key]: value })
  const firing = urgencyRules.filter(
    (each) => each.tier === 'emergency' && each.asks.includes(key) && holds(each.when, facts) === 'yes',
  )
  const without = isDate(key) && firing.length > 0 ? read({ ...answers, [key]: undefined }) : null
  const rule = firing.find((each) => !without || holds(each.when, without) !== 'yes')
  if (rule?.text) return interruption(rule.id, rule.codes[0] ?? '', 'stop', rule.text)
  const onlyThis: Answers = { [key]: value }
  const found = findWords(onlyThis, wordNet).map((finding) => finding.keyword)
  const intent = found.find((keyword) => keyword.tier === 'emergency')
  if (intent) return interruption(intent.id, intent.codes[0] ?? '', 'stop', 'selfHarm')
  const crisis = urgencyRules.find(
    (each) => each.id === 'RF-12' && each.asks.includes(key) && holds(each.when, facts) === 'yes',
  )
  const words = found.find((keyword) => keyword.codes.includes('redflag:suicidality'))
  if (crisis && crisisKeys.includes(key)) return interruption(crisis.id, crisis.codes[0] ?? '', 'show', 'selfHarm')
  return words ? interruption(words.id, words.codes[0] ?? '', 'show', 'selfHarm') : null
}
