import type { InputHTMLAttributes, ReactNode } from 'react'
import { classes } from './classes'
import { FieldFrame } from './field-frame'
import type { FieldWords } from './field-frame'

type Props = FieldWords &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'style' | 'className'> & {
    name: string
    /** For what the input itself needs, e.g. `code` for a six-digit code. */
    inputClass?: string
    /** A word shown inside at the right, e.g. "mL". */
    unit?: ReactNode
  }

/** One line of text; takes what a form library gives for an input, plus the words around it. */
export function TextField(props: Props) {
  const { id, label, hint, errors, errorId, optional, className, inputClass, unit, ...input } = props
  return (
    <FieldFrame {...{ id, label, hint, errors, errorId, optional, className }}>
      {(control) => {
        const field = <input type="text" {...input} {...control} className={classes(control.className, inputClass)} />
        if (!unit) return field
        return (
          <span className="un">
            {field}
            <span>{unit}</span>
          </span>
        )
      }}
    </FieldFrame>
  )
}
