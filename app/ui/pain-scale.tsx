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
  /** The highest number; 10 when left out. */
  most?: number
}

/** Numbers from 0, to 10 unless another end is given, as radio buttons; nothing is preselected without an earlier answer. */
export function PainScale({ name, ends, defaultValue, onChange, required, form, most = 10, ...words }: Props) {
  const chosen =
    defaultValue === null || defaultValue === undefined || defaultValue === '' ? null : Number(defaultValue)
  return (
    <FieldGroup {...words}>
      <div className="pad">
        {Array.from({ length: most + 1 }, (_, value) => (
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
