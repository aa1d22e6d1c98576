/** The one-finger point: a ring with a cross; `large` for the whole figure. */
export function PointMark({ x, y, large }: { x: number; y: number; large?: boolean }) {
  return (
    <g className="bm-pt" transform={`translate(${x} ${y})${large ? 'scale(2)' : ''}`} aria-hidden="true">
      <circle className="bm-pth" r="11" />
      <path className="bm-pth" d="M-17 0h7M10 0h7M0-17v7M0 10v7" />
      <circle r="9" />
      <path d="M-17 0h7M10 0h7M0-17v7M0 10v7" />
      <circle className="bm-ptd" r="2.4" />
    </g>
  )
}
