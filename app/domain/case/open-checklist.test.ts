import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolvers } from './case-lists'
import { openChecklist, standingItems } from './open-checklist'

const driver = { code: 'block:no_driver', resolver: 'patient' } as const

test('what is said twice opens once, under its own name', () => {
  const codes = openChecklist({ blockers: [driver, driver], payerItems: [], insured: true }).map((item) => item.code)
  expect(codes).toEqual(['authorisation', 'side_confirmed', 'consent', 'driver'])
})

test('who pays alone asks no plan', () => {
  const payerItems = [{ status: 'needs_in_person' } as const]
  const codes = openChecklist({ blockers: [], payerItems, insured: false }).map((item) => item.code)
  expect(codes).toEqual(['side_confirmed', 'consent', 'driver'])
})

test('every blocker is on the list with its resolver, every code once, side and consent always', () => {
  const code = fc.constantFrom(
    'block:pregnancy',
    'block:anticoagulant_review',
    'payer:duration_lt_3_months',
    'block:no_driver',
  )
  const blocker = fc.record({ code, resolver: fc.constantFrom(...resolvers) })
  const status = fc.constantFrom('met', 'not_met', 'unknown', 'needs_in_person')
  fc.assert(
    fc.property(fc.array(blocker), fc.array(fc.record({ status })), fc.boolean(), (blockers, payerItems, insured) => {
      const items = openChecklist({ blockers, payerItems, insured })
      const codes = items.map((item) => item.code)
      expect(new Set(codes).size).toBe(codes.length)
      const expected = [
        ...blockers.map((one) => one.code).filter((one) => one !== driver.code),
        ...standingItems.filter((standing) => standing !== 'authorisation' || insured),
      ]
      expect(expected.filter((one) => !codes.includes(one))).toEqual([])
    }),
  )
})
