import { Form, useSubmit } from '@remix-run/react'
import { useRef, useState } from 'react'
import type { FocusEvent, FormEvent, KeyboardEvent, ReactNode } from 'react'
import { isQuestionKey, kindOf } from '~/domain/intake/instrument'
import type { QuestionKey } from '~/domain/intake/instrument'
import { isReachable } from '~/ui/steady-fetch'
import type { Autosave } from '~/ui/intake/intake-autosave'
import { carryFields, ownerFields } from './intake-carry'
import { formId } from './intake-form-id'
import { OwnerFields } from './intake-owner-fields'
import { baseField, textsIn } from '~/ui/intake/intake-values'
import { keepNoneAlone } from '~/ui/intake/keep-none-alone'
import type { Owner } from './use-intake-session'

type Props = {
  autosave: Autosave
  owner: Owner
  /** Questions whose fields stand in the form. */
  shown: readonly QuestionKey[]
  /** Numbers of change of the answers as the page was made. */
  versions: Partial<Record<QuestionKey, number>>
  /** A new answer; not `settled` while it is still typed, or while arrow keys move through the choices. */
  onAnswer?: (key: QuestionKey, texts: string[], settled: boolean) => void
  /** The page cannot be left before what waits on it is safe. */
  onStay: () => void
  className?: string
  children: ReactNode
}

/** After a keystroke, and after an arrow key has chosen on its way through the choices. */
const pauses = { typing: 700, arrows: 1000 }

/** A form of questions: saved field by field as it is filled, and sent as a whole by its buttons, with or without scripts. */
export function IntakeForm({ autosave, owner, shown, versions, onAnswer, onStay, className, children }: Props) {
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  const arrow = useRef(false)
  const settle = useRef<{ key: QuestionKey; texts: string[]; timer: number } | null>(null)
  useState(() => autosave.know(versions))

  const settled = () => {
    const open = settle.current
    if (!open) return
    window.clearTimeout(open.timer)
    settle.current = null
    onAnswer?.(open.key, open.texts, true)
  }
  const changed = ({ target }: FormEvent<HTMLFormElement>) => {
    if (!form.current || !(target instanceof HTMLElement) || !('name' in target)) return
    const key = String(target.name)
    if (!isQuestionKey(key) || kindOf(key) === 'regions') return
    if (target instanceof HTMLInputElement && target.type === 'checkbox') keepNoneAlone(target, form.current)
    const isTyped = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !isPicked(target))
    const isPassing = arrow.current && target instanceof HTMLInputElement && target.type === 'radio'
    const wait = isTyped ? pauses.typing : isPassing ? pauses.arrows : 0
    const texts = textsIn(new FormData(form.current), key)
    autosave.change(key, texts, wait)
    if (settle.current && settle.current.key !== key) settled()
    window.clearTimeout(settle.current?.timer)
    settle.current = wait > 0 ? { key, texts, timer: window.setTimeout(settled, wait) } : null
    onAnswer?.(key, texts, wait === 0)
  }
  const keyed = ({ key }: KeyboardEvent) => {
    arrow.current = key.startsWith('Arrow')
  }
  const focused = ({ target }: FocusEvent<HTMLFormElement>) => {
    const at = form.current?.querySelector<HTMLInputElement>(`input[name=${ownerFields.at}]`)
    const name = (target as HTMLElement).getAttribute('name') ?? ''
    if (at && isQuestionKey(name)) at.value = name
    if (settle.current && settle.current.key !== name) settled()
  }

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const button = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    settled()
    await autosave.flush()
    if (!form.current) return
    if (autosave.unsent() !== null || autosave.getState().signedOut !== null) return onStay()
    if (!(await isReachable())) return onStay()
    const data = new FormData(form.current, button)
    for (const key of shown) data.set(baseField(key), String(autosave.baseOf(key)))
    data.set(carryFields.byScript, '1')
    submit(data, { method: 'post' })
  }

  return (
    <Form
      id={formId}
      method="post"
      noValidate
      ref={form}
      onChange={changed}
      onKeyDown={keyed}
      onPointerDown={() => {
        arrow.current = false
      }}
      onFocus={focused}
      onSubmit={(event) => void send(event)}
      className={className}
    >
      <OwnerFields owner={owner} />
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
