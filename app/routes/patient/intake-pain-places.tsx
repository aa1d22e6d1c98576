import { Link } from '@remix-run/react'
import type { Answers } from '~/domain/intake/instrument'
import { regionOf } from '~/domain/intake/region-of'
import { paths } from '~/domain/paths'
import { Chip } from '~/ui/chip'
import { SideWords } from '~/ui/side-words'

const heading = {
  left: 'Your pain is on your left side',
  right: 'Your pain is on your right side',
  both: 'Your pain is on both sides',
  middle: 'Your pain is in the middle',
}

/** The marked places with their strength, and the side in words, first of all on the review page. */
export function PainPlaces({ answers: { painAreas = [], painSide, mainArea } }: { answers: Answers }) {
  if (painAreas.length === 0) return null
  return (
    <section className="card mt4 said-card">
      <h2 className="lh-135">
        <SideWords>{painSide ? heading[painSide] : 'The places you marked'}</SideWords>
      </h2>
      <ul className="said mt-4">
        {painAreas.map(({ region, strength }) => (
          <li key={region}>
            <span className="k">{strength ?? '–'}</span>
            <span>
              <SideWords>{capital(regionOf(region).name)}</SideWords>
            </span>
            {region === mainArea ? <Chip tone="plain">Worst</Chip> : <span />}
          </li>
        ))}
      </ul>
      <p className="small">
        <Link className="tap" to={paths.intakeStep('areas')}>
          Not correct? Change the map
        </Link>
      </p>
    </section>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
