import { bodyMapRegions } from './body-map-regions'
import { ifThen, type Json } from './condition-schema'
import { regionOf } from './region-of'

const regions = bodyMapRegions.map(({ id }) => regionOf(id))
const onSide = (side: 'left' | 'right') => regions.filter((region) => region.side === side).map(({ id }) => id)

function marks(ids: readonly string[]): Json {
  return { properties: { painAreas: { contains: { properties: { region: { enum: ids } }, required: ['region'] } } } }
}

function when(key: string, value: string, consequence: Json): Json {
  return ifThen({ properties: { [key]: { const: value } }, required: [key, 'painAreas'] }, consequence)
}

const notBothAnd = (side: 'left' | 'right') => ({ properties: { mainArea: { not: { enum: onSide(side) } } } })

/** The main place is one of those marked, and the side in words is the side on the map: as JSON Schemas of the whole intake. */
export function sideSchemas(): Json[] {
  const [left, right] = [marks(onSide('left')), marks(onSide('right'))]
  return [
    when('painSide', 'left', { allOf: [left, notBothAnd('right')] }),
    when('painSide', 'right', { allOf: [right, notBothAnd('left')] }),
    when('painSide', 'both', { allOf: [left, right] }),
    when('painSide', 'middle', { allOf: [{ not: left }, { not: right }] }),
    ...regions.map(({ id }) => when('mainArea', id, marks([id]))),
  ]
}
