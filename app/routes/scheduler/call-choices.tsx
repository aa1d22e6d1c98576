import type { Option } from '~/domain/intake/question'
import { classes } from '~/ui/classes'
import { FieldGroup } from '~/ui/field-group'
import type { GroupWords } from '~/ui/field-group'

const letterOf: Record<string, string> = { yes: 'Y', no: 'N', not_sure: 'S' }

type Props = GroupWords & {
  name: string
  options: readonly Option[]
  chosen?: string
  letters: boolean
}

/** Equal answers, nothing preselected; the letters are shown while they work. */
export function CallChoices({ name, options, chosen, letters, ...words }: Props) {
  const short = options.length <= 3 && options.every(({ label, hint }) => label.length <= 24 && !hint)
  return (
    <FieldGroup {...words}>
      <div className={classes('pi-a', !short && 'listed', options.length === 2 && short && 'pair2')}>
        {options.map(({ value, label, hint }) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={chosen === value}
              data-letter={letters ? letterOf[value] : undefined}
            />
            {letters && letterOf[value] ? <kbd aria-hidden="true">{letterOf[value]}</kbd> : null}
            <span>
              {label}
              {hint ? <small>{hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
