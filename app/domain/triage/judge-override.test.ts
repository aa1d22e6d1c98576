import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wasRefused } from '../refusal'
import { directionOf, judgeOverride } from './judge-override'
import { type AskedAnswer, askedAnswers, overrideWish } from './review-wish'
import { siTiers, type Tier, tiers } from './triage-result'

const codes = ['redflag:infection', 'redflag:cauda_equina']
const stands = { urgency: 'same_day', siPattern: 'possible' } as const
const fired = ['RF-01', 'RF-03']
const asked = (...now: AskedAnswer[]) => now.map((each, index) => ({ ruleId: fired[index] ?? 'RF-99', now: each }))
const judge = (urgency: Tier, again: ReturnType<typeof asked> = [], more: object = {}) => {
  const answer = judgeOverride({ urgency, siPattern: 'possible', asked: again, ...more }, stands, fired, codes)
  return wasRefused(answer) ? answer.refused : answer
}

describe('a decision other than the rules’', () => {
  test.each<[string, Tier, ReturnType<typeof asked>, object, string]>([
    ['nothing is different', 'same_day', [], {}, 'same'],
    ['only the pattern differs', 'same_day', [], { siPattern: 'unlikely' }, 'keep'],
    ['raised without what is feared', 'emergency', [], {}, 'code'],
    ['raised for something that is no flag', 'emergency', [], { code: 'ddx:hip_joint' }, 'code'],
    ['raised, nothing needs to be asked again', 'emergency', [], { code: 'redflag:infection' }, 'raise'],
    ['lowered without asking', 'routine', [], {}, 'not_asked'],
    ['lowered, one item was not asked', 'routine', asked('gone'), {}, 'not_asked'],
    ['lowered, one item is said not to be asked', 'routine', asked('gone', 'not_asked'), {}, 'not_asked'],
    ['lowered, one item is worse', 'routine', asked('gone', 'worse'), {}, 'worse'],
    ['lowered one step, one item is worse', 'expedited', asked('worse', 'gone'), {}, 'worse'],
    ['lowered, all gone', 'routine', asked('gone', 'gone'), {}, 'lower'],
    ['lowered, known and the same', 'expedited', asked('same', 'gone'), {}, 'lower'],
  ])('%s', (_, urgency, again, more, answer) => {
    expect(judge(urgency, again, more)).toBe(answer)
  })

  test('is never lower while one fired item is worse or was not asked', () => {
    const any = fc.record({
      urgency: fc.constantFrom(...tiers),
      siPattern: fc.constantFrom(...siTiers),
      code: fc.constantFrom(...codes),
      asked: fc.array(fc.record({ ruleId: fc.constantFrom(...fired), now: fc.constantFrom(...askedAnswers) })),
    })
    fc.assert(
      fc.property(any, fc.constantFrom(...tiers), (wish, urgency) => {
        const answer = judgeOverride(wish, { urgency, siPattern: 'possible' }, fired, codes)
        if (answer !== 'lower') return
        expect(directionOf(urgency, wish.urgency)).toBe('lower')
        const last = new Map(wish.asked.map((item) => [item.ruleId, item.now]))
        for (const ruleId of fired) expect(['gone', 'same']).toContain(last.get(ruleId))
      }),
    )
  })

  test('always has a reason from the list and in words', () => {
    const whole = { seen: '5b1c1d1e-7a51-4a0e-9a0c-0f6b1d3a9c11', urgency: 'routine', siPattern: 'likely' }
    const reason = { reasonCode: 'symptom_gone', reason: 'Feeling is back since noon.' }
    expect(overrideWish.safeParse({ ...whole, ...reason }).success).toBe(true)
    for (const without of [{ reasonCode: undefined }, { reasonCode: 'because' }, { reason: '' }, { reason: '   .  ' }])
      expect(overrideWish.safeParse({ ...whole, ...reason, ...without }).success).toBe(false)
  })
})
