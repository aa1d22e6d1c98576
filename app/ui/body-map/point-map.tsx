import { useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { Hydrated } from '../hydrated'
import { SideWords } from '../side-words'
import { pictures } from './art'
import { ArtDefs } from './art-defs'
import { ArtMarkup } from './art-markup'
import type { Mark, Point } from './mark'
import { PointMark } from './point-mark'
import { factsOf } from './region-facts'

type Props = {
  /** Field name; sends `view,x,y`, for example `back,52,771`, or nothing. */
  name: string
  defaultValue?: Point | null
  onChange?: (point: Point | null) => void
  /** Places marked before, shown faintly. */
  marks?: readonly Mark[]
  /** False when another map on the page already brought the shared drawing. */
  defs?: boolean
}

const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-5, 0],
  ArrowRight: [5, 0],
  ArrowUp: [0, -5],
  ArrowDown: [0, 5],
}
const first = { back: [50, 747], front: [-70, 830] } as const
const within = (low: number, value: number, high: number) => Math.min(high, Math.max(low, Math.round(value)))

/** One finger on the worst spot: tap the close-up, or Space and then arrow keys, 5 mm a step. Optional everywhere. */
export function PointMap({ name, defaultValue = null, onChange, marks = [], defs = true }: Props) {
  const [point, setPoint] = useState<Point | null>(defaultValue)
  const [view, setView] = useState<'back' | 'front'>(defaultValue?.view ?? 'back')
  const shapes = useRef<SVGGElement>(null)
  const [place, setPlace] = useState('')
  const picture = pictures[view].panel
  const marked = new Map(marks.map((mark) => [mark.region, mark]))
  const put = (next: Point | null) => {
    setPoint(next)
    onChange?.(next)
    const svg = shapes.current?.ownerSVGElement
    if (!next || !svg) return setPlace('')
    const spot = svg.createSVGPoint()
    spot.x = next.x
    spot.y = next.y
    const at = [...(shapes.current?.querySelectorAll('path') ?? [])].findIndex((path) => path.isPointInFill(spot))
    const shape = picture.shapes[at]
    setPlace(shape ? factsOf(shape.region).name : '')
  }
  const tap = (event: MouseEvent<SVGSVGElement>) => {
    const matrix = event.currentTarget.getScreenCTM()
    if (!matrix || event.detail === 0) return
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
    put({ view, x: within(-180, at.x, 180), y: within(570, at.y, 1035) })
  }
  const onKey = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const here = point?.view === view ? point : null
    if (event.key === ' ' || event.key === 'Enter') put(here ? null : { view, x: first[view][0], y: first[view][1] })
    else if (step && here) put({ view, x: within(-180, here.x + step[0], 180), y: within(570, here.y + step[1], 1035) })
    else return
    event.preventDefault()
  }
  const tab = (side: 'back' | 'front', word: string) => (
    <button
      type="button"
      aria-pressed={view === side}
      className={view === side ? 'on' : undefined}
      onClick={() => setView(side)}
    >
      {word}
    </button>
  )
  return (
    <div className="bm-whole">
      {defs ? <ArtDefs /> : null}
      <input type="hidden" name={name} value={point ? `${point.view},${point.x},${point.y}` : ''} />
      <div className="bm-top">
        <Hydrated>
          <div className="seg" role="group" aria-label="Which side of the body">
            {tab('back', 'Back')}
            {tab('front', 'Front')}
          </div>
          {point ? (
            <button type="button" className="btn quiet" onClick={() => put(null)}>
              Take it away
            </button>
          ) : null}
        </Hydrated>
      </div>
      <div className="bm-close-up">
        <svg
          className="bm bm-live bm-pointing"
          viewBox={picture.viewBox}
          role="button"
          tabIndex={0}
          aria-label={`${picture.title}. Space puts a point, arrow keys move it.`}
          onClick={tap}
          onKeyDown={onKey}
        >
          <ArtMarkup html={picture.frame} />
          <g clipPath={`url(#bm-k${view === 'back' ? 'b' : 'f'})`}>
            <ArtMarkup html={picture.under} />
            <g className="bm-regions" ref={shapes}>
              {picture.shapes.map((shape) => (
                <path
                  key={shape.region}
                  className="bm-r"
                  d={shape.d}
                  data-on={marked.has(shape.region) ? '' : undefined}
                />
              ))}
            </g>
            <ArtMarkup html={picture.marks} />
            <use className="bm-out" href="#bm-ps" />
          </g>
          <ArtMarkup html={picture.words} />
          {point?.view === view ? <PointMark x={point.x} y={point.y} /> : null}
        </svg>
      </div>
      <p role="status" className="mt-8">
        {point ? (
          <>
            Your one-finger point is on the {point.view}
            {place ? ': ' : '.'}
            <SideWords>{place ? `${place}.` : ''}</SideWords> Tap again to move it.
          </>
        ) : (
          <span className="muted">Put one finger on the worst spot. You can also go on without it.</span>
        )}
      </p>
    </div>
  )
}
