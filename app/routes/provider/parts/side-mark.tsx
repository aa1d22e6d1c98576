import { CheckCheck, OctagonAlert } from 'lucide-react'
import type { SideFacts } from '~/domain/chart/side-facts'
import { Icon } from '~/ui/icon'
import { SideBlock } from '~/ui/side-block'
import { StateWord } from '~/ui/state-word'

/** The side in the head of a page: the ink block, and whether every place of the chart says the same. */
export function SideMark({ side }: { side: SideFacts }) {
  const names = side.places.map((place) => place.name)
  return (
    <>
      {side.side ? <SideBlock side={side.side} /> : null}
      {side.places.length === 0 ? null : side.same ? (
        <StateWord tone="good" icon={CheckCheck}>
          {names.length > 1
            ? `Same in ${names.join(', ')}`
            : side.side
              ? `As in the ${names[0]}`
              : 'No side on the map'}
        </StateWord>
      ) : (
        <StateWord tone="emergency" icon={OctagonAlert}>
          Sides differ: {side.places.map((place) => `${place.name} ${place.side}`).join(' · ')}
        </StateWord>
      )}
    </>
  )
}

/** The side of every place in words, with the clinician's reason where they differ. */
export function SideSoFar({ side }: { side: SideFacts }) {
  return (
    <p className={side.same ? 'sidesofar' : 'sidesofar bad'} role={side.same ? undefined : 'alert'}>
      <Icon of={side.same ? CheckCheck : OctagonAlert} />
      <span>
        Side so far:{' '}
        {side.places.map((place, at) => (
          <span key={place.name}>
            {at > 0 ? ' · ' : ''}
            {place.name} <b className="strong">{place.side}</b>
          </span>
        ))}
        {side.places.length === 0 ? 'no body map on file' : null}
        {side.reason ? <span className="d-block">Your reason: {side.reason}</span> : null}
      </span>
    </p>
  )
}
