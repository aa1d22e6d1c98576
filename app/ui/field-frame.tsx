import { CircleX } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { useDensity } from './density'
import { Icon } from './icon'

/** What every field has; `errors` and `errorId` come from a form's metadata as they are. */
export type FieldWords = {
  id: string
  label: ReactNode
  hint?: ReactNode
  errors?: string[] | null
  errorId?: string
  /** Says "optional" beside the label. */
  optional?: boolean
  className?: string
}

/** What the control inside must carry. */
export type FieldControl = {
  id: string
  className: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** Label, hint, error and control in this order; the error stands between hint and control and says how to repair. */
export function FieldFrame(props: FieldWords & { children: (control: FieldControl) => ReactNode }) {
  const { id, label, hint, errors, errorId = `${id}-error`, optional, className, children } = props
  const staff = useDensity() === 'staff'
  const error = errors?.length ? errors.join(' ') : undefined
  const described = [hint ? `${id}-hint` : '', error ? errorId : ''].filter(Boolean).join(' ')
  return (
    <div className={classes(staff ? 'fl' : 'field', error && (staff ? 'bad' : 'with-err'), className)}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="opt-l"> (optional)</span> : null}
      </label>
      {hint ? (
        <p className={staff ? 'hn' : 'hint'} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className={staff ? 'er' : 'err'} id={errorId}>
          <Icon of={CircleX} />
          {error}
        </p>
      ) : null}
      {children({
        id,
        className: classes(staff ? 'in' : 'input', error && 'bad'),
        'aria-invalid': error ? true : undefined,
        'aria-describedby': described || undefined,
      })}
    </div>
  )
}
