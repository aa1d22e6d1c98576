import { Form, useSubmit } from '@remix-run/react'
import { ArrowRight, Siren } from 'lucide-react'
import { useRef, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { asks, questionOf } from '~/domain/intake/instrument'
import type { Instrument, QuestionKey } from '~/domain/intake/instrument'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Icon } from '~/ui/icon'
import type { Autosave } from '~/ui/intake/intake-autosave'
import { baseField, textsIn } from '~/ui/intake/intake-values'
import { keepNoneAlone } from '~/ui/intake/keep-none-alone'

type Props = {
  autosave: Autosave
  which: Instrument
  /** Questions whose fields stand in the form. */
  shown: readonly QuestionKey[]
  /** Numbers of change of the answers as the page was made. */
  versions: Partial<Record<QuestionKey, number>>
  back: string
  name: string
  onAnswer: (key: QuestionKey, texts: string[]) => void
  onStay: () => void
  children: ReactNode
}

/** After a keystroke, and after an arrow key has chosen on its way through the choices. */
const pauses = { typing: 700, arrows: 1000 }

/** The form of one question: kept as it is entered, and sent as a whole by its buttons, with or without scripts. */
export function CallForm({ autosave, which, shown, versions, back, name, onAnswer, onStay, children }: Props) {
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  const arrow = useRef(false)
  useState(() => autosave.know(versions))

  const changed = ({ target }: FormEvent<HTMLFormElement>) => {
    if (!form.current || !(target instanceof HTMLElement) || !('name' in target)) return
    const key = String(target.name)
    if (!asks(which, key) || questionOf(key, which).kind === 'regions') return
    if (target instanceof HTMLInputElement && target.type === 'checkbox') keepNoneAlone(target, form.current)
    const isPicked = target instanceof HTMLInputElement && (target.type === 'radio' || target.type === 'checkbox')
    const isPassing = arrow.current && target instanceof HTMLInputElement && target.type === 'radio'
    const texts = textsIn(new FormData(form.current), key)
    autosave.change(key, texts, isPassing ? pauses.arrows : isPicked ? 0 : pauses.typing)
    onAnswer(key, texts)
  }

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const button = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    await autosave.flush()
    const { unreachable, emergency } = autosave.getState()
    if (!form.current || emergency) return
    if (unreachable) return onStay()
    const data = new FormData(form.current, button)
    for (const key of shown) data.set(baseField(key), String(autosave.baseOf(key)))
    submit(data, { method: 'post' })
  }

  return (
    <Form
      method="post"
      noValidate
      ref={form}
      onChange={changed}
      onKeyDown={({ key }) => {
        arrow.current = key.startsWith('Arrow')
      }}
      onPointerDown={() => {
        arrow.current = false
      }}
      onSubmit={(event) => void send(event)}
    >
      {shown.map((key) => (
        <span key={key} hidden>
          <input type="hidden" name="shown" value={key} />
          <input type="hidden" name={baseField(key)} value={versions[key] ?? 0} readOnly />
        </span>
      ))}
      <div className="pi-q">
        {children}
        <div className="row wrap mt-14">
          <Button large icon={ArrowRight} name="intent" value="next">
            Next question
          </Button>
          <ButtonLink to={back} variant="secondary" large>
            Back
          </ButtonLink>
          <span className="grow" />
          <button className="btn quiet" name="intent" value="stop">
            Stop here, call {name} back
          </button>
        </div>
      </div>
      <div className="pi-e">
        <Icon of={Siren} />
        <p>
          <b>If any answer is an emergency</b> this page turns red and shows what to say: hang up and call 911. A
          clinician is paged. You never choose the urgency.
        </p>
      </div>
    </Form>
  )
}
