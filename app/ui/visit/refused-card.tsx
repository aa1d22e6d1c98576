import { useLocation } from '@remix-run/react'
import { Phone } from 'lucide-react'
import { paths } from '~/domain/paths'
import { Icon } from '../icon'
import type { CallSnapshot } from './call-snapshot'
import { StageCard } from './stage-card'

/** The portal gave no ticket: why, and the way on. */
export function RefusedCard({ state, onCallMe }: { state: CallSnapshot; onCallMe?: () => void }) {
  const { pathname } = useLocation()
  if (state.refusal?.refused === 'signed_out')
    return (
      <StageCard title="You are signed out">
        <p className="mt-4">Sign in and you come back here. Your visit goes on.</p>
        <a className="btn primary lg block mt-14" href={`${paths.signIn()}?return=${encodeURIComponent(pathname)}`}>
          Sign in
        </a>
      </StageCard>
    )
  return (
    <StageCard title="The video is closed at this moment">
      <p className="mt-4">{state.refusal?.message}</p>
      {onCallMe ? (
        <button type="button" className="pick tall-52 mt-14" onClick={onCallMe}>
          <Icon of={Phone} />
          Call me now
        </button>
      ) : null}
    </StageCard>
  )
}
