import type { Expr } from './expr'
import { conditionLines, exprWords } from './expr-words'
import type { Keyword, Reading, WordCheck } from './keyword'
import type { PayerPolicy, PolicyItem } from './policy'
import type { Rule } from './rule'
import type { RuleSet } from './rule-set'
import type { ExamRules, ExamTest } from './rules-exam'
import type { Evidence } from './triage-result'

export const ruleSections = ['about', 'urgency', 'words', 'si', 'ddx', 'blockers', 'notes', 'payer'] as const
export type RuleSection = (typeof ruleSections)[number]

/** What a part of a rule says, as lines of text. */
export type RulePart = { readonly what: string; readonly lines: readonly string[] }
/** One rule of a set in words: what stands on a page and what a comparison compares. */
export type RuleEntry = {
  readonly section: RuleSection
  readonly id: string
  readonly title: string
  readonly parts: readonly RulePart[]
}

const part = (what: string, ...lines: readonly (string | undefined)[]): RulePart[] => {
  const given = lines.filter((line) => line !== undefined)
  return given.length === 0 ? [] : [{ what, lines: given }]
}
const condition = (expr: Expr, what = 'condition') => part(what, ...conditionLines(exprWords(expr)))
const sources = (evidence: readonly Evidence[]) =>
  part('evidence', ...evidence.map(({ citation, grade }) => `${citation} (${grade})`))

function entry(section: RuleSection, rule: Rule, more: readonly RulePart[]): RuleEntry {
  const parts = [...more, ...condition(rule.when), ...part('questions', ...rule.asks), ...sources(rule.evidence)]
  return { section, id: rule.id, title: rule.because, parts }
}

function letThrough({ negatable, others, past }: Keyword | WordCheck): string[] {
  return [
    negatable ? 'A plain denial is let through' : 'A denial is never let through',
    ...(others ? ['Plainly somebody else’s is let through'] : []),
    ...(past ? ['Plainly long ago and over is let through'] : []),
  ]
}

/** Answers that already say what the words say, and what must or must not stand in the text beside them. */
function toldParts(keyword: Keyword | WordCheck): RulePart[] {
  const told = 'told' in keyword ? (keyword.told ?? []) : []
  return told.flatMap((each, index) => {
    const which = told.length > 1 ? ` (${index + 1})` : ''
    return [
      ...condition(each.when, `not called again if answered${which}`),
      ...part(`only for the words${which}`, ...(each.words ?? [])),
      ...part(`only where the words are${which}`, each.others && 'Plainly somebody else’s'),
      ...part(`and their sentence says${which}`, ...(each.with ?? [])),
      ...part(`and the text says nothing of${which}`, ...each.unless),
      ...part(`these do not count as that${which}`, ...(each.harmless ?? [])),
    ]
  })
}

function keywordEntry(keyword: Keyword | WordCheck): RuleEntry {
  const { id, because, words, harmless = [], when, evidence = [], catches = [], letsThrough = [] } = keyword
  const given =
    'tier' in keyword
      ? [
          ...part('tier', keyword.tier),
          ...part('codes', ...keyword.codes),
          ...part('words', ...words),
          ...part('not in', ...(keyword.notIn ?? [])),
        ]
      : [
          ...part('codes', keyword.code),
          ...part('resolver', keyword.resolver),
          ...part('words', ...words),
          ...part('words where asked', ...(keyword.within?.words ?? [])),
        ]
  const parts = [
    ...given,
    ...part('harmless', ...harmless),
    ...part('denial', ...letThrough(keyword)),
    ...(when ? condition(when) : []),
    ...toldParts(keyword),
    ...part('catches', ...catches),
    ...part('lets through', ...letsThrough),
    ...sources(evidence),
  ]
  return { section: 'words', id, title: because, parts }
}

const testLine = ({ name, recordedAs, sides }: ExamTest) =>
  `${name}${sides === 'two' ? ', left and right' : ''} (recorded as ${recordedAs.join(', ')})`

function inPerson({ tests }: PolicyItem): string[] {
  if (!tests) return ['Only a visit in person can show it']
  return [`${tests.atLeast} or more positive, in person or attested`, ...tests.listed.map(testLine)]
}

function itemEntry(policy: PayerPolicy, item: PolicyItem): RuleEntry {
  const shows = typeof item.shows === 'string' ? [item.shows] : Object.values(item.shows)
  const parts = [
    ...part('shows', ...shows),
    ...(item.when ? condition(item.when) : part('condition', ...inPerson(item))),
    ...(item.appliesWhen ? condition(item.appliesWhen, 'applies when') : []),
    ...part('unverified', item.unverified),
    ...part('questions', ...(item.asks ?? [])),
    ...sources(item.evidence ?? []),
  ]
  return { section: 'payer', id: `${policy.id}/${item.id}`, title: item.requirement ?? item.id, parts }
}

function policyEntries(policy: PayerPolicy): RuleEntry[] {
  const about = [
    ...part('version', policy.version),
    ...part('effective from', policy.effectiveFrom),
    ...part('owner', policy.owner),
    ...part('source', policy.source),
    ...part('sign-off', policy.signOff),
    ...part('for', ...policy.payerKinds),
    ...part('plan names', ...(policy.planWords ?? [])),
  ]
  return [
    { section: 'payer', id: policy.id, title: policy.title, parts: about },
    ...policy.items.map((item) => itemEntry(policy, item)),
    ...policy.gaps.map((gap) => {
      const made = entry('payer', gap, [...part('codes', gap.code), ...part('resolver', gap.resolver)])
      return { ...made, id: `${policy.id}/gap/${gap.id}` }
    }),
  ]
}

function examEntry(exam: ExamRules): RuleEntry {
  const { prior, whenPositive, whenNegative, certainty } = exam.probability
  return {
    section: 'si',
    id: exam.id,
    title: 'What an exam changes',
    parts: [
      ...part('tests', ...exam.tests.map(testLine)),
      ...part('points', `${exam.atLeastDone} tests or more must be done`, `${exam.positive} or more positive`),
      ...part('probability', `prior ${prior}`, `ratio ${whenPositive} or ${whenNegative}`, certainty),
      ...sources([...exam.evidence, ...exam.probabilityEvidence]),
    ],
  }
}

function siEntries({ si }: RuleSet): RuleEntry[] {
  const gate: RuleEntry = {
    section: 'si',
    id: si.gate.id,
    title: 'Gate: where it hurts most',
    parts: [
      ...condition(si.gate.open, 'open'),
      ...condition(si.gate.ajar, 'half open'),
      ...part('words', si.gate.words.open, si.gate.words.ajar, si.gate.words.closed),
      ...part('questions', ...si.gate.asks),
      ...sources(si.gate.evidence),
    ],
  }
  const limits = Object.entries(si.groupLimits).map(([group, most]) => `${group}: ${most} at most`)
  const thresholds: RuleEntry = {
    section: 'si',
    id: 'thresholds',
    title: 'What the sum means',
    parts: [
      ...part('points', `likely: ${si.thresholds.likely} or more`, `possible: ${si.thresholds.possible} or more`),
      ...part('limits', ...limits),
    ],
  }
  const scores = si.scores.map((rule) =>
    entry('si', rule, [...part('points', String(rule.points)), ...part('group', rule.group)]),
  )
  const { cap } = si
  const capped: RuleEntry = {
    section: 'si',
    id: cap.id,
    title: cap.because,
    parts: [...part('pattern', `${cap.to} at most`), ...part('codes', ...cap.codes), ...sources(cap.evidence)],
  }
  const floor = entry('si', si.floor, part('pattern', `${si.floor.to} at least`))
  return [gate, thresholds, ...scores, floor, ...(si.exam ? [examEntry(si.exam)] : []), capped]
}

function readingParts({ negation, reading }: RuleSet['words']): [id: string, title: string, parts: RulePart[]][] {
  if (negation) {
    const parts = [...part('denial', negation.denial), ...part('doubt', negation.doubt)]
    return [['negation', 'How a denial in a free text is recognised', parts]]
  }
  return reading ? phrasesOf(reading) : []
}

function phrasesOf({ denial, others, past, lists, spellings, tolerated, harmless }: Reading) {
  const told: [id: string, title: string, parts: RulePart[]][] = [
    [
      'negation',
      'How a denial in a free text is recognised',
      [
        ...part('denial', ...denial.deny),
        ...part('denial of a list', ...denial.denyList),
        ...part('denial after the words', ...denial.no),
        ...part('may stand in the list', ...denial.listed),
        ...part('doubt', ...denial.doubt),
        ...part('doubt before', ...denial.doubtBefore),
        ...part('doubt later', ...denial.doubtLater),
        ...part('denied by a not before them', ...denial.signs),
      ],
    ],
    [
      'others',
      'When words are about somebody else',
      [
        ...part('who', ...others.who),
        ...part('have', ...others.have),
        ...part('may stand between', ...others.between),
        ...part('not with', ...others.self),
      ],
    ],
    [
      'past',
      'When words are about something long ago and over',
      [...part('when', ...past.when), ...part('over', ...past.over), ...part('not with', ...past.recent)],
    ],
    [
      'harmless',
      'What a harmless phrase does',
      part(
        'harmless',
        harmless ? 'It is passed over, and the rest is read across it' : 'Words that touch it are let through',
      ),
    ],
    ['lists', 'Lists of phrases', Object.entries(lists).flatMap(([name, all]) => part(name, ...all))],
    [
      'spelling',
      'Spelling',
      [
        ...part('read as', ...Object.entries(spellings).map(([wrong, right]) => `${wrong}: ${right}`)),
        ...part('read with a wrong letter', ...tolerated.words),
        ...part('kept as they are', ...tolerated.except),
      ],
    ],
  ]
  return told
}

function aboutEntries(ruleSet: RuleSet): RuleEntry[] {
  const { words, flagCauses, open } = ruleSet
  const about = (id: string, title: string, parts: RulePart[]): RuleEntry => ({ section: 'about', id, title, parts })
  return [
    about('purpose', ruleSet.purpose, [...part('limits', ruleSet.limits), ...part('owner', ruleSet.owner)]),
    about(open.id, open.because, [...part('tier', 'same_day'), ...sources(open.evidence)]),
    ...readingParts(words).map(([id, title, parts]) => about(id, title, parts)),
    about(
      'flag-causes',
      'Open flags that are themselves another cause',
      part('codes', ...Object.entries(flagCauses).map(([flag, code]) => `${flag}: ${code}`)),
    ),
  ]
}

/** Every line of a rule set in words, in the order a reader goes through it. */
export function ruleEntries(ruleSet: RuleSet): RuleEntry[] {
  return [
    ...aboutEntries(ruleSet),
    ...ruleSet.urgency.map((rule) =>
      entry('urgency', rule, [
        ...part('tier', rule.tier),
        ...part('when not sure', rule.unsure ?? (rule.tier === 'emergency' ? 'same_day' : rule.tier)),
        ...part('codes', ...rule.codes),
        ...part('text', rule.text),
      ]),
    ),
    ...[...ruleSet.words.keywords, ruleSet.words.thinners, ...(ruleSet.words.checks ?? [])].map(keywordEntry),
    ...siEntries(ruleSet),
    ...ruleSet.differentials.map((rule) => entry('ddx', rule, part('codes', rule.code))),
    ...ruleSet.blockers.map((rule) =>
      entry('blockers', rule, [...part('codes', rule.code), ...part('resolver', rule.resolver)]),
    ),
    ...ruleSet.notes.map((rule) => entry('notes', rule, part('codes', rule.note))),
    ...ruleSet.policies.flatMap(policyEntries),
  ]
}
