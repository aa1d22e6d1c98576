import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { BodyMap } from './body-map'
import { BodyMapStill } from './body-map-still'

const marks = [{ region: 'si-right', strength: 7 }, { region: 'groin-right' }] as const

describe('body map made by the server', () => {
  const html = renderToString(
    <BodyMap name="painAreas" defaultValue={marks} strengthName={(region) => `strength.${region}`} />,
  )

  test('every region is a checkbox of the form, the marked ones checked', () => {
    expect(html.match(/type="checkbox"/g)).toHaveLength(56)
    expect(html.match(/checked=""/g)).toHaveLength(2)
    expect(html).toContain('name="strength.si-right"')
  })

  test('nothing pretends to be a control before scripts run', () => {
    expect(html).not.toContain('role="checkbox"')
    expect(html).not.toContain('<button')
  })

  test('no style attribute', () => {
    expect(html).not.toMatch(/ style=/)
  })
})

describe('still map', () => {
  test('says every place with its side and strength', () => {
    const html = renderToString(<BodyMapStill marks={marks} size="confirm" />)
    expect(html).toContain('Back: right dimple of the low back and just below it, pain 7 of 10.')
    expect(html).toContain('Front: right groin, along the crease.')
  })

  test('a place outside the close-up adds the whole body', () => {
    expect(renderToString(<BodyMapStill marks={marks} />)).not.toContain('Whole body')
    expect(renderToString(<BodyMapStill marks={[{ region: 'foot-left' }]} />)).toContain('Whole body')
  })
})
