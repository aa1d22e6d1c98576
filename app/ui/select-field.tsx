import { ChevronDown } from 'lucide-react'
import type { SelectHTMLAttributes } from 'react'
import { FieldFrame } from './field-frame'
import type { FieldWords } from './field-frame'
import { Icon } from './icon'

type Props = FieldWords &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'style' | 'className' | 'children'> & {
    name: string
    options: { value: string; label: string; disabled?: boolean }[]
    /** First, empty choice, e.g. "Choose one". */
    empty?: string
  }

/** One choice from a list. */
export function SelectField(props: Props) {
  const { id, label, hint, errors, errorId, optional, className, options, empty, ...select } = props
  return (
    <FieldFrame {...{ id, label, hint, errors, errorId, optional, className }}>
      {(control) => (
        <span className="sel-wrap">
          <select {...select} {...control}>
            {empty === undefined ? null : <option value="">{empty}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon of={ChevronDown} />
        </span>
      )}
    </FieldFrame>
  )
}
