import type { ReactNode } from 'react'
import { StageCard } from './stage-card'

type Way = { label: string; onPress: () => void }

/** A question over the picture with two equal answers. */
export function TwoWayCard({ title, children, ways }: { title: ReactNode; children: ReactNode; ways: [Way, Way] }) {
  return (
    <StageCard title={title}>
      <div className="mt-4">{children}</div>
      <div className="pair mt-14">
        {ways.map((way) => (
          <button type="button" className="pick tall-52" key={way.label} onClick={way.onPress}>
            {way.label}
          </button>
        ))}
      </div>
    </StageCard>
  )
}
