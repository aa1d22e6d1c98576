import type { ReactNode } from 'react'
import { FieldGroup } from './field-group'
import type { GroupWords } from './field-group'
import { useDensity } from './density'

/** One answer; `note` always shows, `whenChosen` says at once what happens with this answer. */
export type Choice = { value: string; label: ReactNode; note?: ReactNode; whenChosen?: ReactNode; disabled?: boolean }

type Props = GroupWords & {
  name: string
  choices: Choice[]
  defaultValue?: string | null
  onChange?: (value: string) => void
  required?: boolean
  form?: string
  /** Cards one below the other, or short answers side by side. */
  layout?: 'cards' | 'row'
}

/** Answers of equal weight, one to choose, nothing preselected; choosing does not move on. */
export function ChoiceCards({
  name,
  choices,
  defaultValue,
  onChange,
  required,
  form,
  layout = 'cards',
  ...words
}: Props) {
  const staff = useDensity() === 'staff'
  const input = (choice: Choice) => (
    <input
      type="radio"
      name={name}
      value={choice.value}
      form={form}
      required={required}
      disabled={choice.disabled}
      defaultChecked={defaultValue === choice.value}
      onChange={onChange ? () => onChange(choice.value) : undefined}
    />
  )
  const row = layout === 'row'
  const group = staff ? 'rads' : row ? (choices.length === 2 ? 'pair' : 'trio') : 'choices'
  return (
    <FieldGroup {...words}>
      <div className={group}>
        {choices.map((choice) =>
          !staff && row ? (
            <label className="pick" key={choice.value}>
              {input(choice)}
              <span>{choice.label}</span>
            </label>
          ) : (
            <label className={staff ? 'rad' : 'choice'} key={choice.value}>
              {input(choice)}
              {staff ? <i /> : <span className="r" />}
              <span>
                {staff ? <b>{choice.label}</b> : choice.label}
                {choice.note ? <small>{choice.note}</small> : null}
                {choice.whenChosen ? <small className="when-on">{choice.whenChosen}</small> : null}
              </span>
            </label>
          ),
        )}
      </div>
    </FieldGroup>
  )
}
