import { expect, test } from 'vitest'
import { namedPoints, nearestNamed } from './named-points'

test('every place of the close-ups has one point of its own, inside the picture', () => {
  const texts = namedPoints.map(({ point: { view, x, y } }) => `${view},${x},${y}`)
  expect(new Set(texts).size).toBe(texts.length)
  expect(namedPoints.length).toBeGreaterThan(30)
  for (const { point } of namedPoints) {
    expect(Math.abs(point.x)).toBeLessThanOrEqual(180)
    expect(point.y).toBeGreaterThanOrEqual(540)
    expect(point.y).toBeLessThanOrEqual(1035)
  }
})

test('a place is the nearest to its own point, and left and right are the person’s own', () => {
  for (const named of namedPoints) expect(nearestNamed(named.point)).toBe(named)
  expect(nearestNamed({ view: 'back', x: 50, y: 747 })?.region).toMatch(/-right$/)
  expect(nearestNamed({ view: 'front', x: 120, y: 768 })?.region).toMatch(/-left$/)
})
