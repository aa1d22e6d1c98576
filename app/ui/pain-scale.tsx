import { classes } from './classes'
import { FieldGroup } from './field-group'
import type { GroupWords } from './field-group'

type Props = GroupWords & {
  name: string
  /** Words under both ends, e.g. "0 = no pain" and "10 = worst you can imagine". */
  ends?: readonly [string, string]
  defaultValue?: number | string | null
  onChange?: (value: number) => void
  required?: boolean
  form?: string
}

/** Eleven numbers, 0 to 10, as radio buttons; nothing is preselected without an earlier answer. */
export function PainScale({ name, ends, defaultValue, onChange, required, form, ...words }: Props) {
  const chosen =
    defaultValue === null || defaultValue === undefined || defaultValue === '' ? null : Number(defaultValue)
  return (
    <FieldGroup {...words}>
      <div className="pad">
        {Array.from({ length: 11 }, (_, value) => (
          <label key={value} className={classes(value === 10 && 'ten')}>
            <input
              type="radio"
              name={name}
              value={value}
              form={form}
              required={required}
              defaultChecked={chosen === value}
              onChange={onChange ? () => onChange(value) : undefined}
            />
            <span>{value}</span>
          </label>
        ))}
      </div>
      {ends ? (
        <p className="ends">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      ) : null}
    </FieldGroup>
  )
}
