import { classes } from '../classes'
import { ArtDefs } from './art-defs'
import type { Mark, Point } from './mark'
import { factsOf, spokenMark } from './region-facts'
import { StillPicture } from './still-picture'

type Props = {
  marks: readonly Mark[]
  point?: Point | null
  /** `confirm`: two framed pictures with the sides in words; `small`: beside the intake of a staff page; `tiny`: one mark beside a question. */
  size?: 'confirm' | 'small' | 'tiny'
  /** False when another map on the page already brought the shared drawing. */
  defs?: boolean
}

const windows = { confirm: '-180 572 360 462', small: '-180 620 360 400', tiny: '-160 650 320 320' }

function words(view: 'back' | 'front', marks: readonly Mark[], point?: Point | null): string {
  const seen = marks.filter((mark) => ['both', view].includes(factsOf(mark.region).view))
  const places = seen.map((mark) => spokenMark(mark.region, mark.strength)).join('; ')
  const spot = point?.view === view ? ' One-finger point marked.' : ''
  return `${view === 'back' ? 'Back' : 'Front'}: ${places || 'nothing marked'}.${spot}`
}

/** What was marked, both views side by side, read only. Places outside the close-up add the whole figure. */
export function BodyMapStill({ marks, point, size = 'small', defs = true }: Props) {
  const views = size === 'tiny' ? (['back'] as const) : (['back', 'front'] as const)
  const outside = size !== 'tiny' && marks.some((mark) => !factsOf(mark.region).closeUp)
  const sides = new Set(marks.map((mark) => factsOf(mark.region).side))
  const word = (side: 'left' | 'right') => (
    <span className={classes(sides.has(side) && 'strong tx-ink')}>{side === 'left' ? 'Left' : 'Right'}</span>
  )
  return (
    <div className={`bm-stills ${size}`}>
      {defs ? <ArtDefs /> : null}
      {views.map((view) => (
        <figure key={view} className={classes(size === 'confirm' && 'pane')}>
          {size === 'confirm' ? <figcaption>{view === 'back' ? 'Back' : 'Front'}</figcaption> : null}
          <StillPicture
            {...{ view, marks, point }}
            part="panel"
            label={words(view, marks, point)}
            viewBox={windows[size]}
            numbers={size === 'confirm' ? 'large' : 'none'}
          />
          {outside ? (
            <StillPicture
              {...{ view, marks, point }}
              part="figure"
              label={`Whole body. ${words(view, marks, point)}`}
            />
          ) : null}
          {size === 'confirm' ? (
            <p className="row between small muted">
              {view === 'back' ? word('left') : word('right')}
              {view === 'back' ? word('right') : word('left')}
            </p>
          ) : size === 'small' ? (
            <figcaption className="sub">{view === 'back' ? 'Back' : 'Front'}</figcaption>
          ) : null}
        </figure>
      ))}
    </div>
  )
}
