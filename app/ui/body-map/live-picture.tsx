import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { RegionId } from '~/domain/intake/body-map-regions'
import { pictures } from './art'
import type { Shape } from './art'
import { ArtMarkup } from './art-markup'
import { PictureTop } from './picture-top'
import type { Mark } from './mark'
import { isArrow, nearestShape } from './nearest-shape'
import { spokenMark } from './region-facts'

type Props = {
  view: 'back' | 'front'
  part: 'panel' | 'figure'
  marks: readonly Mark[]
  onTap: (region: RegionId, byKey: boolean) => void
  onStrength?: (region: RegionId, strength: number) => void
  /** In the whole figure, a tap on the pelvis leads to the close-up. */
  onZoom?: () => void
}

/** A picture to mark: one tab stop, arrows go to the nearest region, Space marks, 1 to 9 and 0 (ten) say how strong. */
export function LivePicture({ view, part, marks, onTap, onStrength, onZoom }: Props) {
  const picture = pictures[view][part]
  const panel = pictures[view].panel
  const live = picture.shapes.filter((shape) => !shape.copy)
  const [stop, setStop] = useState<RegionId | undefined>(live[0]?.region)
  const [focused, setFocused] = useState<Shape | null>(null)
  const elements = useRef(new Map<RegionId, SVGPathElement>())
  const marked = new Map(marks.map((mark) => [mark.region, mark]))

  const onKey = (event: KeyboardEvent, shape: Shape) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === ' ' || event.key === 'Enter') onTap(shape.region, true)
    else if (onStrength && /^[0-9]$/.test(event.key)) onStrength(shape.region, Number(event.key) || 10)
    else if (isArrow(event.key)) {
      const next = nearestShape(live, shape, event.key)
      if (next) {
        setStop(next.region)
        elements.current.get(next.region)?.focus()
      }
    } else return
    event.preventDefault()
  }
  const drawn = (shape: Shape, key: string, still: boolean) => {
    const mark = marked.get(shape.region)
    const names = still
      ? { 'aria-hidden': true as const }
      : {
          role: 'checkbox',
          'aria-checked': mark !== undefined,
          'aria-label': spokenMark(shape.region, mark?.strength),
          tabIndex: stop === shape.region ? 0 : -1,
          ref: (element: SVGPathElement | null) => {
            if (element) elements.current.set(shape.region, element)
            else elements.current.delete(shape.region)
          },
          onKeyDown: (event: KeyboardEvent) => onKey(event, shape),
          onFocus: (event: React.FocusEvent) =>
            setFocused(event.currentTarget.matches(':focus-visible') ? shape : null),
          onBlur: () => setFocused(null),
        }
    return (
      <path
        key={key}
        className="bm-r"
        d={shape.d}
        data-region={shape.region}
        data-on={mark ? '' : undefined}
        data-level={mark?.strength || undefined}
        onClick={() => {
          if (!still) setStop(shape.region)
          onTap(shape.region, false)
        }}
        {...names}
      />
    )
  }
  return (
    <svg
      className={part === 'panel' ? 'bm bm-live' : 'bm bm-fig bm-live'}
      viewBox={picture.viewBox}
      role="group"
      aria-label={picture.title}
    >
      {picture.frame ? <ArtMarkup html={picture.frame} /> : null}
      <g clipPath={part === 'panel' ? `url(#bm-k${view === 'back' ? 'b' : 'f'})` : undefined}>
        <ArtMarkup html={picture.under} />
        <g className="bm-regions">
          {picture.shapes.map((shape, at) => drawn(shape, `${shape.region}-${at}`, shape.copy))}
        </g>
        {part === 'figure' ? (
          <g className="bm-regions bm-behind" aria-hidden="true">
            {panel.shapes.map((shape) => drawn(shape, shape.region, true))}
          </g>
        ) : null}
        {part === 'figure' ? <ArtMarkup html={panel.marks} /> : null}
        <ArtMarkup html={picture.marks} />
        <use className="bm-out" href={part === 'panel' ? '#bm-ps' : view === 'back' ? '#bm-ob' : '#bm-of'} />
      </g>
      {picture.zoom ? (
        <g className="bm-zoom" aria-hidden="true" onClick={onZoom}>
          <path className="bm-zhit" d={picture.zoom} />
          <rect className="bm-zbox" x="-180" y="570" width="360" height="465" rx="14" />
        </g>
      ) : null}
      <ArtMarkup html={picture.words} />
      <PictureTop picture={picture} pelvis={part === 'figure' ? panel : undefined} marks={marked} ring={focused?.d} />
    </svg>
  )
}
