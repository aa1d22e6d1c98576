type Props = {
  /** File name without its ending: `faber`, `slr`, `camera-standing` and so on. */
  name: string
  /** Drawn for the right; for the left the whole drawing is mirrored. */
  side?: 'left' | 'right'
  /** What the person does, in words; the side stands beside the picture in words as well. */
  alt: string
  /** Fetched only when it comes into sight. */
  lazy?: boolean
}

/** A picture of a self-exam. It has one palette, light, since the exam card is a light island on the dark stage. */
export function ExamPicture({ name, side = 'right', alt, lazy }: Props) {
  const mirror = side === 'left' ? `#ex-${name}-left` : ''
  return (
    <img
      className="exam-pic"
      src={`/exam/${name}.svg${mirror}`}
      width="360"
      height="270"
      alt={alt}
      loading={lazy ? 'lazy' : undefined}
    />
  )
}
