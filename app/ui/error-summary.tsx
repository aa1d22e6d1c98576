import { CircleX } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { Icon } from './icon'

/** First on the page after a failed submit, and focused: each line leads to its field. Renders nothing without errors. */
export function ErrorSummary({ errors, title }: { errors: { id?: string; message: string }[]; title?: string }) {
  const box = useRef<HTMLElement>(null)
  const heading = useId()
  const key = errors.map((error) => error.message).join('|')
  useEffect(() => {
    if (key) box.current?.focus()
  }, [key])
  if (!errors.length) return null
  const count = errors.length === 1 ? '1 answer needs a look' : `${errors.length} answers need a look`
  const toField = (id?: string) => (id ? document.getElementById(id)?.focus() : undefined)
  return (
    <section className="errsum" role="alert" tabIndex={-1} ref={box} aria-labelledby={heading}>
      <h2 id={heading}>
        <Icon of={CircleX} />
        <span>{title ?? count}</span>
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.id}${error.message}`}>
            {error.id ? (
              <a href={`#${error.id}`} onClick={() => toField(error.id)}>
                {error.message}
              </a>
            ) : (
              <p className="err">{error.message}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
