import type { QuestionKey } from '~/domain/intake/instrument'
import { payerChanges } from '~/domain/triage/payer-changes'
import { withBefore } from '~/domain/triage/standing-urgency'
import type { TriageResult } from '~/domain/triage/triage-result'
import type { ReadTriage } from '~/features/triage/read-triage.server'
import { saidTo } from './reason-view.server'
import type { HistoryView } from './triage-view'

type File = ReadTriage['file']

/** What an item asked again was, in words: the rule's sentence as it fired, or a clinician's own raise. */
function itemWords(file: File, ruleId: string): string {
  const results = [...(file.result ? [file.result.result] : []), ...file.readings.map((one) => one.result)]
  const found = results.flatMap((one) => one.urgency.reasons).find((reason) => reason.ruleId === ruleId)
  return found?.text ?? 'Raised by a clinician'
}

const nothing = {
  by: null,
  mine: false,
  rules: null,
  reasonCode: null,
  reason: null,
  said: [],
  findings: [],
  asked: [],
  payer: [],
}

/** Everything that was said and decided, oldest first, side by side; nothing is left out. */
export function historyView(file: File, live: ReadonlySet<string>, me: string): HistoryView[] {
  const { result, readings, reviews, instrumentVersion } = file
  const events = withBefore([
    ...(result ? [{ ...result, kind: 'result' as const }] : []),
    ...readings.map((one) => ({ ...one, kind: 'reading' as const })),
    ...reviews.map((one) => ({ ...one, kind: 'review' as const })),
  ])
  let last: TriageResult | null = null
  return events.map((event): HistoryView => {
    const { id, at, urgency, siPattern, before } = event
    const common = { ...nothing, id, at, urgency, siPattern, before }
    if (event.kind === 'review') {
      return {
        ...common,
        kind: event.decision,
        by: event.by.name,
        mine: event.by.id === me,
        reasonCode: event.reasonCode,
        reason: event.reason,
        asked: event.asked.map((item) => ({ text: itemWords(file, item.ruleId), now: item.now })),
      }
    }
    const payer = last ? payerChanges(last.payer.items, event.result.payer.items) : []
    last = event.result
    const rules = event.result.rulesetVersion
    if (event.kind === 'result') return { ...common, kind: 'result', rules }
    const answers = event.answers ?? {}
    return {
      ...common,
      kind: event.cause,
      by: event.by.name,
      mine: event.by.id === me,
      rules,
      said: saidTo(Object.keys(answers) as QuestionKey[], answers, instrumentVersion, live),
      findings: event.exam?.findings ?? [],
      payer,
    }
  })
}
