import type { RegionId } from '~/domain/intake/body-map-regions'
import { pictures } from './art'
import type { Shape } from './art'
import { ArtMarkup } from './art-markup'
import type { Mark, Point } from './mark'
import { PictureTop } from './picture-top'
import { PointMark } from './point-mark'

type Props = {
  view: 'back' | 'front'
  part: 'panel' | 'figure'
  marks: readonly Mark[]
  point?: Point | null
  label: string
  /** Another window into the drawing than the whole picture, e.g. without the words on top. */
  viewBox?: string
  /** Small pictures write larger numbers. */
  numbers?: 'large' | 'none'
}

const none: ReadonlyMap<RegionId, Mark> = new Map()

/** One picture with its marks, as an image with its words. */
export function StillPicture({ view, part, marks, point, label, viewBox, numbers }: Props) {
  const picture = pictures[view][part]
  const clip = part === 'panel' ? `url(#bm-k${view === 'back' ? 'b' : 'f'})` : undefined
  const outline = part === 'panel' ? '#bm-ps' : view === 'back' ? '#bm-ob' : '#bm-of'
  const panel = pictures[view].panel
  const strength = new Map(marks.map((mark) => [mark.region, mark]))
  const shape = (drawn: Shape, key: string) => {
    const mark = strength.get(drawn.region)
    return (
      <path
        key={key}
        className="bm-r"
        d={drawn.d}
        data-on={mark ? '' : undefined}
        data-level={mark?.strength || undefined}
      />
    )
  }
  return (
    <svg
      className={part === 'panel' ? 'bm bm-still' : 'bm bm-fig bm-still'}
      viewBox={viewBox ?? picture.viewBox}
      role="img"
      aria-label={label}
    >
      {viewBox || !picture.frame ? null : <ArtMarkup html={picture.frame} />}
      <g clipPath={clip}>
        <ArtMarkup html={picture.under} />
        <g className="bm-regions">{picture.shapes.map((drawn, at) => shape(drawn, `${drawn.region}-${at}`))}</g>
        {part === 'figure' ? (
          <g className="bm-regions">{panel.shapes.map((drawn) => shape(drawn, drawn.region))}</g>
        ) : null}
        {part === 'figure' ? <ArtMarkup html={panel.marks} /> : null}
        <ArtMarkup html={picture.marks} />
        <use className="bm-out" href={outline} />
      </g>
      {viewBox ? null : <ArtMarkup html={picture.words} />}
      <PictureTop
        picture={picture}
        pelvis={part === 'figure' ? panel : undefined}
        marks={numbers === 'none' ? none : strength}
        large={numbers === 'large'}
      >
        {point && point.view === view ? <PointMark x={point.x} y={point.y} large={part === 'figure'} /> : null}
      </PictureTop>
    </svg>
  )
}
