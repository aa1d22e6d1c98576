import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import type { InputHTMLAttributes } from 'react'
import { FieldFrame } from './field-frame'
import type { FieldWords } from './field-frame'
import { Icon } from './icon'
import { useHydrated } from './use-hydrated'

type Props = FieldWords &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'style' | 'className' | 'type'> & { name: string }

/** A password with a Show button, which appears only where scripts run. */
export function PasswordField({ id, label, hint, errors, errorId, optional, className, ...input }: Props) {
  const live = useHydrated()
  const [shown, setShown] = useState(false)
  return (
    <FieldFrame {...{ id, label, hint, errors, errorId, optional, className }}>
      {(control) => (
        <span className="peek">
          <input autoCapitalize="none" spellCheck={false} {...input} {...control} type={shown ? 'text' : 'password'} />
          {live ? (
            <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
              <Icon of={shown ? EyeOff : Eye} />
              {shown ? 'Hide' : 'Show'}
            </button>
          ) : null}
        </span>
      )}
    </FieldFrame>
  )
}
