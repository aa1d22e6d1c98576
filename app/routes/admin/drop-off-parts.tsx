import type { DropOff } from '~/domain/intake/drop-off'
import { sayShyCount } from '~/domain/intake/shy-count'
import type { ShyCount } from '~/domain/intake/shy-count'
import { BarFill } from '~/ui/bar-fill'

type Told = Extract<DropOff, { kind: 'told' }>

const least = (count: ShyCount) => (count === 'few' ? 0 : count.least)

/** How many come as far as each part, as bars. */
export function DropOffParts({ dropOff }: { dropOff: Told }) {
  const all = Math.max(1, least(dropOff.begun))
  return (
    <section className="panel pn mt-16">
      <div className="grp">
        <h2>Part by part</h2>
        <span>people who came there · who left there</span>
      </div>
      <div className="funnel">
        {dropOff.parts.map(({ title, reached, left }) => (
          <div className="fn pts" key={title}>
            <span className="l">{title}</span>
            <div className="fb">
              <BarFill share={least(reached) / all} />
            </div>
            <span className="num wk">{sayShyCount(reached)}</span>
            <span className="sub">
              {least(left) === 0 && left !== 'few' ? 'nobody left' : `${sayShyCount(left)} left`}
            </span>
          </div>
        ))}
      </div>
      <p className="sub pad14">
        One to four people read “under 5”, and where people left shows once five have left. Nobody can be recognised.
      </p>
    </section>
  )
}
