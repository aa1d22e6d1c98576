import { useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { formTexts } from '~/domain/intake/form-texts'
import { questionOf } from '~/domain/intake/instrument'
import type { Answers, BodyPoint } from '~/domain/intake/instrument'
import { ArtDefs } from '~/ui/body-map/art-defs'
import { StillPicture } from '~/ui/body-map/still-picture'
import { classes } from '~/ui/classes'
import { FieldGroup } from '~/ui/field-group'
import { fieldId } from './intake-field'

type Props = { answers: Answers; initial: Answers; onPoint: (texts: string[]) => void }

const key = 'onePoint'
/** The close-up of the drawing, in millimetres: where a point can lie. */
const frame = { left: -179, right: 179, top: 571, bottom: 1034 }
const middle = { x: 0, y: 760 }
const step = 4
const moves: Record<string, [number, number]> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
}

const within = (low: number, high: number, value: number) => Math.min(high, Math.max(low, Math.round(value * 10) / 10))
const held = (view: BodyPoint['view'], x: number, y: number): BodyPoint => ({
  view,
  x: within(frame.left, frame.right, x),
  y: within(frame.top, frame.bottom, y),
})

/** The one spot that hurts most, tapped on the close-up or moved with the arrow keys. Only where scripts run; it may stay open. */
export function OnePoint({ answers, initial, onPoint }: Props) {
  const question = questionOf(key)
  const [point, setPoint] = useState<BodyPoint | null>(initial.onePoint ?? null)
  const [view, setView] = useState<BodyPoint['view']>(initial.onePoint?.view ?? 'back')
  const picture = useRef<HTMLButtonElement>(null)
  const set = (next: BodyPoint | null) => {
    setPoint(next)
    onPoint(next ? formTexts(key, next) : [])
  }
  const tapped = (event: MouseEvent) => {
    const svg = picture.current?.querySelector('svg')
    const matrix = svg?.getScreenCTM()
    if (!matrix || event.detail === 0) return
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
    set(held(view, x, y))
  }
  const moved = (event: KeyboardEvent) => {
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    const from = point?.view === view ? point : { view, ...middle }
    set(held(view, from.x + move[0], from.y + move[1]))
  }
  const turn = (side: BodyPoint['view'], word: string) => (
    <button
      type="button"
      aria-pressed={view === side}
      className={classes(view === side && 'on')}
      onClick={() => setView(side)}
    >
      {word}
    </button>
  )
  return (
    <FieldGroup
      id={fieldId(key)}
      legend={
        <>
          {question.label} <span className="opt-l">(optional)</span>
        </>
      }
      hint={question.hint}
    >
      <ArtDefs />
      {point ? <input type="hidden" name={key} value={formTexts(key, point)[0]} /> : null}
      <div className="bm-top">
        <div className="seg" role="group" aria-label="Which side of the body">
          {turn('back', 'Back')}
          {turn('front', 'Front')}
        </div>
        {point ? (
          <button type="button" className="btn quiet" onClick={() => set(null)}>
            Take it away
          </button>
        ) : null}
      </div>
      <button
        type="button"
        ref={picture}
        className="one-point"
        onClick={tapped}
        onKeyDown={moved}
        aria-describedby={`${fieldId(key)}-said`}
      >
        <StillPicture
          view={view}
          part="panel"
          marks={answers.painAreas ?? []}
          point={point}
          label={`${view === 'back' ? 'Back' : 'Front'}: tap the spot, or use the arrow keys`}
        />
      </button>
      <p className="small muted" role="status" id={`${fieldId(key)}-said`}>
        {point ? `One spot marked on the ${point.view}.` : 'No spot marked yet.'}
      </p>
    </FieldGroup>
  )
}
