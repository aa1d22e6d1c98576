import { expect, test } from 'vitest'
import { differences } from './same-rules'

test('json-rules-engine names the same rules, so that the two can be compared', async () => {
  expect(await differences(40)).toEqual([])
})
