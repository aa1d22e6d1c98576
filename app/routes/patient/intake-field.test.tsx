import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { bodyMapRegions } from '~/domain/intake/body-map-regions'
import { questionOf } from '~/domain/intake/instrument'
import { IntakeField } from './intake-field'

const boxes = (html: string) => html.match(/<input[^>]*type="checkbox"[^>]*>/g) ?? []

test('places that hurt can be told without the map, as after a wrong tap', () => {
  const html = renderToStaticMarkup(
    <IntakeField question={questionOf('painAreas')} texts={['si-right:7']} callDay="today" />,
  )
  expect(boxes(html)).toHaveLength(bodyMapRegions.length)
  expect(boxes(html).filter((box) => box.includes('checked'))).toEqual([expect.stringContaining('value="si-right"')])
})

test('the worst place is one of a list', () => {
  const html = renderToStaticMarkup(<IntakeField question={questionOf('mainArea')} texts={[]} callDay="today" />)
  expect(html.match(/<option/g)).toHaveLength(bodyMapRegions.length + 1)
})
