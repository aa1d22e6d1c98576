import { CircleX } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { useDensity } from './density'
import { Icon } from './icon'

/** Words around a group of choices. */
export type GroupWords = {
  /** The page's heading may already ask; then hide the legend from sight. */
  legend: ReactNode
  legendHidden?: boolean
  hint?: ReactNode
  errors?: string[] | null
  id?: string
  errorId?: string
  className?: string
}

/** A fieldset with its question, hint and error, read together by screen readers. Name `id` in an error summary. */
export function FieldGroup(props: GroupWords & { children: ReactNode }) {
  const { legend, legendHidden, hint, errors, id, className, children } = props
  const staff = useDensity() === 'staff'
  const errorId = props.errorId ?? (id ? `${id}-error` : undefined)
  const error = errors?.length ? errors.join(' ') : undefined
  const described = [hint && id ? `${id}-hint` : '', error && errorId ? errorId : ''].filter(Boolean).join(' ')
  return (
    <fieldset
      id={id}
      tabIndex={id ? -1 : undefined}
      className={classes(staff ? 'fl' : 'fgroup', error && (staff ? 'bad' : 'with-err'), className)}
      aria-describedby={described || undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className={legendHidden ? 'sr' : staff ? 'lb' : 'lbl'}>{legend}</legend>
      {hint ? (
        <p className={staff ? 'hn' : 'hint'} id={id ? `${id}-hint` : undefined}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className={staff ? 'er' : 'err'} id={errorId}>
          <Icon of={CircleX} />
          {error}
        </p>
      ) : null}
      {children}
    </fieldset>
  )
}
