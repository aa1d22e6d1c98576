import { answerWords } from '~/domain/intake/answer-words'
import { type Answers, questionOf, type QuestionKey } from '~/domain/intake/instrument'
import type { Finding } from './find-words'
import type { Rule } from './rule'
import type { Reason, ReasonInput } from './triage-result'
import type { Tri } from './tri'

function inputOf(answers: Answers, key: QuestionKey): ReasonInput[] {
  const answer = answers[key]
  if (answer === undefined) return []
  return [{ questionId: key, answer, patientWords: `${questionOf(key).label} ${answerWords(key, answer)}` }]
}

/** One rule's reason: its sentence, the answers it rests on in the person's words, and where the rule comes from. */
export function reasonOf(
  rule: Pick<Rule, 'id' | 'because' | 'asks' | 'evidence'>,
  fact: Tri,
  answers: Answers,
  effect: Reason['effect'],
  points?: number,
): Reason {
  return {
    ruleId: rule.id,
    effect,
    ...(points === undefined ? {} : { points }),
    inputs: rule.asks.flatMap((key) => inputOf(answers, key)),
    evidence: rule.evidence,
    text: fact === 'unknown' ? `Not sure or not answered: ${rule.because}` : rule.because,
  }
}

export function reasonOfWords({ keyword, key, answer, words }: Finding): Reason {
  return {
    ruleId: keyword.id,
    effect: 'raise',
    inputs: [{ questionId: key, answer, patientWords: words }],
    evidence: [{ citation: 'Keyword net, awaiting the clinic’s medical director', grade: 'design' }],
    text: keyword.because,
  }
}
