import { answerWords } from '~/domain/intake/answer-words'
import { asks, instrumentOf } from '~/domain/intake/instrument'
import type { AnswerValue, Answers, QuestionKey } from '~/domain/intake/instrument'
import { ruleEntries } from '~/domain/triage/rule-entries'
import type { RuleEntry } from '~/domain/triage/rule-entries'
import { ruleSetOf } from '~/domain/triage/rule-sets'
import type { Reason } from '~/domain/triage/triage-result'
import type { ReasonView, Said } from './triage-view'

const shown = new Set(['condition', 'open', 'half open', 'words', 'tier', 'when not sure', 'points', 'denial'])
const byVersion = new Map<string, ReadonlyMap<string, RuleEntry>>()

function entriesOf(version: string): ReadonlyMap<string, RuleEntry> {
  const known = byVersion.get(version)
  if (known) return known
  const ruleSet = ruleSetOf(version)
  const entries = new Map<string, RuleEntry>()
  for (const entry of ruleSet ? ruleEntries(ruleSet) : []) {
    const id = entry.id.includes('/gap/') ? entry.id.slice(entry.id.lastIndexOf('/') + 1) : entry.id
    if (!entries.has(id)) entries.set(id, entry)
  }
  byVersion.set(version, entries)
  return entries
}

/** One answer as the person saw question and answer, in the words of the version they were asked. */
export function saidOf(key: QuestionKey, value: AnswerValue, version: string, live: ReadonlySet<string>): Said[] {
  const which = instrumentOf(version)
  if (!asks(which, key)) return []
  const question = which.questions.find((one) => one.key === key)
  return [{ label: question?.label ?? key, answer: answerWords(key, value, which), live: live.has(key) }]
}

/** What a reason opens to: the answers it rests on, and its rule in words as the version that was read has it. */
export function reasonView(
  reason: Reason,
  told: { readonly rules: string; readonly instrument: string; readonly live: ReadonlySet<string> },
): ReasonView {
  const { inputs, ...rest } = reason
  const entry = entriesOf(told.rules).get(reason.ruleId)
  const said = inputs.flatMap((input) =>
    reason.ruleId.startsWith('KW-')
      ? saidOf(input.questionId, input.answer, told.instrument, told.live).map((one) => ({
          ...one,
          answer: `“${input.patientWords ?? ''}” in: ${one.answer}`,
        }))
      : saidOf(input.questionId, input.answer, told.instrument, told.live),
  )
  return { ...rest, said, rule: (entry?.parts ?? []).filter((part) => shown.has(part.what)) }
}

/** The answers to these questions, as far as they are known. */
export function saidTo(
  keys: readonly QuestionKey[],
  answers: Answers,
  version: string,
  live: ReadonlySet<string>,
): Said[] {
  return keys.flatMap((key) => {
    const value = answers[key]
    return value === undefined ? [] : saidOf(key, value, version, live)
  })
}
