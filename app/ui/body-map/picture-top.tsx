import type { ReactNode } from 'react'
import type { RegionId } from '~/domain/intake/body-map-regions'
import type { Picture } from './art'
import type { Mark } from './mark'

type Props = {
  picture: Picture
  /** The close-up's shapes, when the picture is the whole figure. */
  pelvis?: Picture
  marks: ReadonlyMap<RegionId, Mark>
  /** Outline of the focused shape. */
  ring?: string
  large?: boolean
  children?: ReactNode
}

/** What lies over a drawing: the focus ring, the numbers of strength, a point. */
export function PictureTop({ picture, pelvis, marks, ring, large, children }: Props) {
  const labels = [...picture.shapes.filter((shape) => !shape.copy), ...(pelvis ? pelvis.shapes : [])]
  return (
    <g className="bm-over" aria-hidden="true">
      {ring ? <path className="bm-ring bm-halo" d={ring} /> : null}
      {ring ? <path className="bm-ring" d={ring} /> : null}
      {labels.map((shape, at) => {
        const strength = marks.get(shape.region)?.strength
        if (strength === undefined) return null
        return (
          <text key={at} className={large ? 'bm-n bm-n-large' : 'bm-n'} x={shape.label[0]} y={shape.label[1]}>
            {strength}
          </text>
        )
      })}
      {children}
    </g>
  )
}
