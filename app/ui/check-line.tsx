import { Check, CircleX } from 'lucide-react'
import type { InputHTMLAttributes, ReactNode } from 'react'
import { classes } from './classes'
import { useDensity } from './density'
import { Icon } from './icon'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'style' | 'className' | 'type'> & {
  id: string
  name: string
  errors?: string[] | null
  errorId?: string
  children: ReactNode
}

/** One statement to agree to or to tick. */
export function CheckLine({ id, errors, errorId = `${id}-error`, children, ...input }: Props) {
  const staff = useDensity() === 'staff'
  const error = errors?.length ? errors.join(' ') : undefined
  const mark = <Icon of={Check} />
  return (
    <div className={classes('checkline', error && (staff ? 'bad' : 'with-err'))}>
      {error ? (
        <p className={staff ? 'er' : 'err'} id={errorId}>
          <Icon of={CircleX} />
          {error}
        </p>
      ) : null}
      <label className={staff ? 'ck' : 'check'}>
        <input
          value="on"
          {...input}
          id={id}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
        />
        {staff ? <i>{mark}</i> : <span className="bx">{mark}</span>}
        <span>{children}</span>
      </label>
    </div>
  )
}
