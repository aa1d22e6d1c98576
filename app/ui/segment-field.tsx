import type { ReactNode } from 'react'
import { classes } from './classes'
import { useDensity } from './density'
import { FieldGroup } from './field-group'
import type { GroupWords } from './field-group'

type Props = GroupWords & {
  name: string
  choices: { value: string; label: ReactNode }[]
  defaultValue?: string | null
  onChange?: (value: string) => void
  /** LEFT, RIGHT, BOTH in capitals: the side of an order, an exam or a procedure. */
  side?: boolean
  required?: boolean
  form?: string
}

/** Two to four short choices in one bar. */
export function SegmentField({ name, choices, defaultValue, onChange, side, required, form, ...words }: Props) {
  const staff = useDensity() === 'staff'
  return (
    <FieldGroup {...words}>
      <div className={staff ? classes('segs3', side && 'side') : 'seg full'}>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              form={form}
              required={required}
              defaultChecked={defaultValue === choice.value}
              onChange={onChange ? () => onChange(choice.value) : undefined}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
