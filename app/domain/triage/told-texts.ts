import { tierWords } from '~/domain/chart/triage-words'
import { emergencyTexts, fixedTexts } from '~/domain/intake/emergency-texts'
import { nextStepFor } from './next-step-for'
import type { RuleSet } from './rule-set'
import { tiers } from './triage-result'

export type ToldText = { readonly name: string; readonly lines: readonly string[] }

const fixedNames: Record<keyof typeof fixedTexts, string> = {
  beforeTyping: 'Before somebody types',
  crisis: 'Above the questions about mood',
  bloodThinner: 'Somebody takes a blood thinner',
  notSure: 'Somebody is not sure on a safety question',
  ifWorse: 'When to call 911 while waiting',
}

/** Every fixed sentence a patient can be told because of these rules. Nothing else is ever put together for them. */
export function toldTexts({ urgency }: RuleSet): { steps: ToldText[]; emergencies: ToldText[]; fixed: ToldText[] } {
  return {
    steps: tiers.map((tier) => {
      const { title, lead } = nextStepFor({ urgency: { tier, codes: [], reasons: [] } })
      return { name: tierWords[tier], lines: [title, lead] }
    }),
    emergencies: Object.entries(emergencyTexts).map(([key, { title, lead, say }]) => ({
      name: urgency.flatMap((rule) => (rule.text === key ? [rule.id] : [])).join(', ') || key,
      lines: [title, lead, `“${say}”`],
    })),
    fixed: Object.entries(fixedTexts).map(([name, text]) => ({
      name: fixedNames[name as keyof typeof fixedTexts] ?? name,
      lines: [text],
    })),
  }
}
