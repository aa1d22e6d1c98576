import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DropOff } from '~/domain/intake/drop-off'
import { sayShyCount } from '~/domain/intake/shy-count'
import { StateWord } from '~/ui/state-word'

type Told = Extract<DropOff, { kind: 'told' }>

/** The promise to patients. */
const promised = 12

const minutes = (count: number) => `${count.toFixed(1)} min`

/** The whole in five numbers. */
export function DropOffSums({ dropOff, estimated }: { dropOff: Told; estimated: number }) {
  const { begun, sent, left, minutes: measured } = dropOff
  return (
    <section className="panel stats" aria-label="The whole">
      <Sum name="Began" value={sayShyCount(begun)} />
      <Sum name="Sent their answers" value={sayShyCount(sent)} />
      <Sum name="Left" value={sayShyCount(left)}>
        not sent, still for over 24 hours
      </Sum>
      <Sum name="Time it takes, measured" value={measured ? minutes(measured.median) : 'not yet'}>
        {measured ? (
          <StateWord
            small
            tone={measured.slow > promised ? 'attention' : 'plain'}
            icon={measured.slow > promised ? TriangleAlert : undefined}
          >
            nine of ten within {minutes(measured.slow)}
          </StateWord>
        ) : (
          'from 5 people on who sent theirs'
        )}
      </Sum>
      <Sum name="Time it takes, estimated" value={minutes(estimated)}>
        an ordinary person; {promised} at most promised
      </Sum>
    </section>
  )
}

function Sum({ name, value, children }: { name: string; value: string; children?: ReactNode }) {
  return (
    <div className="stat">
      <span className="sub">{name}</span>
      <span className="big">{value}</span>
      {children ? <span className="sub">{children}</span> : null}
    </div>
  )
}
