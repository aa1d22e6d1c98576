import { expect, test } from 'vitest'
import { routePatterns } from './route-pattern'

const patternOf = routePatterns({
  root: { path: '' },
  intake: { path: 'care/intake/review' },
  step: { path: 'care/intake/:step' },
  visit: { path: 'visits/:visitId' },
  splat: { path: '*' },
})

test.each([
  ['/', '/'],
  ['/_root.data', '/'],
  ['/care/intake/review', '/care/intake/review'],
  ['/care/intake/safety', '/care/intake/:step'],
  ['/visits/3f2a.data', '/visits/:visitId'],
  ['/visits/3f2a/more', '*'],
  ['/someone@example.org', '*'],
])('%s is logged as %s', (path, pattern) => {
  expect(patternOf(path)).toBe(pattern)
})
