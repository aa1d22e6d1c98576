import { answerWords } from '~/domain/intake/answer-words'
import { asks, type Instrument, instrument, questionOf, type QuestionKey } from '~/domain/intake/instrument'
import type { Facts } from './facts'
import type { Finding } from './find-words'
import type { Keyword, WordCheck } from './keyword'
import type { Rule } from './rule'
import type { Evidence, Reason, ReasonInput } from './triage-result'
import type { Tri } from './tri'

/** The version whose words stand for a question: the one that was filled in; for what was only asked later, today's. */
export function askedIn(facts: Facts, key: QuestionKey): Instrument {
  return asks(facts.instrument, key) ? facts.instrument : instrument
}

/** The answer to one question in the person's words; none while it is open. */
export function inputOf(facts: Facts, key: QuestionKey): ReasonInput[] {
  const answer = facts.answers[key]
  if (answer === undefined) return []
  const which = askedIn(facts, key)
  return [
    { questionId: key, answer, patientWords: `${questionOf(key, which).label} ${answerWords(key, answer, which)}` },
  ]
}

/** One rule's reason: its sentence, the answers it rests on in the person's words, and where the rule comes from. */
export function reasonOf(
  rule: Pick<Rule, 'id' | 'because' | 'asks' | 'evidence'>,
  fact: Tri,
  facts: Facts,
  effect: Reason['effect'],
  points?: number,
): Reason {
  return {
    ruleId: rule.id,
    effect,
    ...(points === undefined ? {} : { points }),
    inputs: rule.asks.flatMap((key) => inputOf(facts, key)),
    evidence: rule.evidence,
    text: fact === 'unknown' ? `Not sure or not answered: ${rule.because}` : rule.because,
  }
}

const wordNetItself: Evidence = { citation: 'Keyword net, awaiting the clinic’s medical director', grade: 'design' }

export function reasonOfWords({ keyword, key, answer, words }: Finding<Keyword | WordCheck>): Reason {
  return {
    ruleId: keyword.id,
    effect: 'raise',
    inputs: [{ questionId: key, answer, patientWords: words }],
    evidence: [...(keyword.evidence ?? []), wordNetItself],
    text: keyword.because,
  }
}
