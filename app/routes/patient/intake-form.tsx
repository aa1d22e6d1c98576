import { Form, useSubmit } from '@remix-run/react'
import { useRef, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { isQuestionKey, questionOf } from '~/domain/intake/instrument'
import type { QuestionKey } from '~/domain/intake/instrument'
import type { Autosave } from './intake-autosave'
import { baseField, textsIn } from './intake-values'

type Props = {
  autosave: Autosave
  /** Questions whose fields stand in the form. */
  shown: readonly QuestionKey[]
  /** Numbers of change of the answers as the page was made. */
  versions: Partial<Record<QuestionKey, number>>
  onAnswer?: (key: QuestionKey, texts: string[]) => void
  /** The page cannot be left before what waits on it is safe. */
  onStay?: () => void
  className?: string
  children: ReactNode
}

const typingPause = { milliseconds: 700 }

/** Of "none" and other answers, the one chosen last stays. */
function keepNoneAlone(box: HTMLInputElement, form: HTMLFormElement) {
  if (!box.checked) return
  for (const other of form.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${box.name}"]`))
    if (other !== box && (box.value === 'none' || other.value === 'none')) other.checked = false
}

/** A form of questions: saved field by field as it is filled, and sent as a whole by its buttons, with or without scripts. */
export function IntakeForm({ autosave, shown, versions, onAnswer, onStay, className, children }: Props) {
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  useState(() => autosave.know(versions))

  const changed = ({ target }: FormEvent<HTMLFormElement>) => {
    if (!form.current || !(target instanceof HTMLElement) || !('name' in target)) return
    const key = String(target.name)
    if (!isQuestionKey(key) || questionOf(key).kind === 'regions') return
    if (target instanceof HTMLInputElement && target.type === 'checkbox') keepNoneAlone(target, form.current)
    const typed = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !isPicked(target))
    const texts = textsIn(new FormData(form.current), key)
    autosave.change(key, texts, typed ? typingPause.milliseconds : 0)
    onAnswer?.(key, texts)
  }

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const button = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    await autosave.flush()
    if (!form.current) return
    if (autosave.getState().unreachable) return onStay?.()
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
      onSubmit={(event) => void send(event)}
      className={className}
    >
      {shown.map((key) => (
        <span key={key} hidden>
          <input type="hidden" name="shown" value={key} />
          <input type="hidden" name={baseField(key)} value={autosave.baseOf(key)} readOnly />
        </span>
      ))}
      {children}
    </Form>
  )
}

function isPicked({ type }: HTMLInputElement): boolean {
  return type === 'radio' || type === 'checkbox'
}
