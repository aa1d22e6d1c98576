import { ChevronDown } from 'lucide-react'
import { monthNames } from '~/domain/time/calendar-names'
import { FieldGroup } from '~/ui/field-group'
import type { GroupWords } from '~/ui/field-group'
import { Icon } from '~/ui/icon'

type Props = GroupWords & { name: string; texts: readonly string[]; withDay: boolean }

/** A date as far as it is known: the year, with the month, with the day. */
export function CallDate({ name, texts, withDay, ...words }: Props) {
  const year = texts.at(-1) ?? ''
  const month = texts.at(-2) ?? ''
  const day = texts.at(-3) ?? ''
  const { id } = words
  return (
    <FieldGroup {...words}>
      <div className="call-date">
        {withDay ? (
          <div className="fl">
            <label htmlFor={`${id}-day`}>Day</label>
            <input
              className="in"
              id={`${id}-day`}
              name={name}
              inputMode="numeric"
              autoComplete="off"
              maxLength={2}
              defaultValue={day}
            />
          </div>
        ) : null}
        <div className="fl">
          <label htmlFor={`${id}-month`}>Month</label>
          <span className="sel-wrap">
            <select className="in" id={`${id}-month`} name={name} defaultValue={month}>
              <option value="">Only the year</option>
              {monthNames.map((word, at) => (
                <option key={word} value={String(at + 1).padStart(2, '0')}>
                  {word}
                </option>
              ))}
            </select>
            <Icon of={ChevronDown} />
          </span>
        </div>
        <div className="fl">
          <label htmlFor={`${id}-year`}>Year</label>
          <input
            className="in"
            id={`${id}-year`}
            name={name}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            defaultValue={year}
          />
        </div>
      </div>
    </FieldGroup>
  )
}
