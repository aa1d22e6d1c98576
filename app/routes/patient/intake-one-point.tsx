import { useRef, useState } from 'react'
import type { ChangeEvent, KeyboardEvent, MouseEvent } from 'react'
import { formTexts } from '~/domain/intake/form-texts'
import { parseFormAnswer } from '~/domain/intake/parse-form-answer'
import { questionOf } from '~/domain/intake/instrument'
import type { Answers, BodyPoint } from '~/domain/intake/instrument'
import { ArtDefs } from '~/ui/body-map/art-defs'
import { namedPoints, nearestNamed } from '~/ui/body-map/named-points'
import { StillPicture } from '~/ui/body-map/still-picture'
import { classes } from '~/ui/classes'
import { FieldGroup } from '~/ui/field-group'
import { SelectField } from '~/ui/select-field'
import { useHydrated } from '~/ui/use-hydrated'
import { useInstrument } from './asked-version'
import { fieldId } from './intake-field'

type Props = {
  answers: Answers
  initial: Answers
  /** What stands in the field at first where a form has been sent or is not saved yet. */
  texts?: readonly string[]
  error?: string
  onPoint: (texts: string[]) => void
}

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

const textOf = (point: BodyPoint) => formTexts(key, point)[0] ?? ''

function pointOf(texts: readonly string[]): BodyPoint | null {
  const read = parseFormAnswer(key, texts)
  return read.ok && read.value !== undefined ? (read.value as BodyPoint) : null
}

const viewWords = { back: 'Back', front: 'Front' }
const listed = namedPoints.map(({ name, point }) => {
  const inFrame = held(point.view, point.x, point.y)
  return { value: textOf(inFrame), label: `${viewWords[point.view]}: ${name}` }
})

/** The places to choose from; a spot between them stands first, by the name of the nearest. */
function choices(point: BodyPoint | null) {
  const value = point && textOf(point)
  if (!point || listed.some((one) => one.value === value)) return listed
  const near = nearestNamed(point)
  return [
    { value: textOf(point), label: `Your spot on the ${point.view}, near the ${near?.name ?? 'middle'}` },
    ...listed,
  ]
}

/**
 * The one spot that hurts most: tapped on the close-up, moved with the arrow keys, or chosen by the name of the nearest
 * place, which is the field itself and all there is without scripts. One state. It may stay open.
 */
export function OnePoint({ answers, initial, texts, error, onPoint }: Props) {
  const question = questionOf(key, useInstrument())
  const live = useHydrated()
  const [point, setPoint] = useState<BodyPoint | null>(() => pointOf(texts ?? formTexts(key, initial.onePoint)))
  const [view, setView] = useState<BodyPoint['view']>(point?.view ?? 'back')
  const picture = useRef<HTMLButtonElement>(null)
  const [drawn, setDrawn] = useState(0)
  const set = (next: BodyPoint | null) => {
    setPoint(next)
    setDrawn((before) => before + 1)
    onPoint(next ? formTexts(key, next) : [])
  }
  const chosen = ({ target }: ChangeEvent<HTMLSelectElement>) => {
    const next = pointOf([target.value])
    setPoint(next)
    if (next) setView(next.view)
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
  const turn = (side: BodyPoint['view']) => (
    <button
      type="button"
      aria-pressed={view === side}
      className={classes(view === side && 'on')}
      onClick={() => setView(side)}
    >
      {viewWords[side]}
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
      errors={error ? [error] : undefined}
    >
      <ArtDefs />
      {live ? (
        <>
          <div className="bm-top">
            <div className="seg" role="group" aria-label="Which side of the body">
              {turn('back')}
              {turn('front')}
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
              label={`${viewWords[view]}: tap the spot, or use the arrow keys`}
            />
          </button>
          <p className="small muted" role="status" id={`${fieldId(key)}-said`}>
            {point ? `One spot marked on the ${point.view}.` : 'No spot marked yet.'}
          </p>
        </>
      ) : null}
      <SelectField
        key={drawn}
        id={`${fieldId(key)}-place`}
        name={key}
        label={live ? 'Or choose the nearest place' : 'Choose the nearest place'}
        empty="No spot"
        options={choices(point)}
        className="mt-10"
        defaultValue={point ? textOf(point) : ''}
        onChange={chosen}
      />
    </FieldGroup>
  )
}
