import type { TextareaHTMLAttributes } from 'react'
import { FieldFrame } from './field-frame'
import type { FieldWords } from './field-frame'

type Props = FieldWords &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'style' | 'className'> & { name: string }

/** Several lines of text. */
export function TextArea({ id, label, hint, errors, errorId, optional, className, ...input }: Props) {
  return (
    <FieldFrame {...{ id, label, hint, errors, errorId, optional, className }}>
      {(control) => <textarea rows={3} {...input} {...control} />}
    </FieldFrame>
  )
}
