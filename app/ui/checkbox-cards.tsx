import { Check } from 'lucide-react'
import type { Choice } from './choice-cards'
import { useDensity } from './density'
import { FieldGroup } from './field-group'
import type { GroupWords } from './field-group'
import { Icon } from './icon'

type Props = GroupWords & {
  name: string
  choices: Choice[]
  defaultValue?: readonly string[]
  onChange?: (value: string, checked: boolean) => void
  form?: string
}

/** Several answers may be true; every checked one sends `name=value`. */
export function CheckboxCards({ name, choices, defaultValue = [], onChange, form, ...words }: Props) {
  const staff = useDensity() === 'staff'
  return (
    <FieldGroup {...words}>
      <div className={staff ? 'rads' : 'choices'}>
        {choices.map((choice) => (
          <label className={staff ? 'ck' : 'choice'} key={choice.value}>
            <input
              type="checkbox"
              name={name}
              value={choice.value}
              form={form}
              disabled={choice.disabled}
              defaultChecked={defaultValue.includes(choice.value)}
              onChange={onChange ? (event) => onChange(choice.value, event.currentTarget.checked) : undefined}
            />
            {staff ? (
              <i>
                <Icon of={Check} />
              </i>
            ) : (
              <span className="bx">
                <Icon of={Check} />
              </span>
            )}
            <span>
              {choice.label}
              {choice.note ? <small>{choice.note}</small> : null}
              {choice.whenChosen ? <small className="when-on">{choice.whenChosen}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
