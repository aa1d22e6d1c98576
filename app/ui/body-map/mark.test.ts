import { describe, expect, test } from 'vitest'
import { bodyMapRegions } from '~/domain/intake/body-map-regions'
import { pictures } from './art'
import { otherSide, strengthened, toggled } from './mark'
import { nearestShape } from './nearest-shape'

describe('marks', () => {
  test('a second toggle takes the mark away', () => {
    const once = toggled([], 'si-right')
    expect(once).toEqual([{ region: 'si-right' }])
    expect(toggled(once, 'si-right')).toEqual([])
  })

  test('a strength marks the place, and can be taken back', () => {
    const strong = strengthened([], 'groin-left', 7)
    expect(strong).toEqual([{ region: 'groin-left', strength: 7 }])
    expect(strengthened(strong, 'groin-left', undefined)).toEqual([{ region: 'groin-left' }])
  })

  const sided = bodyMapRegions.filter((region) => region.side !== 'midline')

  test.each(sided)('the other side of $id keeps the site and leads back', (region) => {
    const other = otherSide(region.id)
    expect(other).toBe(`${region.site}-${region.side === 'left' ? 'right' : 'left'}`)
    expect(other === undefined ? other : otherSide(other)).toBe(region.id)
  })

  test('the middle has no other side', () => {
    const middle = bodyMapRegions.filter((region) => region.side === 'midline')
    expect(middle.map((region) => otherSide(region.id)).filter(Boolean)).toEqual([])
  })
})

describe('drawing', () => {
  const all = [pictures.back.panel, pictures.back.figure, pictures.front.panel, pictures.front.figure]

  test('every region can be marked in a picture of its view', () => {
    for (const region of bodyMapRegions)
      for (const view of region.view === 'both' ? (['back', 'front'] as const) : [region.view]) {
        const shapes = [...pictures[view].panel.shapes, ...pictures[view].figure.shapes]
        expect(shapes.some((shape) => shape.region === region.id && !shape.copy)).toBe(true)
      }
  })

  test('left and right are the patient’s: left lies at the viewer’s left from behind, at the viewer’s right in front', () => {
    const sideOf = new Map<string, string>(bodyMapRegions.map((region) => [region.id, region.side]))
    const wrong = (['back', 'front'] as const).flatMap((view) =>
      [...pictures[view].panel.shapes, ...pictures[view].figure.shapes].filter((shape) => {
        const side = sideOf.get(shape.region)
        return side !== 'midline' && shape.at[0] < 0 !== ((side === 'left') === (view === 'back'))
      }),
    )
    expect(wrong).toEqual([])
  })

  test('arrow keys reach every region of a picture', () => {
    for (const picture of all) {
      const live = picture.shapes.filter((shape) => !shape.copy)
      const seen = new Set(live.slice(0, 1))
      for (const shape of seen)
        for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
          const next = nearestShape(live, shape, key)
          if (next) seen.add(next)
        }
      expect(live.filter((shape) => !seen.has(shape)).map((shape) => shape.region)).toEqual([])
    }
  })

  test('markup carries no style and no script', () => {
    for (const picture of all)
      expect(`${picture.under}${picture.marks}${picture.words}`).not.toMatch(/<style|style=|<script|on\w+=/)
  })
})
