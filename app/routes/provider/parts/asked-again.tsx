import type { FieldMetadata } from '@conform-to/react'
import { CircleX } from 'lucide-react'
import { askedWords } from '~/domain/chart/triage-words'
import { sayWhen } from '~/domain/time/say-when'
import type { ItemToAsk } from '~/domain/triage/items-to-ask'
import { askedAnswers } from '~/domain/triage/review-wish'
import { Icon } from '~/ui/icon'
import { TableScroll } from '~/ui/table-scroll'
import { useClinic } from '~/ui/use-clinic'

type Props = {
  items: readonly ItemToAsk[]
  fields: readonly {
    ruleId: Pick<FieldMetadata<string>, 'name'>
    now: Pick<FieldMetadata<string>, 'name' | 'initialValue'>
  }[]
  errors: string[] | undefined
}

/** Every item that fired, with what was said then and what is so now. Lowering needs each of them. */
export function AskedAgain({ items, fields, errors }: Props) {
  const { timeZone } = useClinic()
  return (
    <div id="override-asked" tabIndex={-1} className={errors ? 'fl bad' : 'fl'}>
      <span className="lb">Asked again by you, today</span>
      {errors ? (
        <p className="er">
          <Icon of={CircleX} />
          {errors.join(' ')}
        </p>
      ) : null}
      {items.length === 0 ? <p className="muted">Nothing fired: there is nothing to ask again.</p> : null}
      {items.length > 0 ? (
        <TableScroll label="Items asked again" className="panel">
          <table className="tbl again">
            <thead>
              <tr>
                <th scope="col">Item</th>
                <th scope="col">Said then</th>
                <th scope="col">Now</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item, index) => {
                const field = fields[index]
                if (!field) return null
                return (
                  <tr key={item.ruleId}>
                    <th scope="row">
                      {item.text}
                      <small>{item.ruleId.startsWith('review:') ? 'clinician' : item.ruleId}</small>
                    </th>
                    <td>
                      {item.words.join(' · ') || 'not answered'}
                      <small>{sayWhen(item.at, timeZone)}</small>
                    </td>
                    <td>
                      <input type="hidden" name={field.ruleId.name} value={item.ruleId} />
                      <fieldset className="segs3 sm" aria-label={item.text}>
                        {askedAnswers.map((answer) => (
                          <label key={answer}>
                            <input
                              type="radio"
                              name={field.now.name}
                              value={answer}
                              defaultChecked={(field.now.initialValue ?? item.known ?? 'not_asked') === answer}
                            />
                            <span>{askedWords[answer]}</span>
                          </label>
                        ))}
                      </fieldset>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </TableScroll>
      ) : null}
    </div>
  )
}
