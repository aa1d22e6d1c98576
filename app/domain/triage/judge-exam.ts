import { canonicalTests, type CanonicalTest, counts, testsOfJoint } from './canonical-tests'
import type { ExamRules } from './rules-exam'
import { type ExamFinding, type Reason, type SiTier, siTiers, type TriageResult } from './triage-result'

type Exam = {
  readonly tier: SiTier
  readonly done: boolean
  readonly probability?: TriageResult['si']['probability']
  readonly reasons: readonly Reason[]
}

const step = (tier: SiTier, by: number) => siTiers[Math.max(0, siTiers.indexOf(tier) + by)] ?? tier
const atLeast = (tier: SiTier, floor: SiTier) => (siTiers.indexOf(tier) < siTiers.indexOf(floor) ? floor : tier)

function names(tests: readonly CanonicalTest[]): string {
  const named = tests.map(({ name, positiveOn }) => {
    const sides = positiveOn.filter((side) => side !== 'none')
    return sides.length > 0 ? `${name} ${sides.join(' and ')}` : name
  })
  return named.length > 0 ? `: ${named.join(', ')}` : ''
}

function reason(rules: ExamRules, id: string, text: string, evidence = rules.evidence): Reason {
  return { ruleId: id, effect: 'gate', inputs: [], evidence, text }
}

/** Tests over video without attestation: shown, and nothing more. */
function shownOnly(rules: ExamRules, findings: readonly ExamFinding[]): Reason[] {
  const tests = canonicalTests(
    findings.filter((finding) => !counts(finding) && (finding.result === 'positive' || finding.result === 'negative')),
    rules.tests,
  )
  if (tests.length === 0) return []
  const positive = tests.filter(({ positiveOn }) => positiveOn.length > 0)
  const text = `By video, not attested: ${positive.length} of ${tests.length} tests positive${names(positive)}. Shown only, the pattern stays as it is`
  return [reason(rules, `${rules.id}-video`, text)]
}

function probabilityOf({ probability, positive, atLeastDone }: ExamRules, isPositive: boolean) {
  const { prior, whenPositive, whenNegative, certainty } = probability
  const lr = isPositive ? whenPositive : whenNegative
  const odds = (prior / (1 - prior)) * lr
  const post = Math.round((odds / (1 + odds)) * 1000) / 1000
  const found = isPositive ? `${positive} or more` : `fewer than ${positive}`
  const basis =
    `Before an exam about ${Math.round(prior * 100)} of 100 people with such pain have pain of the SI joint. ` +
    `With ${found} positive of at least ${atLeastDone} provocation tests (likelihood ratio ${lr}; Saueressig 2021, 5 studies) ` +
    `about ${Math.round(post * 100)} of 100. ${certainty.charAt(0).toUpperCase()}${certainty.slice(1)}.`
  return { prior, lr, post, basis }
}

function overridden(rules: ExamRules, tier: SiTier, positives: number, gateOpen: boolean) {
  if (positives >= rules.positive) {
    return gateOpen
      ? { tier: 'likely' as const, words: 'with the gate open: likely' }
      : { tier: atLeast(tier, 'possible'), words: 'at least possible' }
  }
  if (positives === 0) return { tier: 'unlikely' as const, words: 'none positive: unlikely' }
  return tier === 'likely'
    ? { tier: step(tier, -1), words: 'too few: one step down from likely' }
    : { tier, words: 'too few to change the pattern' }
}

/** Tests of the other joint alone, which say nothing about the painful one. */
function elsewhere(
  all: readonly CanonicalTest[],
  counted: readonly CanonicalTest[],
  side: 'left' | 'right' | undefined,
) {
  const other = all.filter((test) => !counted.includes(test)).length
  return other === 0 || !side ? '' : `. Not counted: ${other} done on the other side than the pain, which is ${side}`
}

/**
 * What the findings of a clinician make of the pattern that the answers alone gave. While one side alone is painful, only
 * tests of that joint count.
 */
export function judgeExam(
  rules: ExamRules,
  findings: readonly ExamFinding[],
  before: { readonly tier: SiTier; readonly gateOpen: boolean; readonly side?: 'left' | 'right' | undefined },
): Exam {
  const all = canonicalTests(findings.filter(counts), rules.tests)
  const video = shownOnly(rules, findings)
  if (all.length === 0) return { tier: before.tier, done: false, reasons: video }
  const { tests, positive } = testsOfJoint(all, before.side)
  const other = elsewhere(all, tests, before.side)
  const told = `Exam: ${positive.length} of ${tests.length} provocation tests positive${names(positive)}${other}`
  if (tests.length < rules.atLeastDone) {
    const text = `${told}. Fewer than ${rules.atLeastDone} tests were done: the pattern stays as it is`
    return { tier: before.tier, done: false, reasons: [reason(rules, rules.id, text), ...video] }
  }
  const { tier, words } = overridden(rules, before.tier, positive.length, before.gateOpen)
  const probability = probabilityOf(rules, positive.length >= rules.positive)
  return {
    tier,
    done: true,
    probability,
    reasons: [
      reason(rules, rules.id, `${told}, ${words}`),
      reason(rules, `${rules.id}-probability`, probability.basis, rules.probabilityEvidence),
      ...video,
    ],
  }
}
